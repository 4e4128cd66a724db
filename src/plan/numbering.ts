import type { NumberForm } from '../document/number.ts';
import { formOf } from '../outline/ordinal.ts';
import { choice, whole } from '../schema/choices.ts';
import type { Scalar } from '../schema/node.ts';
import { error } from '../schema/problem.ts';
import { key, record, type Schema } from '../schema/schema.ts';
import { list } from '../schema/values.ts';

/** The sample numeral in a form tells its script. */
const numerals = { 一: 'han', '1': 'arabic', '①': 'circled' } as const;

const form: Schema<NumberForm | null> = {
  expects: '序号的样子，如 一、（一） 1. ①',
  read(node, report) {
    const text = (node as Scalar).kind === 'scalar' ? (node as Scalar).text : '';
    if (node.kind === 'empty' || (node.kind === 'scalar' && text === '')) return null;
    const found = parseForm(text);
    if (found !== undefined) return found;
    error(
      report,
      'plan/number-form',
      node,
      `“${text}”看不出是哪种序号。`,
      '写出这一级的第一个序号：“一、”“（一）”“1.”“（1）”“①”，不编号的一级写 ""。',
    );
    return null;
  },
  json: () => ({ type: ['string', 'number', 'null'] }),
};

function parseForm(text: string): NumberForm | undefined {
  const match = /^([^一1①]*)([一1①])([^一1①]*)$/.exec(text);
  const numeral = numerals[match?.[2] as keyof typeof numerals];
  return match && numeral ? { before: match[1] ?? '', numeral, after: match[3] ?? '' } : undefined;
}

/** Word has headings enough for more, but templates mark five levels, one more than GB/T 9704—2012 7.3.3 knows. */
const deepest = 5;

/** The forms of the levels below an item. */
export const forms = list(form, true);

const levels: Schema<(NumberForm | null)[]> = {
  ...list(form),
  read(node, report) {
    const beyond = node.kind === 'list' ? node.items[deepest] : undefined;
    if (beyond === undefined) return list(form).read(node, report);
    return error(
      report,
      'plan/number-form',
      beyond,
      `编号最多${deepest}级，这里是第${deepest + 1}级。`,
      '删去多的；内容并到上一级。',
    );
  },
};

const level = whole(1, deepest);

/** 编号: how the levels of the document are numbered. */
export const numbering = record({
  levels: key('层次', 'setting', levels, '各级序号的样子，依次写出第一个；不要（一）这一级就不写它', [
    '级别',
  ]),
  method: key(
    '方式',
    'setting',
    choice({ text: ['文字'], automatic: ['自动'] }),
    '文字：序号是正文里的字；自动：用 Word 的自动编号',
  ),
  continuous: key('连续', 'setting', list(level, true), '哪几级的序号在全文里连续，不逢上一级重编'),
  runIn: key('段首', 'setting', list(level, true), '哪几级的标题与正文同段'),
  points: key(
    '分述',
    'setting',
    choice({ inline: ['连写'], separate: ['分段'] }),
    '一是…二是…：连写在一段里，还是各成一段',
  ),
});

/** GB/T 9704—2012 7.3.3: 一、（一）1.（1）, and ① below them. */
export const standardLevels = ['一、', '（一）', '1.', '（1）', '①'].map((text) => parseForm(text) ?? null);

/** How the first number of each form is typed by hand; undefined for one without numbers. */
export function typedForms(levels: readonly (NumberForm | null)[]): (string | undefined)[] {
  const first = { han: '一', arabic: '1', circled: '①' };
  return levels.map((form) => (form ? formOf(form.before + first[form.numeral] + form.after) : undefined));
}
