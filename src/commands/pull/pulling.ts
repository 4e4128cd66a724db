import path from 'node:path';
import type { Remembered } from '../../document/remembered.ts';
import { around } from '../../draft/prepared.ts';
import { changedSince, editedDocument, ungiven, unlikeness } from '../../engine/pull/edited.ts';
import { type Pulled, pulled } from '../../engine/pull/pulled.ts';
import { type Remark, remarks } from '../../engine/pull/remarks.ts';
import { UserError } from '../../errors.ts';
import { readBytes, readDecoded, type Stored } from '../../io/files.ts';
import { missing } from '../../io/missing.ts';
import { read } from '../../plan/read.ts';
import type { Printed } from '../../reading/printed.ts';
import type { Host } from '../host.ts';
import type { PullOptions } from './options.ts';
import { planOf } from './original.ts';
import { cellOf, type FindRow, givenBy } from './row.ts';

/** What came of a document and its plan. */
export interface Pulling {
  /** As they were typed or found. */
  document: string;
  plan: string;
  file: string;
  stored: Stored;
  source: string;
  pulled: Pulled;
  /** By their places in the plan after the changes. */
  remarks: readonly Remark[];
  /** What the person should know besides. */
  notes: readonly string[];
}

/** What a run pulls every document with. */
export interface With {
  options: PullOptions;
  host: Host;
  rowOf: FindRow;
}

/** Reads an edited document and its plan, and carries back what can be. */
export async function pulling(
  document: string,
  plan: string | undefined,
  { options, host, rowOf }: With,
): Promise<Pulling> {
  const { printed, remembered } = edited(document, options, host);
  const name = await planOf(document, plan, remembered?.memory, host.cwd);
  const file = path.resolve(host.cwd, name);
  const stored = readDecoded(file);
  const source = stored.text;
  const template = options.template === undefined ? undefined : path.resolve(host.cwd, options.template);
  const { plan: written } = read(source);
  const row = rowOf(document, written);
  const original = {
    name,
    source,
    world: around({ file, template, cwd: host.cwd }),
    given: givenBy(options.set, row, written),
    ...(row && { cellOf: (variable: string) => cellOf(row, variable) }),
    ...(remembered && { remembered }),
  };
  const found = await pulled(printed, original);
  const unlike = unlikeness(found);
  const left = variablesLeft(remembered, [...Object.keys(options.set), ...(row?.columns ?? [])]);
  if (unlike !== undefined)
    throw new UserError(
      left[0] === undefined
        ? `${document} 不像是由 ${name} 生成的：${unlike}；看看计划给对了没有。`
        : `${document} 和 ${name} 对不上：${unlike}。${left[0]}`,
    );
  const notes = [...left, ...changedSince(remembered, original)];
  const said = await remarks(withComments(printed, options), { ...original, source: found.source });
  return {
    document,
    plan: name,
    file,
    stored,
    source,
    pulled: found,
    remarks: said,
    notes,
  };
}

function edited(document: string, { author }: PullOptions, { cwd }: Host) {
  const bytes = readBytes(path.resolve(cwd, document));
  if (bytes === undefined) throw missing(document, cwd, 'document');
  return editedDocument(bytes, document, author === undefined ? 'accepted' : { by: author });
}

function withComments(printed: Printed, { author }: PullOptions): Printed {
  if (author === undefined) return printed;
  return {
    ...printed,
    comments: (printed.comments ?? []).filter((each) => each.author.trim() === author.trim()),
  };
}

/** Values that the document was made with and that nobody gives now would all seem to be changed. */
function variablesLeft(remembered: Remembered | undefined, given: readonly string[]): string[] {
  const left = ungiven(remembered, given);
  const [first, ...others] = left.filter((name) => !/^(?:汇总|计数)\./.test(name));
  if (left.length === 0) return [];
  if (first === undefined)
    return ['这一份里的汇总、计数是从表里算的：用 --data 给当时的那张表，不然都当作改动。'];
  const names = [first, ...others].map((name) => `“${name}”`).join('、');
  return [
    `这一份生成的时候另外给了${names}：用 --set ${first}=… 照样再给，成批生成的用 --data 表 --where 列=值，不然都当作改动。`,
  ];
}
