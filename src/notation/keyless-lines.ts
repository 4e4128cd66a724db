import { error, mend, type Report } from '../schema/problem.ts';
import { type IsKey, lead, lineAt, linesOutsideBlocks } from './line.ts';

/** As much of a line as is needed to know it. */
const shown = 12;

/** A line where a key was wanted and that has none. */
export function withoutColon(source: string, at: number, isKey: IsKey, report: Report): void {
  // The parser may point at a blank line above the one that it means.
  const [blank = ''] = /^(?:[ \t\r]*\n)*/.exec(source.slice(lineAt(source, at).from)) ?? [];
  const { from, text } = lineAt(source, lineAt(source, at).from + blank.length);
  const words = text.replace(new RegExp(lead), '');
  const span = { start: from + text.length - words.length, end: from + text.length };
  if (/^ *-(?: |$)/.test(text)) {
    const advice = '列表写在它的键下面：上一行是“正文:”这样的键，“- ”比它多缩进两格。';
    const start = from + text.indexOf('-');
    error(report, 'yaml/syntax', { start, end: from + text.length }, '这一条不在任何键的下面。', advice);
    return;
  }
  if (keyWithoutColon(words, span.start, isKey, report) || remark(words, span, report)) return;
  const quoted = words.length > shown ? `${words.slice(0, shown)}…` : words;
  error(
    report,
    'yaml/syntax',
    span,
    `“${quoted}”这一行没有键，不知道是哪一项。`,
    advice(words, source.slice(0, from), isKey),
  );
}

const listMark = /^(?:[•·●▪◆■○＊+]|[（(]?[\d一二三四五六七八九十]+[、.．）)]|[①-⑳])/;

function advice(words: string, above: string, isKey: IsKey): string {
  if (listMark.test(words)) return '列表每条前面写“- ”：一个减号，一个空格；序号不用写，会自动加。';
  const lines = [...linesOutsideBlocks(above, isKey)].map(({ text }) => text.trimEnd());
  const before = lines.findLast((text) => !/^\s*(?:#|$)/.test(text)) ?? '';
  if (/:$/.test(before))
    return '一段话不能和“- ”列表、别的键并排写：写成“导语: …”或“内容: …”，或者在前面加“- ”成为一条。';
  if (/: [^|>]/.test(before))
    return '是上一行的下文，就接在上一行后面，或者比上一行的键多缩进两格；是另一项，就在前面写上键，如“内容: …”。';
  return '是标题的写成“标题: …”；是一段话的，放到“导语: |”或“内容: |”下面，多缩进两格；不要的删去。';
}

/** 标题 柳溪村工作要点, 标题=柳溪村工作要点. */
function keyWithoutColon(words: string, start: number, isKey: IsKey, report: Report): boolean {
  const found = /^([^\s=＝；;]{1,12})([ \u3000]*[=＝；;]|[ \u3000]+(?![ \u3000]))\s*(?=\S)/.exec(words);
  const [all = '', name = '', mark = ''] = found ?? [];
  if (!isKey(name)) return false;
  const instead = mark.trim() === '' ? '' : `，写成了“${mark.trim()}”`;
  error(
    report,
    'yaml/colon-missing',
    { start, end: start + name.length },
    `“${name}”后面没有冒号${instead}。`,
    `写成“${name}: …”。`,
    mend(false, { start: start + name.length, end: start + all.length, text: ': ' }),
  );
  return true;
}

/** Lines that other programs take for remarks or for rules. */
function remark(words: string, span: { start: number; end: number }, report: Report): boolean {
  const [slashes = ''] = /^(?:\/\/|\/\*|<!--)\s*/.exec(words) ?? [];
  if (/^([-=—_*～~─])\1{2,}$/.test(words)) {
    error(
      report,
      'yaml/syntax',
      span,
      '这一行只有线，不是计划的写法。',
      '删去这一行。',
      mend(false, { ...span, text: '' }),
    );
    return true;
  }
  if (slashes === '') return false;
  const edit = { start: span.start, end: span.start + slashes.length, text: '# ' };
  error(
    report,
    'yaml/syntax',
    span,
    `“${slashes.trim()}”不是注释的记号。`,
    '注释写在“# ”后面。',
    mend(false, edit),
  );
  return true;
}
