import path from 'node:path';
import { prepared } from '../../draft/prepared.ts';
import { refusal } from '../../engine/drafted.ts';
import { UserError } from '../../errors.ts';
import { pdf } from '../../formats/pdf.ts';
import { text } from '../../io/files.ts';
import { pdfsOf } from '../../io/office.ts';
import { style } from '../../pipeline.ts';

/** The pages of a plan as LibreOffice sets them, whatever checking finds in its words. */
export async function proof(folder: string, name: string, bytes: Buffer): Promise<Uint8Array> {
  const file = path.join(folder, name);
  const source = text(bytes, name);
  const wanted = { name, file, source, template: undefined, cwd: path.dirname(file) };
  const { draft, problems, way } = await prepared({ ...wanted, despite: 'findings' }, () => ({ given: {} }));
  if (draft === undefined) throw new UserError(refusal(name, problems, way));
  const { prepare, finish } = pdf(async () => pdfsOf);
  const writer = await prepare(style(draft.plan, draft.document, draft.own));
  const [made] = await finish([writer.write(draft.document)]);
  if (made === undefined || typeof made === 'string') throw new UserError(made ?? `${name} 没有做出 PDF。`);
  return made;
}
