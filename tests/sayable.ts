import { formOf } from '../src/engine/pull/expected.ts';
import { full, ink, type MadeParagraph, type Origin } from '../src/engine/pull/paragraph.ts';
import { counterparts } from './counterparts.ts';
import type { Edit } from './random-edits.ts';

/** Why no plan prints what somebody made of its document. */
export type Unsayable =
  /** Numbers are counted. */
  | 'a number'
  /** Words, labels and whole paragraphs that the template writes, cuts through them, and places between them. */
  | 'words of the template'
  /** The value of a variable, which is asked for; a day that is none. */
  | 'a value'
  /** A name, a day or a title in two paragraphs, or somewhere in the text. */
  | 'no text of sentences'
  /** What is typed once and printed at several places, at one of them only. */
  | 'printed twice';

/** Why a plan can't say an edit of its document; undefined where it can. `texts` are the paragraphs of the file before it. */
export function unsayable(
  made: readonly MadeParagraph[],
  texts: readonly string[],
  edit: Edit,
): Unsayable | undefined {
  const own = counterparts(made, texts);
  const paragraph = own.get(edit.at);
  if (!paragraph) return 'words of the template';
  switch (edit.kind) {
    case 'number':
      return 'a number';
    case 'split':
      return splitUp(paragraph, inkUpTo(texts, edit.at, edit.from));
    case 'merge':
      return runTogether(made, paragraph, nextTo(made, paragraph));
    case 'move': {
      const behind = own.get(edit.behind ?? -1);
      const isDown = (edit.behind ?? 0) > edit.at;
      // Who answers for a task goes nowhere without it.
      if (paragraph.number === '' && paragraph.origins.at(-1)?.of === 'template')
        return 'words of the template';
      return (
        ofText(made, paragraph) ?? placeBehind(made, isDown || behind !== paragraph ? behind : undefined)
      );
    }
    case 'new':
      return placeBehind(made, paragraph);
    case 'gone':
      return ofWhole(made, paragraph);
    case 'row':
    case 'row gone':
      return ofRow(made, paragraph, edit);
    default:
      return ofWords(made, paragraph, inkUpTo(texts, edit.at, edit.from), inkUpTo(texts, edit.at, edit.to));
  }
}

function inkUpTo(texts: readonly string[], at: number, to: number): number {
  return ink((texts[at] ?? '').slice(0, to)).length;
}

function nextTo(made: readonly MadeParagraph[], paragraph: MadeParagraph): MadeParagraph | undefined {
  return made[made.indexOf(paragraph) + 1];
}

/** Where each character of a paragraph comes from, those of its number first. */
function originsOf({ number, text, origins }: MadeParagraph): ('number' | Origin)[] {
  const of = [...text].flatMap((letter, at) => {
    const origin = origins.find(({ from, to }) => from <= at && to > at);
    return /\s/.test(letter) || !origin ? [] : [origin];
  });
  return [...[...ink(number)].map(() => 'number' as const), ...of];
}

const isPlan = (origin: 'number' | Origin | undefined) => typeof origin === 'object' && origin.of === 'plan';

function ofWords(
  made: readonly MadeParagraph[],
  paragraph: MadeParagraph,
  from: number,
  to: number,
): Unsayable | undefined {
  if (isClosing(paragraph)) return undefined;
  const all = originsOf(paragraph);
  const own = from < to ? all.slice(from, to) : [all[from - 1], all[from]];
  if (own[0] === 'number' && from < to) return 'a number';
  const words = ink(full(paragraph)).slice(from, to);
  // Between names of a list.
  const isSign = (origin: (typeof own)[number], at: number) =>
    from < to && /[、]/.test(words.charAt(at)) && origin !== 'number';
  if (from < to ? own.every((each, at) => isPlan(each) || isSign(each, at)) : own.some(isPlan))
    return own.some((each) => isHead(made, paragraph, each)) ? 'printed twice' : undefined;
  const isValue = own.some(
    (each) => typeof each === 'object' && (each.of === 'variable' || each.of === 'date'),
  );
  return isValue ? 'a value' : 'words of the template';
}

/** What is said once at the head of a plan and printed at several places, such as the name of a unit. */
function isHead(
  made: readonly MadeParagraph[],
  own: MadeParagraph,
  origin: 'number' | Origin | undefined,
): boolean {
  if (typeof origin !== 'object' || origin.of !== 'plan') return false;
  const { role, path } = origin.place;
  if (path.includes('/') || role === 'title' || role === 'body') return false;
  return made.some(
    (each) => each !== own && each.origins.some((other) => 'text' in other && other.text === origin.text),
  );
}

const roleOf = (origin: 'number' | Origin | undefined) =>
  typeof origin === 'object' && 'place' in origin ? origin.place.role : undefined;

function splitUp(paragraph: MadeParagraph, at: number): Unsayable | undefined {
  const [left, right] = [originsOf(paragraph)[at - 1], originsOf(paragraph)[at]];
  const isOneText =
    typeof left === 'object' &&
    typeof right === 'object' &&
    'text' in left &&
    'text' in right &&
    left.text === right.text;
  if (!isOneText) return 'words of the template';
  return roleOf(left) === 'body' || roleOf(left) === 'cell' ? undefined : 'no text of sentences';
}

