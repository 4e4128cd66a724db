import { drafted } from '../src/engine/drafted.ts';
import { full, ink } from '../src/engine/pull/paragraph.ts';
import { paragraphsOf } from '../src/engine/pull/paragraphs.ts';
import { type Pulled, pulled } from '../src/engine/pull/pulled.ts';
import { shippedWorld } from '../src/engine/shipped-world.ts';
import { writing } from '../src/engine/written.ts';
import { docx } from '../src/formats/docx/index.ts';
import { formats } from '../src/formats/index.ts';
import { style } from '../src/pipeline.ts';
import { variablesFrom } from '../src/plan/variables.ts';
import type { Printed } from '../src/reading/printed.ts';
import { printedDocx } from '../src/reading/word/index.ts';
import { rememberedIn } from '../src/reading/word/remembered.ts';
import { EditedDocument } from './edited-document.ts';

/** What comes back of a document that somebody edits, and whether the plan then makes that very document. */
export interface Outcome extends Pulled {
  /** The text of the new document is that of the edited one, numbers aside. */
  isExact: boolean;
  /** What the new document says and neither the edited one, nor the one before, nor what is told of what was taken. */
  strange: readonly string[];
}

const world = shippedWorld();

/** Makes the document of a plan, has it edited, and pulls it into the plan. */
export async function pullOf(
  source: string,
  edit: (document: EditedDocument) => unknown,
  given: Readonly<Record<string, string>> = {},
  isReviewCopy = false,
): Promise<Outcome> {
  const made = await madeOf(source, given, isReviewCopy);
  const document = new EditedDocument(made);
  edit(document);
  return pulledFrom(source, made, document.bytes(), given);
}

/** Pulls an edited document of a plan into it. */
export async function pulledFrom(
  source: string,
  made: Uint8Array,
  bytes: Uint8Array,
  given: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const edited = read(bytes);
  const remembered = rememberedIn(bytes);
  const original = { name: '计划.yaml', source, world, given: variablesFrom(given) };
  const found = await pulled(edited, { ...original, ...(remembered && { remembered }) });
  const after = read(await madeOf(found.source, given));
  const told = found.changes.flatMap((change) => (change.taken ? change.after.split('\n') : []));
  const known = new Set([...words(edited), ...words(read(made)), ...told.map(bare)]);
  const follows = found.changes.some((change) => change.follows);
  return {
    ...found,
    isExact: words(after).join('\n') === words(edited).join('\n'),
    strange: follows ? [] : words(after).filter((line) => !known.has(line)),
  };
}

export async function madeOf(
  source: string,
  given: Readonly<Record<string, string>> = {},
  isReviewCopy = false,
): Promise<Uint8Array> {
  const wanted = { name: '计划.yaml', file: '计划.yaml', source, world, despite: 'errors' } as const;
  const { draft, problems } = await drafted({ ...wanted, review: isReviewCopy }, () => ({
    given: variablesFrom(given),
  }));
  if (!draft) throw new Error(problems.map(({ message }) => message).join('\n'));
  if (!isReviewCopy) return (await docx(style(draft.plan, draft.document))).write(draft.document);
  const writer = await writing(draft, source, { origin: { plan: '计划.yaml', version: '0' } });
  return writer.write(formats[0] as (typeof formats)[0]) as Promise<Uint8Array>;
}

const number =
  /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}\.|（\d{1,2}）|[①-⑳]|第[一二三四五六七八九十]+[章条])/;

const read = (bytes: Uint8Array) => printedDocx(bytes, { tracked: 'accepted' });
const bare = (text: string) => ink(text).replace(number, '').replace(/^\d+$/, '');

/** All that is printed, numbers in front of texts and in 序号 aside. */
const words = (printed: Printed) => paragraphsOf(printed).map((each) => bare(full(each)));
