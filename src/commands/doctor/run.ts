import path from 'node:path';
import { prepared } from '../../draft/prepared.ts';
import { isFile, readText } from '../../io/files.ts';
import { missing } from '../../io/missing.ts';
import { argument } from '../../text/argument.ts';
import { printable } from '../../text/printable.ts';
import type { Host } from '../host.ts';
import { faces } from './faces.ts';
import { configuration, templates } from './files.ts';
import { machine } from './machine.ts';
import { bad, type Symptom } from './symptom.ts';

const marks: Record<Symptom['state'], string> = { good: '✔', doubt: '！', bad: '✘' };

/** Looks at the machine and at a plan, and says what to do; false where something is in the way. */
export async function run(typed: string | undefined, host: Host): Promise<boolean> {
  const plan = path.resolve(host.cwd, typed ?? '计划.yaml');
  if (typed !== undefined && !isFile(plan)) throw missing(typed, host.cwd);
  const files = await configuration(host);
  const around = files.some(({ state }) => state === 'bad');
  const draft = typed === undefined || around ? undefined : await drafted(typed, plan, host);
  const shown = (file: string) => path.relative(host.cwd, file).replaceAll('\\', '/');
  const all: [string, Symptom[]][] = [
    ['程序', await machine(host)],
    ['字体', faces(draft?.layout, draft?.document, host)],
    ['文件', [...files, ...templates(plan, shown), ...(draft?.symptoms ?? [])]],
  ];
  for (const [title, symptoms] of all)
    host.out(
      `${title}\n${symptoms.map(({ state, text }) => `  ${marks[state]} ${printable(text)}\n`).join('')}\n`,
    );
  const found = all.flatMap(([, symptoms]) => symptoms);
  host.out(advice(found));
  return found.every(({ state }) => state !== 'bad');
}

function advice(found: readonly Symptom[]): string {
  const cures = [...new Set(found.flatMap(({ cure }) => cure ?? []))];
  if (cures.length === 0) return '都好，不用做什么。\n';
  return `要做的：\n${cures.map((cure, index) => `  ${index + 1}. ${printable(cure)}\n`).join('')}`;
}

/** What a plan prints, as far as it can be made. */
async function drafted(name: string, file: string, { cwd }: Host) {
  const wanted = { name, file, source: readText(file), template: undefined, cwd, despite: 'errors' } as const;
  const { draft, problems } = await prepared(wanted, () => ({ given: {} }));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const symptoms =
    errors > 0
      ? [bad(`${name} 有 ${errors} 处错误`, `运行 pingan lint ${argument(name)}，照它说的改。`)]
      : [];
  return { layout: draft?.plan.layout, document: draft?.document, symptoms };
}
