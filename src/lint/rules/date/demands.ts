import { sentenceEnd, sentenceStart } from '../../../text/sentences.ts';
import { cellsBelow } from '../../assignments.ts';
import type { Passage } from '../../passage.ts';
import type { Subject } from '../../subject.ts';

/** Sentences that tell of what was, or say what became of an earlier plan. */
const back =
  /以[来來]|查出|回[顾顧]|已(?!经?明确)|曾|[了过過](?=[，。；\d])|原[计計定]|去年|上年|截至|逾期|尚未|仍未|[未没沒](?:能|有?按|完成)|[实實][际際]|[顺順]利|[圆圓][满滿]|成功|累[计計]/;

/** What is written as a time limit in a table. */
export function limitsInTables(subject: Subject): Passage[] {
  const cells = cellsBelow(subject, /时限|期限|截止|完成时间|办结时间/);
  return cells.size === 0 ? [] : subject.passagesOf(['cell']).filter(({ scalar }) => cells.has(scalar));
}

/** A time by which a text asks for something. */
export interface Due {
  /** Missing where only a month is named. */
  year?: number;
  /** The last month and day it allows. */
  month: number;
  day: number;
  from: number;
  to: number;
}

const done =
  '(?:完成|完工|竣工|建成|[办辦][结結]|[销銷][号號]|到位|[实實][现現]|[达達]到|[报報]送|上[报報]|[报報](?=[镇鎮县縣市区區各])|[制修][定订訂]|出台|印[发發]|[启啟]用|投用|取得|[验驗]收|清零|整改|整治|提交|反[馈饋]|[备備]案|[启啟][动動]|落[实實])(?![了的过過后後前])';
const due = new RegExp(
  String.raw`(?<!\d|[每次翌明下][一个個]?年?)(?:((?:19|20)\d{2})年(?:[底末]之?前|(?=\d)))?(?:(\d{1,2})月(?:(\d{1,2})日|份?([底末中初]|[上中下]旬))?之?前)?(?<=前)(?=([^。；;《》]{0,18}?)${done})`,
  'g',
);

/** What a text wants to be done by a date: 2026年12月底前完成, 3月15日前报送. */
export function duesIn(text: string): Due[] {
  // All end in these; the pattern itself takes long to compile.
  if (!/[底末之月日份中初旬]前/.test(text)) return [];
  return [...text.matchAll(due)].flatMap(({ index, 0: found, 1: year, 2: month, 3: day, 4: part }) => {
    if (found === '' || looksBack(text, index)) return [];
    const stated = year === undefined ? {} : { year: Number(year) };
    const end = month === undefined ? { month: 12, day: 31 } : endOf(Number(month), day, part);
    return [{ ...stated, ...end, from: index, to: index + found.length }];
  });
}

/** The last day of a part of a month: 3月15日, 3月中旬, 3月底; in front of 3月 alone it is the last of February. */
export function endOf(month: number, day?: string, part = ''): { month: number; day: number } {
  if (day !== undefined) return { month, day: Number(day) };
  if (/[底末下]/.test(part)) return { month, day: 31 };
  if (part !== '') return { month, day: part === '初' || part === '上旬' ? 10 : 20 };
  return { month: month - 1, day: 31 };
}

/** Whether the sentence looks back, or the clause only names things: 对2025年底前完成改造的小区. */
export function looksBack(text: string, at: number): boolean {
  const sentence = text.slice(sentenceStart(text, at, '。'), sentenceEnd(text, at, '。'));
  if (back.test(sentence)) return true;
  const start = sentenceStart(text, at, '，。；、：');
  const clause = text.slice(start, sentenceEnd(text, at, '，。；'));
  return (
    /^\0*(?:对|對|凡|[将將]|把|按照|根[据據]|在|[经經])/.test(clause) &&
    /[^目]的/.test(clause.slice(at - start))
  );
}
