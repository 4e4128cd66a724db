import type { Place } from '../plan/texts.ts';
import type { Change } from './edits.ts';
import { edited, planIn } from './edits.ts';

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
const ahead = /(?:前|底|末|内|起|力争|确保|到|于|至|争取|计划|要点|目标|开展|实施|推进)/;

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
    left.push(...found.left);
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
  for (const { index, 0: digits } of text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)) {
    const typed = Number(digits);
    if (typed < year || typed > year + 10) continue;
    const change = { from: index, to: index + 4, text: String(typed + 1) };
    const verdict = judge(text, index, { typed, year, place });
    if (verdict === 'move') found.changes.push(change);
    else if (verdict === 'ask') found.left.push(sentenceAt(text, index));
  }
  return found;
}

interface About {
  typed: number;
  year: number;
  place: Place;
}

/** Whether a year moves on, stays without a word, or stays and is told. */
function judge(text: string, index: number, { typed, year, place }: About): 'move' | 'stay' | 'ask' {
  const { role, section, path } = place;
  if (role === 'setting' || role === 'variable' || role === 'citedTitle') return 'stay';
  if (role === 'documentNumber') return path.includes('basis') ? 'stay' : 'move';
  if (role === 'date' || role === 'year' || role === 'deadline') return 'move';
  // A title within a text is that of another document, but the plan's own title may stand in its notice.
  if (isQuoted(text, index)) return typed === year && path.startsWith('coverNotice') ? 'move' : 'stay';
  if (role === 'title') return 'move';
  const sentence = sentenceAt(text, index);
  if (isDeadline(text, index)) return 'move';
  if (past.has(section ?? '') || history.test(sentence)) return 'ask';
  const clause = /^[^，。；]*/.exec(text.slice(index))?.[0] ?? '';
  return ahead.test(clause) || typed > year ? 'move' : 'ask';
}

/** 完成时限：2026年, and 2026年12月底前 of what hasn't been done. */
function isDeadline(text: string, index: number): boolean {
  const [front, rest] = [text.slice(Math.max(0, index - 6), index), text.slice(index + 4, index + 18)];
  if (/(?:时限|期限|时间)[：:]?$/.test(front)) return true;
  const isSet =
    /^年(?:\d{1,2}月)?(?:上旬|中旬|下旬|\d{1,2}日)?(?:底|末|初)?(?:之前|以前|前(?!\p{Script=Han}*[年月]))/u.test(
      rest,
    );
  return isSet && !/[已了]/.test(/(?<![^，。；])[^，。；]*$/.exec(text.slice(0, index))?.[0] ?? '');
}

/** Within 《》, 〔〕 and the like. */
function isQuoted(text: string, index: number): boolean {
  const before = text.slice(0, index);
  const open = (mark: string, close: string) => before.lastIndexOf(mark) > before.lastIndexOf(close);
  return open('《', '》') || open('〈', '〉') || open('〔', '〕');
}

function sentenceAt(text: string, index: number): string {
  const start = Math.max(...['。', '；', '\n'].map((mark) => text.lastIndexOf(mark, index))) + 1;
  return /^[^。；\n]*/.exec(text.slice(start))?.[0].trim() ?? '';
}
