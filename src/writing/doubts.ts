import type { Heading, Part } from '../structure/part.ts';
import { allOf } from '../structure/titles.ts';
import { withParties } from './fields.ts';
import { type Forms, isTitled } from './forms.ts';

/** Something about a heading that a person should look at. */
export interface Doubt {
  heading: Heading;
  message: string;
}

/** Numbers that are left out or twice, printed in another form than typed, or left in the text; and other signs between parties. */
export function doubtsOf(parts: readonly Part[], forms: Forms): Doubt[] {
  const doubts: Doubt[] = [];
  for (const { headings } of parts) {
    const last = new Map<string, Heading>();
    for (const heading of allOf(headings)) {
      const { numeral, level, line } = heading;
      const key = `${level} ${numeral.form}`;
      const before = last.get(key);
      last.set(key, heading);
      const shown = `第 ${line.source} 行“${numeral.text}`;
      const { value } = numeral;
      if (numeral.text !== '' && before && value > before.numeral.value + 1)
        doubts.push({
          heading,
          message: `${shown}”前面缺号：上一个是“${before.numeral.text}”，照原文没有补`,
        });
      else if (numeral.text !== '' && before && value === before.numeral.value && value > 1)
        doubts.push({ heading, message: `${shown}”与上一个重号，照原文没有改` });
      const form = forms.changed.get(heading);
      if (form !== undefined)
        doubts.push({ heading, message: `${shown}”与同级的写法不同，按“${form}”的样子编号` });
    }
  }
  return [...doubts, ...moved(parts, forms), ...reparted(parts, forms)];
}

/** Brackets behind titles, which the engine prints behind the texts below these, told at the first of them. */
function moved(parts: readonly Part[], forms: Forms): Doubt[] {
  const all = parts
    .flatMap(({ headings }) => allOf(headings))
    .filter((each) => !forms.literal.has(each) && each.parties !== undefined && isTitled(each, forms));
  const [heading] = all;
  const changed = all.some(({ parties = '' }) => !/^（[^:;,，]*）$/.test(parties));
  const message = `第 ${heading?.line.source} 行标题后面的“${heading?.parties}”印在这一条的末尾${changed ? '，括号和标点写成（：；）' : ''}${all.length > 1 ? `，这样的共 ${all.length} 处` : ''}`;
  return heading ? [{ heading, message }] : [];
}

/** Brackets whose parties the engine parts by other signs than were typed, told at the first of them. */
function reparted(parts: readonly Part[], { literal }: Forms): Doubt[] {
  const all = parts
    .flatMap(({ headings }) => allOf(headings))
    .filter((heading) => {
      const last = [heading.line, ...heading.content].at(-1);
      if (literal.has(heading) || heading.below.length > 0 || last?.kind !== 'line') return false;
      return withParties(last.text).isReparted;
    });
  const [heading] = all;
  const message = `第 ${heading?.line.source} 行括号里的单位之间印成“；”${all.length > 1 ? `，这样的共 ${all.length} 处` : ''}`;
  return heading ? [{ heading, message }] : [];
}
