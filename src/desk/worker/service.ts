import { complete, explained, type Offers } from '../../engine/complete.ts';
import { formOf } from '../../engine/form/form.ts';
import { mended } from '../../engine/mend.ts';
import { printedAt, sourceOf } from '../../engine/places.ts';
import { writing } from '../../engine/written.ts';
import { UserError } from '../../errors.ts';
import { formats } from '../../formats/index.ts';
import type { Problem } from '../../schema/problem.ts';
import { decode, type Encoding } from '../../text/encoding.ts';
import { version } from '../../version.ts';
import { batch, close, more, table } from './batch.ts';
import { type Change, edit } from './edit.ts';
import { importFile } from './import.ts';
import { forget, look, sameDraft, type Text } from './look.ts';
import type { FolderGiven } from './open-folder.ts';
import { paste } from './paste.ts';
import { pull, pullChosen } from './pull.ts';
import { examples } from './shipped.ts';
import { lookAround } from './world.ts';

/** What the page can ask of the engine; what goes in and out is plain data. */
export const service = {
  /** Opens a folder, whose files plans may use; without one the same is looked at anew. */
  async around(folder?: FolderGiven) {
    lookAround(folder);
    forget();
  },
  look,
  examples: async () => examples,
  complete: async (source: string, at: number, variables: readonly string[]): Promise<Offers | undefined> =>
    complete(source, at, variables),
  explain: async (source: string, at: number) => explained(source, at),
  mend: async (source: string, problem: Problem, all: readonly Problem[]) => mended(source, problem, all),
  /** The place in the file of what a person has pointed at. */
  async source(text: Text, block: number, offset: number) {
    const draft = await sameDraft(text);
    return draft && sourceOf(draft, block, offset);
  },
  /** Where on the pages a line of the file is printed. */
  async printed(text: Text, start: number, end: number) {
    const draft = await sameDraft(text);
    return draft && printedAt(draft, [{ start, end }])[0];
  },
  /** The document as the bytes of a file; one with comments finds back to its plan. */
  async write(text: Text, format: string, comments: boolean): Promise<Uint8Array> {
    const draft = await sameDraft(text);
    const wanted = formats.find(({ name }) => name === format);
    if (!draft || !wanted) throw new UserError('计划还读不出来，先改好标红的地方。');
    const origin = comments ? { plan: text.name.slice(text.name.lastIndexOf('/') + 1), version } : undefined;
    return (await writing(draft, text.source, { comments, origin })).write(wanted);
  },
  /** The text of a file in whatever encoding it has. */
  async read(bytes: Uint8Array): Promise<{ text: string; encoding: Encoding } | undefined> {
    const decoded = decode(bytes);
    return decoded && { text: decoded.text, encoding: decoded.encoding };
  },
  /** Whether a document was made by pingan and nobody has edited it since. */
  ours: async (name: string, bytes: Uint8Array) =>
    formats.find((format) => name.endsWith(`.${format.name}`))?.untouched(bytes) ?? false,
  form: async (source: string) => formOf(source),
  edit: async (source: string, change: Change) => edit(source, change),
  import: importFile,
  pull,
  pullChosen,
  paste,
  table,
  close,
  batch,
  more,
};

export type Service = typeof service;
