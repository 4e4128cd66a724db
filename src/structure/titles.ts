import { grouped } from '../text/groups.ts';
import { closingParties, partiesIn } from '../text/parties.ts';
import { simplified } from '../text/script.ts';
import type { Heading } from './part.ts';
import { longestNamed, type Shape, shapeOf } from './shape.ts';

/** The longest title of an article. */
const longestOfArticle = 18;
/** Two in a row of no more than this are called so. */
const shortestNamed = 8;
/** A formula gives a figure. */
const formula = /[=＝]/;
const ruling = /应当|必须|不得|可以/;

/** Cuts headings into titles and texts, all of a kind alike: what is a title is decided by what the siblings do. */
export function entitle(headings: readonly Heading[]): void {
  const all = allOf(headings);
  const shapes = new Map(all.map((each) => [each, shapeOf(each.line.text.slice(each.numeral.to))]));
  uncutValues(headings, shapes);
  const kinds = grouped(all, kindOf);
  const shares = new Map(
    [...kinds].map(([kind, each]) => [kind, { share: shareOf(each, shapes), count: each.length }]),
  );
  const visit = (siblings: readonly Heading[]) => {
    for (const group of grouped(siblings, ({ numeral }) => numeral.form).values()) {
      const first = group[0] as Heading;
      const wide = shares.get(kindOf(first)) ?? { share: 0, count: 0 };
      const share = (shareOf(group, shapes) * group.length + wide.share * 3) / (group.length + 3);
      const own = shareOf(group, shapes);
      const lengths = group.map((each) => shapes.get(each)?.title.length ?? 0);
      const isShort = lengths.every((length) => length <= shortestNamed);
      const isAlike =
        own === 1 &&
        lengths.every((length) => length <= longestNamed) &&
        group.length >= (wide.share >= 0.3 || isShort ? 2 : 3);
      const few = wide.share < 0.5 && (wide.count >= 10 || isArticle(first));
      const some = (!few && share > 0.5) || (isAlike && !(few && isArticle(first)));
      const shown = group.map((each) => shapes.get(each) as Shape);
      const plain = shown.filter((_, index) => !hasBelow(group[index] as Heading));
      const parted = plain.filter(isClause).length;
      // The last part of a sentence that is a list ends the sentence.
      const clauses = parted + Number(parted > 0 && isSentence(shown.at(-1) as Shape));
      const sentences = plain.filter(isSentence).length;
      const items = { clauses: clauses * 2 >= group.length, all: (sentences + parted) * 2 >= group.length };
      for (const each of group) decide(each, shapes.get(each) as Shape, { some, items });
    }
    for (const each of siblings) visit(each.below);
  };
  visit(headings);
}

/** 优秀：90分以上 gives a value: where most of some siblings do, those have no titles. */
function uncutValues(siblings: readonly Heading[], shapes: Map<Heading, Shape>): void {
  for (const group of grouped(siblings, ({ numeral }) => numeral.form).values()) {
    const values = group.filter((each) => shapes.get(each)?.isValue && !hasBelow(each));
    if (values.length * 2 <= group.length) continue;
    for (const each of values) shapes.set(each, { ...(shapes.get(each) as Shape), kind: 'text' });
  }
  for (const { below } of siblings) uncutValues(below, shapes);
}

/** Articles run on through chapters and sections, and are of one kind wherever they stand. */
function kindOf({ level, numeral }: Heading): string {
  return isArticle({ numeral }) ? numeral.form : `${level} ${numeral.form}`;
}

/** An article that introduces its items isn't called by what it says, nor is one by what it rules. */
function isCalled({ kind, title, mark }: Shape): boolean {
  return (
    (kind === 'bare' || (kind === 'opening' && mark === '。')) &&
    title.length <= longestOfArticle &&
    !ruling.test(simplified(title))
  );
}

function isArticle({ numeral }: Pick<Heading, 'numeral'>): boolean {
  return /^第.[条條]/.test(numeral.form);
}

/** A short sentence: where half of a list are such and have nothing below them, one that has items is no title either. */
const isSentence = ({ kind, mark }: Shape) => kind === 'whole' && mark === '。';
/** A part of the sentence that a list is: one of its parts that ends in ： is no title. */
const isClause = ({ kind, title }: Shape) => kind === 'text' && /[；;]$/.test(title);

function decide(
  heading: Heading,
  shape: Shape,
  { some, items }: { some: boolean; items: { clauses: boolean; all: boolean } },
): void {
  const { kind, title, mark, opens } = shape;
  if (isArticle(heading) && !isCalled(shape)) return;
  const holds = hasBelow(heading);
  const isTitle =
    (kind === 'bare' && (holds || !items.all) && !formula.test(title)) ||
    (kind === 'whole' &&
      holds &&
      (some ||
        (title.length <= 15 &&
          (/[：:]/.test(mark) ? !items.clauses : heading.below.length > 0 && !items.all)))) ||
    (kind === 'whole' && some && /[：:]/.test(mark) && title.length <= 15) ||
    (kind === 'opening' && (some || isMarked(heading, title)));
  if (!isTitle) return;
  if (kind === 'opening' && holds && isNamed(heading, shape)) {
    heading.title = heading.line.text.slice(heading.numeral.to).trim();
    return;
  }
  const { parties = '' } = shape;
  const isApart = parties !== '' && answers(heading, parties);
  heading.title = title.trim() + (isApart ? '' : parties);
  heading.mark = mark;
  if (isApart) heading.parties = parties;
  if (heading.numeral.to + opens < heading.line.text.length) heading.opens = heading.numeral.to + opens;
}

/** A bracket behind a title says who answers for it, unless it says more or the text below the title has one of its own. */
function answers({ line, content }: Heading, parties: string): boolean {
  const last = [line, ...content].at(-1);
  return (
    partiesIn(parties.slice(1, -1)) !== undefined &&
    !(last?.kind === 'line' && closingParties(last.text) !== undefined)
  );
}

/** The title, and not what follows it, is set in a face of its own. */
function isMarked({ line, numeral }: Heading, title: string): boolean {
  const end = numeral.to + title.length;
  return (line.marked ?? []).some(({ from, to }) => from <= numeral.to && to >= end && to <= end + 2);
}

function hasBelow({ content, below }: Heading): boolean {
  return content.length + below.length > 0;
}

/** How many of some headings can be cut. */
function shareOf(headings: readonly Heading[], shapes: ReadonlyMap<Heading, Shape>): number {
  const cut = headings.filter((each) => {
    const shape = shapes.get(each) as Shape;
    if (isArticle(each)) return isCalled(shape);
    const { kind } = shape;
    return kind === 'bare' || kind === 'opening' || (kind === 'whole' && hasBelow(each));
  });
  return cut.length / Math.max(1, headings.length);
}

export function allOf(headings: readonly Heading[]): Heading[] {
  return headings.flatMap((each) => [each, ...allOf(each.below)]);
}

/** 危险源：火灾 is a title as a whole where more stands below it. */
function isNamed({ line, numeral }: Heading, { mark, opens }: Shape): boolean {
  const rest = line.text.slice(numeral.to + opens);
  return /[：:]/.test(mark) && rest.length <= 12 && !/[。；，、：:]/.test(rest);
}
