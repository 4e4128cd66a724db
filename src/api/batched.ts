import { table } from '../data/index.ts';
import { Batch } from '../engine/batch/session.ts';
import { UserError } from '../errors.ts';
import type { Given } from './around.ts';
import { asRead, formatNamed } from './rendered.ts';
import type { HowToBatch, RowRendered } from './types.ts';

/** Makes a document of each row, as `pingan batch` does. */
export async function* batched(
  { name, source, world }: Given,
  { rows, pattern, format, notes = () => {} }: HowToBatch,
): AsyncGenerator<RowRendered<Uint8Array | string>, void, undefined> {
  const writer = formatNamed(format);
  if (typeof rows !== 'object') throw new TypeError('rows 应是一组对象，或文件 { name, bytes }。');
  const file =
    'bytes' in rows ? rows : { name: 'rows.json', bytes: new TextEncoder().encode(JSON.stringify(rows)) };
  const kind = /\.([^.]*)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const bytes = async function* () {
    yield file.bytes;
  };
  const asked = {
    source,
    name,
    table: await table({ name: file.name, kind, bytes }, undefined),
    pattern,
    world,
  };
  const batch = await Batch.of(asked, [writer]);
  const { refused, problems, notes: lines } = batch.prospect;
  if (refused !== undefined)
    throw new UserError([refused, ...problems.map(({ message }) => message)].join('\n'));
  for (const line of lines) notes(line);
  for await (const { row, name, faults, documents } of batch.documents([writer])) {
    const [document] = documents;
    yield {
      row,
      ...(name !== undefined && { name: document ? `${name}.${format}` : name }),
      ...(document && { document: asRead(document, writer) }),
      faults,
    };
  }
}
