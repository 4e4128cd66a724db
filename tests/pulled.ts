import { drafted } from '../src/engine/drafted.ts';
import { full, ink } from '../src/engine/pull/paragraph.ts';
import { paragraphsOf } from '../src/engine/pull/paragraphs.ts';
import { type Pulled, pulled } from '../src/engine/pull/pulled.ts';
import { shippedWorld } from '../src/engine/shipped-world.ts';
import { docx } from '../src/formats/docx/index.ts';
import { style } from '../src/pipeline.ts';
import { variablesFrom } from '../src/plan/variables.ts';
import type { Printed } from '../src/reading/printed.ts';
import { printedDocx } from '../src/reading/word/index.ts';
import { EditedDocument } from './edited-document.ts';

/** What comes back of a document that somebody edits, and whether the plan then makes that very document. */
export interface Outcome extends Pulled {
  /** The text of the new document is that of the edited one, numbers aside. */
  isExact: boolean;
}

const world = shippedWorld();

/** Makes the document of a plan, has it edited, and pulls it into the plan. */
export async function pullOf(
  source: string,
  edit: (document: EditedDocument) => unknown,
  given: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const document = new EditedDocument(await madeOf(source, given));
  edit(document);
  const edited = printedDocx(document.bytes(), { tracked: 'accepted' });
  const found = await pulled(edited, { name: '计划.yaml', source, world, given: variablesFrom(given) });
  const after = printedDocx(await madeOf(found.source, given), { tracked: 'accepted' });
  return { ...found, isExact: words(after) === words(edited) };
}

async function madeOf(source: string, given: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const wanted = { name: '计划.yaml', file: '计划.yaml', source, world, despite: 'errors' } as const;
  const { draft, problems } = await drafted(wanted, () => ({ given: variablesFrom(given) }));
  if (!draft) throw new Error(problems.map(({ message }) => message).join('\n'));
  return (await docx(style(draft.plan, draft.document))).write(draft.document);
}

const number =
  /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}\.|（\d{1,2}）|[①-⑳]|第[一二三四五六七八九十]+[章条])/;

/** All that is printed, numbers in front of texts and in 序号 aside. */
function words(printed: Printed): string {
  return paragraphsOf(printed)
    .map((each) => ink(full(each)).replace(number, '').replace(/^\d+$/, ''))
    .join('\n');
}
