import { choice, whole } from '../schema/choices.ts';
import type { Entry, Node, Scalar } from '../schema/node.ts';
import { error, type Report, type Severity } from '../schema/problem.ts';
import { type Fields, mismatch, option, record, type Schema } from '../schema/schema.ts';
import { date, line, names, present } from '../schema/values.ts';
import { parseDate } from '../text/dates.ts';
import type { Passage } from './passage.ts';
import { type Rule, rule, running, type Tell } from './rule.ts';
import type { Subject } from './subject.ts';

type Word = [word: Scalar, instead: string | undefined];

/** Each is looked for in every text: with more, checking would take longer than it is worth. */
const mostWords = 5000;

function within(words: Word[] | undefined, at: Node, report: Report): Word[] | undefined {
  if (words === undefined || words.length <= mostWords) return words;
  const message = `词表里有${words.length}个词，一条规则最多查${mostWords}个。`;
  return error(report, 'config/own-rule', at, message, '删去用不着的词，或分成几条规则。');
}

/** 词表: words alone, or `错误写法: 建议写法`. */
const lexicon: Schema<Word[]> = {
  expects: '词的列表，或一组“错误写法: 建议写法”',
  read(node, report) {
    if (node.kind !== 'map')
      return within(
        names.read(node, report)?.map((word) => [word, undefined]),
        node,
        report,
      );
    const empty = node.entries.find(({ key }) => key.text.trim() === '');
    if (empty)
      return error(
        report,
        'config/own-rule',
        empty.key,
        '词表里有一个空的词，它到处都是。',
        '写上要查的词；用不着就把这一项删去。',
      );
    const words = node.entries.map(
      ({ key, value }): Word => [key, value.kind === 'scalar' ? value.text : undefined],
    );
    return within(words, node, report);
  },
  json: () => ({ type: ['array', 'object'] }),
};

const declaration = record({
  type: option(
    '类型',
    choice({
      existence: ['存在'],
      substitution: ['替换'],
      consistency: ['一致'],
      conditional: ['先定义后使用'],
      occurrence: ['出现次数'],
    }),
    '存在：不该有的词；替换：改成另一个词；一致：几个写法只用一个；先定义后使用：先写“以下简称”；出现次数：不超过几次',
  ),
  words: option('词表', lexicon, '词的列表，或一组“错误写法: 建议写法”'),
  message: option('说明', line, '为什么，印在问题后面'),
  level: option(
    '级别',
    choice<Severity>({ error: ['错误'], warning: ['警告'], info: ['提示'] }),
    '不写就是警告',
  ),
  from: option('自', date, '计划日期早于这一天的不查'),
  until: option('至', date, '计划日期晚于这一天的不查'),
  notAfter: option('不前接', names, '前面是这些字的不算'),
  notBefore: option('不后接', names, '后面是这些字的不算'),
  most: option('最多', whole(0, 10_000), '出现次数：最多几次'),
});
type Declaration = Fields<typeof declaration.keys>;

/** 自定义规则: rules of words that a department writes down without a program. */
export const ownRules: Schema<Rule[]> = {
  expects: '一组“规则名: {类型: …, 词表: …}”',
  read(node: Node, report: Report) {
    if (node.kind !== 'map') return mismatch(ownRules, node, report);
    return present(node.entries.map((entry) => own(entry, report)));
  },
  json: () => ({ type: 'object', additionalProperties: declaration.json() }),
};

