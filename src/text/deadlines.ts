import { fromHan, type PlanDate, parseDate } from './dates.ts';

const numeral = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const inYear = '(?:(?<year>\\d{4})年|今年|本年)?';
/** What may stand behind the end of a time: that it is one. */
const till = '(?:以前|之前|前|止|前完成|完成)?';
/** Months in which quarters, halves and years end. */
const periods: readonly (readonly [RegExp, (found: number) => number])[] = [
  [new RegExp(`^${inYear}(?:第)?(?<part>[1-4一二三四])季度(?:末|底)?${till}$`), (part) => part * 3],
  [new RegExp(`^${inYear}(?<part>上|下)半年(?:末|底)?${till}$`), (part) => part * 6],
  [new RegExp(`^${inYear}(?:年底|年末|年终|全年|年内)${till}$`), () => 12],
  [new RegExp(`^(?<year>\\d{4})年(?:底|末|内|终)${till}$`), () => 12],
];
const day = new RegExp(`^${inYear}(?<month>${numeral})月(?<day>${numeral})[日号]${till}$`);
const month = new RegExp(`^${inYear}(?<month>${numeral})月(?<part>份|底|末|中旬|上旬|下旬|中|初)?${till}$`);
const days: Readonly<Record<string, number>> = { 上旬: 10, 中旬: 20, 中: 15, 初: 10 };

/** The last day that a deadline gives: 2026年9月底前, 6月30日前 and 年底 in the year of the plan; undefined where none can be told. */
export function lastDay(text: string, yearOfPlan: number | undefined): Required<PlanDate> | undefined {
  const typed = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[。;；]$/, '');
  // A time from one day to another ends with the other.
  const [from = '', to, more] = typed.split(/(?<!^)(?:至|到|—+|–|~)(?=.)/);
  if (more !== undefined) return undefined;
  const known = Number(/^(\d{4})年/.exec(from)?.[1] ?? yearOfPlan);
  const year = Number.isNaN(known) ? undefined : known;
  const end = single(to ?? from, year, /(\d{1,2})月/.exec(from)?.[1]);
  const start = to === undefined ? undefined : single(from, year);
  // 11月至2月 ends in another year, and nobody says which.
  return end && start && inDays(end) < inDays(start) ? undefined : end;
}

function single(
  text: string,
  known: number | undefined,
  monthBefore?: string,
): Required<PlanDate> | undefined {
  const whole = parseDate(text.replace(new RegExp(`${till.slice(0, -1)}$`), ''));
  if (whole) return { ...whole, day: whole.day ?? new Date(whole.year, whole.month, 0).getDate() };
  const short = /^(\d{1,2})[日号]/.test(text) && monthBefore ? `${monthBefore}月${text}` : text;
  const found = day.exec(short)?.groups ?? month.exec(short)?.groups;
  if (found) {
    const [of, at] = [yearOf(found, known), number(found['month'])];
    if (of === undefined || at < 1 || at > 12) return undefined;
    const last = new Date(of, at, 0).getDate();
    const wanted = found['day'] === undefined ? (days[found['part'] ?? ''] ?? last) : number(found['day']);
    return wanted >= 1 && wanted <= last ? { year: of, month: at, day: wanted } : undefined;
  }
  for (const [pattern, monthOf] of periods) {
    const { groups } = pattern.exec(text) ?? {};
    const of = groups && yearOf(groups, known);
    if (groups === undefined || of === undefined) continue;
    const at = monthOf(groups['part'] === '上' ? 1 : groups['part'] === '下' ? 2 : number(groups['part']));
    return { year: of, month: at, day: new Date(of, at, 0).getDate() };
  }
  return undefined;
}

function inDays({ year, month, day }: PlanDate): number {
  return year * 372 + month * 31 + (day ?? 1);
}

function yearOf(groups: Readonly<Record<string, string | undefined>>, known: number | undefined) {
  return groups['year'] === undefined ? known : Number(groups['year']);
}

function number(part = ''): number {
  return /^\d/.test(part) ? Number(part) : fromHan(part);
}
