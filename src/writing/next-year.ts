import type { Place } from '../plan/texts.ts';
import { append } from '../text/long-lists.ts';
import { isWithin, sentenceEnd, sentenceStart } from '../text/sentences.ts';
import type { Change } from './edits.ts';
import { edited, planIn } from './edits.ts';
import { spansIn, type Year, yearAfter } from './years.ts';

/** A plan of the next year, and the years in it that were left as they are. */
export interface NextYear {
  text: string;
  changed: string[];
  /** Sentences with the old year that may be history: a person has to look at them. */
  left: string[];
}

/** Parts that speak of what was. */
const past = new Set(['problems', 'background', 'basis']);
/** Words of what was done or said already. */
const history =
  /(?:已|了(?!解)|以来|同期|同比|去年|上年|取得|获得|荣获|印发|下发|发布|出台|召开|施行|通过|批准|完成(?!时限)[^，。；]{0,12}[\d一二三四五六七八九十]{1,9}[个项件次万人%]|期间|截至)/;
/** Words of what is still to come. */
const ahead =
  /(?:[要须应将](?!求)|前|底|末|内|起|半年|季度|力争|确保|到|于|至|争取|计划|要点|目标|开展|实施|推进)/;

/**
 * Moves the year of a plan on by one: in title and year, in dates and deadlines, and in sentences on what is to come.
 * What speaks of the past, names of documents and their numbers stay.
 */
export function nextYear(source: string): NextYear | undefined {
  const plan = planIn(source);
  const titled = [plan?.year, plan?.title, plan?.coverNotice?.title].flatMap(
    (text) => /(?:19|20)\d{2}/.exec(text?.text ?? '')?.[0] ?? [],
  );
  const year = Number(titled[0] ?? /\d{4}/.exec(plan?.date?.text ?? '')?.[0]);
  if (!plan || !Number.isInteger(year)) return undefined;
  const changed: string[] = [];
  const left: string[] = [];
  const text = edited(source, (scalar, place) => {
    const found = yearsIn(scalar.text, year, place);
    append(left, found.left);
    const told = found.changes.map((each) => moved(scalar.text, each)).join('、');
    if (told !== '') changed.push(told);
    const number = place.role === 'documentNumber' ? '；号数请改成新的' : '';
    const said = [
      ...(told === '' ? [] : [`年份已改：${told}${number}`]),
      ...(found.left.length === 0 ? [] : [`年份没有改，请核对：${found.left.map(shortened).join('；')}`]),
    ];
    return said.length === 0 ? undefined : { changes: found.changes, comment: said.join('。') };
  });
  return { text, changed, left };
}

function moved(text: string, { from, to, text: instead }: Change): string {
  const behind = /^年?(?:\d{1,2}月)?(?:底|初|\d{1,2}日)?前?/.exec(text.slice(to))?.[0] ?? '';
  return `${text.slice(from, to)}${behind}→${instead}${behind}`;
}

/** So much of a sentence that it is found again. */
function shortened(sentence: string): string {
  return sentence.length > 24 ? `${sentence.slice(0, 24)}……` : sentence;
}

interface Found {
  changes: Change[];
  left: string[];
}

function yearsIn(text: string, year: number, place: Place): Found {
  const found: Found = { changes: [], left: [] };
  const judged = spansIn(text)
    .filter((span) => span.some(({ value }) => value >= year && value <= year + 10))
    .map((span) => ({
      span,
      clause: clauseAt(text, span[0]?.index ?? 0),
      verdict: verdictOf(span, { text, year, place }),
    }));
  // Years of one clause move together or not at all.
  const unsure = new Set(judged.flatMap(({ clause, verdict }) => (verdict === 'ask' ? [clause] : [])));
  for (const { span, clause, verdict } of judged) {
    if (verdict === 'move' && !unsure.has(clause))
      append(
        found.changes,
        span.map((each) => moving(text, each)),
      );
    else if (verdict !== 'stay') found.left.push(sentenceAt(text, span[0]?.index ?? 0));
  }
  return { ...found, left: [...new Set(found.left)] };
}

