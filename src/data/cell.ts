import { numberFormat } from './number-format.ts';
import { unescaped } from './shared-texts.ts';
import type { Beneath } from './table.ts';
import type { Workbook } from './workbook.ts';

/** What stands between the tags of a cell (ECMA-376 18.3.1.4). */
export interface Written {
  type: string;
  style: number;
  value: string;
  inline: string;
  formula: boolean;
}

/** A cell that is more than its text. */
export interface Cell {
  text: string;
  beneath: Beneath;
}

/** A spreadsheet keeps fifteen digits of a number; of an ID or a bank card the last ones are lost (ECMA-376 18.17.5). */
const tooLarge = 1e15;
const mending = '在 Excel 里改好、保存以后再试。';

/** Reads a cell as the sheet shows it; the text alone where nothing is beneath it. */
export function cellOf(written: Written, { texts, formats, words, since1904 }: Workbook): string | Cell {
  const { type, style, value, inline, formula } = written;
  const shown = words[style];
  if (type === 'inlineStr') return shown ? shown(unescaped(inline)) : unescaped(inline);
  if (type === 'e') return bad(value, `公式算出了错误 ${value}。`);
  if (value === '') return formula && type !== 'str' ? bad('', '公式没有算出结果。') : '';
  switch (type) {
    case 's':
      return inTable(texts[Number(value)], shown);
    case 'b':
      // A village has 企业：是, not TRUE.
      return value === '1' || value === 'true' ? '是' : '否';
    case 'str':
      return shown ? shown(unescaped(value)) : unescaped(value);
    case 'd':
      return value.replace(/T00:00:00.*/, '').replace('T', ' ');
    default:
      return numberOf(value, formats[style] ?? 'General', since1904);
  }
}

function inTable(text: string | undefined, shown: ((text: string) => string) | undefined): string | Cell {
  if (text === undefined) return bad('', '这一格的文字不在文件里，文件坏了。');
  return shown && text !== '' ? shown(text) : text;
}

function numberOf(written: string, pattern: string, since1904: boolean): string | Cell {
  const value = Number(written);
  const { show, isDate, isScientific } = numberFormat(pattern, since1904);
  const text = Number.isFinite(value) ? show(value) : undefined;
  if (text === undefined) return bad(written.slice(0, 20), '不是数，也没有这一天。');
  if (isDate) return text;
  if (Math.abs(value) >= tooLarge)
    return bad(
      text,
      '是十五位以上的数，Excel 只留得住十五位，后面的已经丢了。',
      '把这一列设成“文本”格式，照原件重新录入，不要从这一格抄。',
    );
  if (isScientific)
    return bad(
      text,
      '用科学记数法显示，看不出每一位。',
      '把这一列设成“数值”或“文本”格式，看看各位数字还在不在，不在的重新录入。',
    );
  return { text, beneath: { value, show } };
}

function bad(text: string, message: string, advice = mending): Cell {
  return { text, beneath: { fault: { message, advice } } };
}
