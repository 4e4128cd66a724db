import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import { Printing } from '../src/batch/printing.ts';
import type { Work } from '../src/batch/work.ts';
import type { Value } from '../src/data/table.ts';
import type { Style } from '../src/formats/format.ts';
import { formats } from '../src/formats/index.ts';
import { templates } from '../src/io/templates.ts';
import { isSame, latin1 } from '../src/package/bytes.ts';
import { read } from '../src/plan/read.ts';
import type { Problem } from '../src/schema/problem.ts';
import { compose, type TemplateFile, type TemplateFiles } from '../src/template/compose.ts';
import { uses } from '../src/template/steering.ts';
import { png } from './drawn.ts';

/** A plan to print rows of, and what has been done of it so far, in all of its formats. */
export interface Job {
  work: Work;
  /** The presses that were cut, and the documents that came from one. */
  counts: { cut: number; pressed: number };
  /** The partials that have been called. */
  called: ReadonlySet<string>;
}

export const names = ['docx', 'md', 'html'];

export function job(
  source: string,
  columns: readonly string[],
  more: { kind?: string; files?: (files: TemplateFiles) => TemplateFiles; own?: Work['own'] } = {},
): Job {
  const { plan, problems } = read(source);
  expect(problems).toEqual([]);
  if (!plan) throw new Error('no plan');
  const called = new Set<string>();
  const files = watched(templates(more.kind ?? '工作要点', '计划.yaml', undefined), called);
  const used = more.files?.(files) ?? files;
  const counts = { cut: 0, pressed: 0 };
  const known = uses(plan);
  called.clear();
  return {
    work: {
      plan,
      compose: compose(used, plan.script),
      uses: known,
      given: plan.variables ?? {},
      columns,
      album: () => ({ type: 'png', width: 1440, height: 720, bytes: png(96, 48) }),
      formats: formats.filter(({ name }) => names.includes(name)).map(counted(counts)),
      ...(more.own && { own: more.own }),
    },
    counts,
    called,
  };
}

/** The format, counting. A press is tried once when it is cut. */
const counted =
  (counts: Job['counts']) =>
  (format: Work['formats'][number]): Work['formats'][number] => ({
    ...format,
    async prepare(style: Style) {
      const writer = await format.prepare(style);
      return {
        write: (document) => writer.write(document),
        press(stencil) {
          counts.cut++;
          const press = writer.press(stencil);
          let tried = false;
          return (values) => {
            if (tried) counts.pressed++;
            tried = true;
            return press(values);
          };
        },
      };
    },
  });

/** Templates are read when they are first called. */
function watched({ document, partials }: TemplateFiles, called: Set<string>): TemplateFiles {
  const watch = ([name, { source, path }]: [string, TemplateFile]): [string, TemplateFile] => [
    name,
    {
      path,
      get source() {
        called.add(name);
        return source;
      },
    },
  ];
  return { document, partials: new Map([...partials].map(watch)) };
}

/** Prints a row and holds it against the same row printed alone. */
export async function same(printing: Printing, work: Work, values: readonly Value[]): Promise<void> {
  const report = ({ message }: Problem) => expect.fail(`${JSON.stringify(values)}: ${message}`);
  const printed = (await printing.print(values, report)) ?? [];
  const alone = (await new Printing(work).print(values, report)) ?? [];
  if (alone.length > 0 && alone.every((file, index) => isSame(printed[index] ?? new Uint8Array(), file)))
    return;
  expect(printed.map(shown), JSON.stringify(values)).toEqual(alone.map(shown));
  throw new Error(`other bytes for ${JSON.stringify(values)}`);
}

/** What a person can read of a file. */
export function shown(file: Uint8Array): string {
  if (latin1(file.subarray(0, 2)) !== 'PK') return new TextDecoder().decode(file);
  const parts = unzipSync(file);
  return ['word/document.xml', 'docProps/core.xml']
    .map((name) => new TextDecoder().decode(parts[name]))
    .join('\n')
    .replace(/<w:p>|<w:tr>/g, '\n$&');
}
