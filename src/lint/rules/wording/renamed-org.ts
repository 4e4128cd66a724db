import { sentenceStart } from '../../../text/sentences.ts';
import type { Passage } from '../../passage.ts';
import { rule, running, type Tell } from '../../rule.ts';
import type { Subject } from '../../subject.ts';
import { institutions } from './institutions.ts';

let signs: readonly string[] | undefined;

/** What shows that the old name is meant. */
const before = /(?:原[\p{Script=Han}]{0,4}|时任|曾任|前身[为是])$/u;
const behind = /^(?:更名|改为|并入|改组)/;

export default rule({
  id: 'wording/renamed-org',
  title: '机构已经改名',
  why: '机构改革以后还写旧名称，责任就落到了不存在的单位头上。按计划的日期或年度判断，改革以前的计划不查。',
  basis: '国务院机构改革方案（2018年、2023年）',
  level: 'warning',
  preset: 'recommended',
  fix: 'unsafe',
  since: '0.2.0',
  get signs() {
    signs ??= institutions.flatMap(({ names }) => names.wrong);
    return signs;
  },
  kinds: [...running, 'unit', 'post'],
  passage(passage: Passage, tell: Tell, subject: Subject) {
    const day = dayOf(subject);
    if (day === undefined || day < '2018-04-01') return;
    const text = passage.outside('bookTitle', 'quote', 'documentNumber');
    for (const { since, names } of institutions) {
      if (day < since) continue;
      for (const { index, wrong, right } of names.in(text)) {
        const end = index + wrong.length;
        if (before.test(text.slice(0, index)) || behind.test(text.slice(end))) continue;
        if (tellsOf(text, index, Number(since.slice(0, 4)))) continue;
        const at = passage.span(index, end);
        tell(at, `“${wrong}”已经改名，现在是“${right}”。`, {
          advice: '各地的名称不尽相同，以当地公布的为准；说的是改名以前的事，前面加“原”字。',
          fix: { ...at, text: right },
        });
      }
    }
  },
  texts: () => ({
    examples: [
      { wrong: '县⟦安监局⟧', right: '县应急管理局', in: 'unit' },
      { wrong: '⟦国家安监总局⟧印发的办法', right: '应急管理部印发的办法' },
      { wrong: '县⟦公安消防⟧大队负责检查。', right: '县消防救援大队负责检查。' },
    ],
    silent: [
      '原县安监局',
      '县环保局势好转办公室',
      '学习《县安监局工作规则》',
      '县农业部门',
      '公司文化部',
      '县应急管理局',
    ],
  }),
});

/** The day on which a plan takes effect: its date, else the beginning of its year. */
function dayOf({ date, years }: Subject): string | undefined {
  if (date)
    return [date.year, date.month, date.day ?? 1].map((part) => String(part).padStart(2, '0')).join('-');
  return years && `${years.from}-01-01`;
}

/** Whether the sentence is about a year before the change. */
function tellsOf(text: string, index: number, change: number): boolean {
  const sentence = text.slice(sentenceStart(text, index, '。'), index);
  return [...sentence.matchAll(/(?:19|20)\d{2}(?=年)/g)].some(([year]) => Number(year) < change);
}