/** The day that no year has behind a leap year. */
const leapDay = /^(?:年0?2月|[-.．/]0?2[-.．/])29(?!\d)|^年二月二十九(?=日)/;

function moving(text: string, each: Year): Change {
  const to = each.index + each.typed.length;
  const [day = ''] = leapDay.exec(text.slice(to, to + 8)) ?? [];
  const instead = day.replace(/9$/, '8').replace(/九$/, '八');
  return { from: each.index, to: to + day.length, text: yearAfter(each) + instead };
}

/** Several years that are one move where one of them does, unless some of it has been. */
function verdictOf(
  span: readonly Year[],
  { text, year, place }: { text: string; year: number; place: Place },
): Verdict {
  const verdicts = span.map(({ index, value, isShort, typed }) =>
    value < year || isShort ? 'ask' : judge(text, index, { value, length: typed.length, year, place }),
  );
  if (verdicts.includes('stay')) return 'stay';
  const hasBegun = span.some(({ value, isShort }) => value < year || isShort);
  return verdicts.includes('move') && !hasBegun ? 'move' : 'ask';
}

type Verdict = 'move' | 'stay' | 'ask';

interface About {
  value: number;
  /** How many characters it has. */
  length: number;
  year: number;
  place: Place;
}

/** Whether a year moves on, stays without a word, or stays and is told. */
function judge(text: string, index: number, { value, length, year, place }: About): Verdict {
  const { role, section, path } = place;
  if (role === 'setting' || role === 'variable' || role === 'citedTitle') return 'stay';
  if (role === 'documentNumber') return path.includes('basis') ? 'stay' : 'move';
  if (role === 'date' || role === 'year' || role === 'deadline') return 'move';
  // A title within a text is that of another document, but the plan's own title may stand in its notice.
  if (isQuoted(text, index)) return value === year && path.startsWith('coverNotice') ? 'move' : 'stay';
  if (role === 'title') return 'move';
  // What is to be in 2030 or 2035 doesn't wait for another year.
  if (value > year + 3 && value % 5 === 0) return 'ask';
  const sentence = sentenceAt(text, index);
  if (isDeadline(text, index, length)) return 'move';
  if (past.has(section ?? '') || history.test(sentence)) return 'ask';
  const behind = /^.{4}年，/u.test(text.slice(index, index + 6)) ? index + 6 : index;
  const clause = text.slice(index, sentenceEnd(text, behind, '，。；'));
  return ahead.test(clause) || value > year || section === 'schedule' ? 'move' : 'ask';
}

/** 完成时限：2026年, 到2026年底, and 2026年12月底前 of what hasn't been done. */
function isDeadline(text: string, index: number, length: number): boolean {
  const [front, rest] = [
    text.slice(Math.max(0, index - 6), index),
    text.slice(index + length, index + length + 14),
  ];
  if (/(?:时限|期限|时间)[：:]?$/.test(front)) return true;
  if (/(?<!截止?|[直得达])到$/.test(front) && /^年(?:\d{1,2}月)?[底末]/.test(rest)) return true;
  const isSet =
    /^年(?:\d{1,2}月)?(?:上旬|中旬|下旬|\d{1,2}日)?(?:底|末|初)?(?:之前|以前|前(?!\p{Script=Han}*[年月]))/u.test(
      rest,
    );
  return isSet && !/[已了]/.test(text.slice(sentenceStart(text, index, '，。；'), index));
}

/** Within 《》, 〔〕 and the like. */
function isQuoted(text: string, index: number): boolean {
  return ['《》', '〈〉', '〔〕'].some((brackets) => isWithin(text, index, brackets));
}

/** Where the clause begins in which something stands; what is quoted goes its own way. */
function clauseAt(text: string, index: number): number {
  if (isQuoted(text, index)) return -index;
  return sentenceStart(text, index, '。；\n，');
}

function sentenceAt(text: string, index: number): string {
  const marks = '。；\n';
  return text.slice(sentenceStart(text, index, marks), sentenceEnd(text, index, marks)).trim();
}