function own({ key: name, value }: Entry, report: Report): Rule | undefined {
  const declared = declaration.read(value, report);
  if (declared === undefined) return undefined;
  if (declared.words === undefined)
    return error(report, 'config/own-rule', name, `规则“${name.text}”没有词表。`, '写上“词表: [甲, 乙]”。');
  const id = (name.text.includes('/') ? name.text : `local/${name.text}`) as Rule['id'];
  const { message = undefined, level = 'warning', type = 'substitution' } = declared;
  return rule({
    id,
    title: message?.text ?? name.text,
    why: '本单位自定。',
    basis: '本单位规定',
    level,
    preset: 'essential',
    fix: type === 'substitution' || type === 'consistency' ? 'unsafe' : 'none',
    since: '0.2.0',
    words: true,
    texts: () => ({ examples: [], silent: [] }),
    plan: (subject, tell) => {
      if (inForce(declared, subject)) look[type](declared, occurrences(declared, subject), tell);
    },
  });
}

interface Occurrence {
  word: string;
  instead: string | undefined;
  passage: Passage;
  from: number;
}

/** Every place of every word in running text, outside quotations of documents. */
function occurrences(
  { words = [], notAfter = [], notBefore = [] }: Declaration,
  subject: Subject,
): Occurrence[] {
  return subject.passages
    .filter(({ kind }) => running.includes(kind) || kind === 'unit' || kind === 'post')
    .flatMap((passage) => {
      const text = passage.outside('bookTitle');
      return words.flatMap(([{ text: word }, instead]) =>
        placesOf(word, text)
          .filter((from) => !notAfter.some((before) => text.endsWith(before.text, from)))
          .filter((from) => !notBefore.some((behind) => text.startsWith(behind.text, from + word.length)))
          .map((from) => ({ word, instead, passage, from })),
      );
    });
}

function placesOf(word: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push(at);
  return places;
}

type Look = (declared: Declaration, found: readonly Occurrence[], tell: Tell) => void;

const at = ({ passage, from, word }: Occurrence) => passage.span(from, from + word.length);
const because = ({ message }: Declaration): string =>
  message ? `（${message.text.replace(/。$/, '')}）` : '';

const look: Record<NonNullable<Declaration['type']>, Look> = {
  existence(declared, found, tell) {
    for (const each of found) tell(at(each), `不要写“${each.word}”${because(declared)}。`);
  },
  substitution(declared, found, tell) {
    for (const each of found) {
      const { word, instead } = each;
      if (instead === undefined) tell(at(each), `不要写“${word}”${because(declared)}。`);
      else
        tell(at(each), `“${word}”应写成“${instead}”${because(declared)}。`, {
          fix: { ...at(each), text: instead },
        });
    }
  },
  consistency(declared, found, tell) {
    const first = found[0];
    for (const each of found)
      if (first && each.word !== first.word)
        tell(at(each), `前面写“${first.word}”，这里写“${each.word}”，全文要一致${because(declared)}。`, {
          fix: { ...at(each), text: first.word },
        });
  },
  conditional(declared, found, tell) {
    const told = new Set<string>();
    for (const each of found) {
      const { word, passage, from } = each;
      if (told.has(word)) continue;
      told.add(word);
      if (!/简称[“"]?$|簡稱[“「"]?$/.test(passage.text.slice(Math.max(0, from - 3), from)))
        tell(at(each), `第一次用“${word}”要先写全称并注明“以下简称”${because(declared)}。`);
    }
  },
  occurrence(declared, found, tell) {
    const most = declared.most ?? 1;
    const counts = new Map<string, number>();
    for (const each of found) {
      const count = (counts.get(each.word) ?? 0) + 1;
      counts.set(each.word, count);
      if (count === most + 1) tell(at(each), `“${each.word}”最多用${most}次${because(declared)}。`);
    }
  },
};

function inForce({ from, until }: Declaration, { date: made, years }: Subject): boolean {
  const day = made ?? (years && { year: years.from, month: 1, day: 1 });
  if (day === undefined) return from === undefined && until === undefined;
  const number = (of: { year: number; month: number; day?: number }) =>
    of.year * 10_000 + of.month * 100 + (of.day ?? 1);
  const [first, last] = [from, until].map((text) => text && parseDate(text.text));
  return (!first || number(day) >= number(first)) && (!last || number(day) <= number(last));
}