function runTogether(
  made: readonly MadeParagraph[],
  one: MadeParagraph,
  other: MadeParagraph | undefined,
): Unsayable | undefined {
  if (!other || other.cell) return 'words of the template';
  const junction = [originsOf(one).at(-1), originsOf(other)[0]];
  if (!junction.every((each) => typeof each === 'object' && 'text' in each)) return 'words of the template';
  if (!junction.every((each) => isSentence(each))) return 'no text of sentences';
  return isTwice(made, [one, other]) ? 'printed twice' : undefined;
}

/** Words that stand among others, and not at a place of their own, as the title of the document does. */
function isSentence(origin: 'number' | Origin | undefined): boolean {
  if (typeof origin !== 'object' || !('place' in origin)) return false;
  const { role, path } = origin.place;
  return role === 'body' || (role === 'title' && path.includes('/'));
}

/** A sentence of the template that gives way to one of the plan, or to none. */
function isClosing({ origins: [first, ...others], text }: MadeParagraph): boolean {
  return first?.of === 'template' && others.length === 0 && /^(?:特此|妥否|请予|此复).*。$/.test(text);
}

/** A paragraph that can be left out: one that the plan says, with a label in front at most. */
function ofWhole(made: readonly MadeParagraph[], paragraph: MadeParagraph): Unsayable | undefined {
  const [first, ...others] = paragraph.origins;
  if (isClosing(paragraph)) return undefined;
  if (!first || (first.of === 'template' && others.length === 0)) return 'words of the template';
  if (first.of === 'template' && !/[：（]$/.test(paragraph.text.slice(0, first.to)))
    return 'words of the template';
  return isTwice(made, [paragraph]) ? 'printed twice' : undefined;
}

/** A paragraph that can be taken out of its place. */
function ofText(made: readonly MadeParagraph[], paragraph: MadeParagraph): Unsayable | undefined {
  const all = originsOf(paragraph).filter((each) => each !== 'number');
  const [first] = all;
  if (!all.some((each) => each.of === 'plan' || each.of === 'variable')) return 'words of the template';
  if (first?.of === 'template') return 'words of the template';
  if (!isSentence(first) && roleOf(first) !== 'indicator') return 'no text of sentences';
  return isTwice(made, [paragraph]) ? 'printed twice' : undefined;
}

function isTwice(made: readonly MadeParagraph[], own: readonly MadeParagraph[], isAnywhere = false): boolean {
  const textsOf = ({ origins }: MadeParagraph) =>
    origins.flatMap((each) => ('text' in each ? [each.text] : []));
  const texts = new Set(own.flatMap(textsOf));
  const isOther = (each: MadeParagraph) => !own.includes(each) && (isAnywhere || each.cell !== undefined);
  return made.some((each) => isOther(each) && textsOf(each).some((text) => texts.has(text)));
}

/** A place for a paragraph: behind words of a text, or in front of some. */
function placeBehind(
  made: readonly MadeParagraph[],
  before: MadeParagraph | undefined,
): Unsayable | undefined {
  if (!before || before.cell) return 'words of the template';
  // Who answers for a task is said behind all of its text.
  const next = nextTo(made, before);
  const isLabelled = before.number === '' && before.origins.at(-1)?.of === 'template';
  const above = made.slice(0, made.indexOf(before)).findLast(({ number }) => number !== '');
  if (isLabelled && next?.number && formOf(next.number) === formOf(above?.number ?? ''))
    return 'words of the template';
  const isText = (each: MadeParagraph | undefined) => {
    const [first] = each ? originsOf(each).filter((origin) => origin !== 'number') : [];
    return isSentence(first) || roleOf(first) === 'indicator';
  };
  return isText(before) || isText(next) ? undefined : 'words of the template';
}

function ofRow(
  made: readonly MadeParagraph[],
  { cell }: MadeParagraph,
  { kind, cells = [] }: Edit,
): Unsayable | undefined {
  const rowAt = (by: number) =>
    made.filter((each) => each.cell?.table === cell?.table && each.cell?.row === (cell?.row ?? 0) + by);
  const row = rowAt(0);
  const isOfPlan = (each: MadeParagraph) => each.origins.some(({ of }) => of !== 'template');
  if (kind === 'row gone')
    return !row.some(isOfPlan)
      ? 'words of the template'
      : isTwice(made, row, true)
        ? 'printed twice'
        : undefined;
  if (![...row, ...rowAt(1)].some(isOfPlan)) return 'words of the template';
  const columns = Math.max(
    ...made.map((each) => (each.cell?.table === cell?.table ? (each.cell?.column ?? 0) : 0)),
  );
  // Cells that stand for others beside or above them can't be told from the words of a new row.
  return cells.length === columns + 1 ? undefined : 'no text of sentences';
}
