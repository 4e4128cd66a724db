import { ordinalOf } from '../outline/ordinal.ts';
import type { PrintedLine } from '../reading/printed.ts';
import { entrySigns, partSigns } from '../text/list-signs.ts';
import { simplified } from '../text/script.ts';
import type { Content, Heading, Numeral } from './part.ts';
import { type Shape, shapeOf } from './shape.ts';

/** The longest title of an unnumbered lead, of several in a row and of one alone. */
const longest = 24;
const longestAlone = 8;
/** How these begin are sentences, and no titles. */
const sentence =
  /^(?:为|根据|按照|依据|对于?|在|以|本|各|凡|此|该|其|如|若|上述|同时|另外|我|要|由|从|经|自|不|未|除|第|注|附|\d)/;

const unnumbered: Numeral = { text: '', form: '', value: 1, to: 0, native: false, weak: false };
const dash = /^(?:——|--|—)[ \t\u3000]*/;
const sign = new RegExp(`^(?:——|--|—|[${entrySigns}${partSigns}])[ \\t\\u3000]*`, 'u');

/** Makes headings of the paragraphs below titles that begin with a title of their own but have no number. */
export function withLeads(headings: readonly Heading[]): void {
  for (const heading of headings) {
    withLeads(heading.below);
    if (heading.title !== undefined) lead(heading);
  }
}

/** Headings of a text that has no numbers at all: bold words that open its paragraphs are all that tells them. */
export function leadsOf(content: readonly Content[]): Pick<Heading, 'content' | 'below'> {
  const [line] = content.filter((block) => block.kind === 'line');
  if (!line) return { content: [...content], below: [] };
  const root: Heading = { line, numeral: unnumbered, level: 0, mark: '', content: [...content], below: [] };
  const strong = root.content.filter((block) => block.kind === 'line' && isLead(block) && isMarked(block));
  if (strong.length > 1) lead(root);
  return root;
}

function lead(heading: Heading): void {
  const { content, below } = heading;
  const all = content.filter((block) => block.kind === 'line');
  const alike = beginAlike(all) || beginAlike(all.slice(1));
  const first = content.findIndex((block) => block.kind === 'line' && isLead(block, alike));
  if (first < 0) return;
  const rest = content.slice(first);
  const lines = rest.filter((block) => block.kind === 'line');
  const leads = lines.filter((line) => isLead(line, alike));
  const strong = leads.filter((line) => isMarked(line) || isDashed(line));
  const isRow = leads.length >= 2 && leads.length === lines.length && first <= 1;
  const isAlone =
    leads.length === 1 &&
    lines.length === 1 &&
    content.length === 1 &&
    heading.opens !== undefined &&
    (titleOf(leads[0] as PrintedLine)?.title.length ?? longest) <= longestAlone;
  if (!isRow && !isAlone && strong.length < 2) return;
  const heads = isRow || isAlone ? leads : strong;
  const made: Heading[] = [];
  for (const block of rest.slice(rest.indexOf(heads[0] as Content))) {
    if (block.kind === 'line' && heads.includes(block)) made.push(headingOf(block, heading.level + 1));
    else made.at(-1)?.content.push(block);
  }
  heading.content = content.slice(0, content.indexOf(heads[0] as Content));
  heading.below = [...made, ...below];
}

function headingOf(line: PrintedLine, level: number): Heading {
  const signs = sign.exec(line.text)?.[0] ?? '';
  const numeral =
    signs === ''
      ? unnumbered
      : {
          ...unnumbered,
          text: signs.trimEnd(),
          form: isDashed(line) ? '——' : signs.trimEnd(),
          to: signs.length,
          native: line.native !== undefined,
        };
  const { title, mark, opens } = titleOf(line) as Shape;
  return { line, numeral, level, title, mark, opens: numeral.to + opens, content: [], below: [] };
}

/** 坚持…，…。 and again 坚持…，…。: paragraphs that begin alike have titles, commas and all. */
function beginAlike([first, ...others]: readonly PrintedLine[]): boolean {
  return others.length >= 2 && others.every(({ text }) => text.slice(0, 2) === first?.text.slice(0, 2));
}

function isLead(line: PrintedLine, alike = false): boolean {
  const shape = titleOf(line);
  // 一是 counts within the text, bold or not.
  if (!shape || line.within !== undefined || ordinalOf(line.text)?.word) return false;
  if (isMarked(line)) return true;
  const { title, mark, opens } = shape;
  const words = line.text.replace(sign, '');
  if (isDashed(line) && mark === '。') return title.length <= longest && words.length - opens >= 6;
  const isTitle =
    title.length <= longest && (alike || !/[，,；]/.test(title)) && !sentence.test(simplified(title));
  return mark === '。' && isTitle && words.length - opens >= 6;
}

function titleOf(line: PrintedLine): Shape | undefined {
  const shape = shapeOf(line.text.replace(sign, ''));
  return shape.kind === 'opening' ? shape : undefined;
}

/** The title is bold or in a face of its own, and what follows isn't. */
function isMarked(line: PrintedLine): boolean {
  const shape = titleOf(line);
  const end = shape ? line.text.length - line.text.replace(sign, '').length + shape.title.length : 0;
  return (
    shape !== undefined &&
    (line.marked ?? []).some(({ from, to }) => from === 0 && to >= end && to <= end + 1)
  );
}

function isDashed({ text }: PrintedLine): boolean {
  return dash.test(text);
}
