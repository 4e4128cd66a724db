import type { Item } from '../../../plan/item.ts';
import type { Scalar } from '../../../schema/node.ts';
import { fromHan } from '../../../text/dates.ts';
import { bodies } from '../../ordinals.ts';
import type { Passage } from '../../passage.ts';
import { rule } from '../../rule.ts';
import { pointsIn } from '../../yishi.ts';

const number = String.raw`(?<![第\d.一二三四五六七八九十百])([两兩二三四五六七八九十]{1,2}|[2-9]|1\d)`;
const things =
  '(?:个方面|個方面|[项項条條点點类類种種步]|件事|[个個](?:阶段|階段|环节|環節|步骤|步驟|重点|重點))';
/** 抓好三件事：, with the list right behind it. */
const announced = new RegExp(`${number}${things}[^，。；：:\\d]{0,10}[：:]\\0*$`);
const inline = new RegExp(`${number}${things}[^，。；：:\\d]{0,10}[：:]\\0*(?=一[是要])`, 'g');
const inPhases = /分(?:为|為|成|作)?(?:以下)?([两兩二三四五六])[个個](?:阶段|階段|步骤|步驟)/g;

const counted = (typed: string) =>
  /\d/.test(typed) ? Number(typed) : fromHan(typed.replace(/[两兩]/, '二'));

export default rule({
  id: 'consistency/count',
  title: '说的数目和列的条数不一致',
  why: '说“抓好三件事”，下面列了四件，多半是增删一条以后忘了改数目。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan({ plan, passages }, tell) {
    const byText = new Map(bodies(passages).map((paragraphs) => [paragraphs[0]?.scalar, paragraphs]));
    const judge = (
      passage: Passage,
      { index, 0: found, 1: typed = '' }: RegExpExecArray,
      count: number,
      what: string,
    ) => {
      const from = index + found.indexOf(typed);
      if (count > 1 && counted(typed) !== count)
        tell(passage.span(from, from + typed.length), `这里说“${typed}”，${what}${count}。`, {
          advice: '数一数，把数目改对，或看看漏了哪一条。',
        });
    };
    const lastOf = (text: Scalar | undefined) => (text && byText.get(text)?.at(-1)) || undefined;
    const visit = (item: Item): void => {
      const { lead, text, items = [], tasks = [], steps = [], enumeration = [] } = item;
      const entries = enumeration.length || items.length + tasks.length + steps.length;
      const last = lastOf(enumeration.length || !lead ? text : (text ?? lead)) ?? lastOf(lead);
      const found = last && announced.exec(last.prose);
      if (last && found) judge(last, found, entries, '下面列的条数是');
      const phases = steps.length || items.filter(({ type }) => type === 'step').length;
      for (const passage of [lead, text].flatMap((each) => (each && byText.get(each)) ?? []))
        for (const each of passage.prose.matchAll(inPhases)) judge(passage, each, phases, '下面的阶段数是');
      for (const entry of items) if (entry.type === 'item') visit(entry);
    };
    for (const section of [...plan.sections, ...(plan.coverNotice?.body ? [plan.coverNotice.body] : [])])
      visit(section);
    for (const paragraphs of byText.values())
      for (const [place, passage] of paragraphs.entries())
        for (const found of passage.prose.matchAll(inline)) {
          const points = pointsIn(passage).filter(({ from }) => from > found.index);
          const next = paragraphs[place + 1];
          const goesOn = next !== undefined && (pointsIn(next)[0]?.number ?? 1) > 1;
          if (!goesOn) judge(passage, found, runOf(points), '后面数到的是');
        }
  },
  texts: () => ({
    examples: [
      {
        wrong: '正文:\n  - 加强排查:\n      导语: 抓好⟦三⟧项工作：\n      条目: [落实巡查。, 建立台账。]',
        right: '正文:\n  - 加强排查:\n      导语: 抓好两项工作：\n      条目: [落实巡查。, 建立台账。]',
        in: 'plan',
      },
      {
        wrong: '正文:\n  - 加强排查: 抓好⟦三⟧件事：一是落实巡查；二是建立台账。',
        right: '正文:\n  - 加强排查: 抓好两件事：一是落实巡查；二是建立台账。',
        in: 'plan',
      },
      {
        wrong:
          '实施步骤:\n  内容: 工作分⟦三⟧个阶段进行。\n  步骤:\n    - {阶段: 动员, 时间: 3月, 内容: 宣传。}\n    - {阶段: 总结, 时间: 11月, 内容: 验收。}',
        right:
          '实施步骤:\n  内容: 工作分两个阶段进行。\n  步骤:\n    - {阶段: 动员, 时间: 3月, 内容: 宣传。}\n    - {阶段: 总结, 时间: 11月, 内容: 验收。}',
        in: 'plan',
      },
    ],
    silent: [
      '正文:\n  - 加强排查: 抓好三件事：一是落实巡查，每月两次；二是建立台账；三是严格考核。',
      '正文:\n  - 加强排查:\n      导语: 各村要做到：\n      条目: [落实巡查。, 建立台账。]',
      '正文:\n  - 加强排查: 抓好第三项工作：一是落实巡查；二是建立台账。',
      '正文:\n  - 加强排查: |\n      抓好三件事：一是落实巡查。\n\n      二是建立台账。\n\n      三是严格考核。',
    ],
  }),
});

/** How far 一是, 二是 count on from the first. */
function runOf(points: readonly { number: number }[]): number {
  let count = 0;
  for (const { number } of points) if (number === count + 1) count = number;
  return count;
}
