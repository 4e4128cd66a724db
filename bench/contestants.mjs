import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { limit } from './limit.mjs';
import { pinganWays } from './pingan.mjs';
import { plainDocx } from './plain-docx.mjs';
import { referenceRow } from './reference.mjs';
import { templateEngines } from './template-engines.mjs';

export const against = {
  docx: 'docx',
  docxtemplater: 'docxtemplater',
  limit: 'limit',
  limitToDisk: 'limit, to disk',
};

/** Everyone who makes the reference document, by name: functions that take a row and give the bytes of a .docx. */
export async function contestants(modules, folder) {
  const pingan = await pinganWays(modules);
  const writePlainly = plainDocx(modules);
  // pingan makes the template of the others: every value is the tag that they replace.
  const template = await pingan.once(
    Object.fromEntries(Object.keys(referenceRow(0)).map((name) => [name, `{${name}}`])),
  );
  const { docxtemplater, easyTemplateX } = templateEngines(template);
  const fill = limit(template);
  return {
    'pingan, YAML to bytes, templates compiled anew': pingan.gen,
    'pingan, YAML to bytes': pingan.genCompiled,
    'pingan, plan read once': pingan.once,
    'pingan, batch': pingan.batch,
    'pingan, writer alone': pingan.write,
    [against.docx]: (row) => writePlainly(pingan.finished(row)),
    [against.docxtemplater]: docxtemplater,
    'easy-template-x': easyTemplateX,
    [against.limit]: fill,
    'pingan, batch, to disk': toDisk(pingan.batch, folder, 'pingan'),
    [against.limitToDisk]: toDisk(fill, folder, 'limit'),
  };
}

/**
 * Whole or not at all, and unsynced: a temporary file, renamed. A handful of names is used again and again, since what
 * ext4 takes for a new one swings between 0.06 and 0.5 ms with the files that were deleted before; this is steady.
 */
function toDisk(make, folder, prefix) {
  let written = 0;
  return async (row) => {
    const made = make(row);
    const bytes = made instanceof Promise ? await made : made;
    const file = path.join(folder, `${prefix}-${written++ % 64}.docx`);
    writeFileSync(`${file}.tmp`, bytes);
    renameSync(`${file}.tmp`, file);
    return bytes;
  };
}
