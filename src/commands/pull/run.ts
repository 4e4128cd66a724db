import { counted, summed } from '../../engine/pull/counted.ts';
import { together } from '../../engine/pull/together.ts';
import { UserError } from '../../errors.ts';
import { expand } from '../../io/files.ts';
import { oneLine } from '../../text/printable.ts';
import { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import type { PullOptions } from './options.ts';
import { type Pulling, pulling, type With } from './pulling.ts';
import { rowFinder } from './row.ts';
import { shown } from './shown.ts';
import { asJson, patch } from './told.ts';
import { write } from './written.ts';

/** Pulls one document into its plan, or counts what was changed in many; false where something can only be listed. */
export async function run(names: readonly string[], options: PullOptions, host: Host): Promise<boolean> {
  const terminal = new Terminal(host);
  const files = await expand(names, host.cwd);
  const isPlan = (name: string) => /\.ya?ml$/i.test(name);
  const [documents, plans] = [files.filter((name) => !isPlan(name)), files.filter(isPlan)];
  refuse(documents, plans, options);
  const using = { options, host, rowOf: await rowFinder(options, host) };
  if (options.report) return report(documents, plans[0], using, terminal);
  const [document = ''] = documents;
  return one(await pulling(document, plans[0], using), options, host, terminal);
}

function refuse(documents: readonly string[], plans: readonly string[], options: PullOptions): void {
  const { report, write: writes, patch: patches, json } = options;
  if (documents.length === 0) throw new UserError('没有给改过的 Word 文件：pingan pull 改过.docx 计划.yaml');
  if (documents.includes('-')) throw new UserError('pull 不从标准输入读：给 Word 文件的名字。');
  if (plans.length > 1) throw new UserError(`一次只收回一个计划，这里有 ${plans.join('、')}。`);
  if (documents.length > 1 && !report)
    throw new UserError(
      `一次只收回一份文件，这里有 ${documents.length} 份；要看各份改了几处，加上 --report。`,
    );
  if (report && (writes || patches))
    throw new UserError('--report 只数各份改了几处，不写计划；要收回哪一份，单独对它运行。');
  if (json && patches) throw new UserError('--json 和 --patch 只写一个。');
}

async function one(
  pulled: Pulling,
  { write: writes, patch: patches, json, data }: PullOptions,
  host: Host,
  terminal: Terminal,
): Promise<boolean> {
  const { document, plan } = pulled;
  const changes = pulled.pulled.changes;
  if (!json && !patches) host.out(shown(pulled, host.outColour));
  for (const note of pulled.notes) terminal.note(note);
  if (data !== undefined && changes.some(({ taken }) => taken)) terminal.note(shared);
  const offered = changes.filter((change) => !change.taken && change.offer);
  const besides =
    writes && host.dialogue && offered.length > 0
      ? [...(await (await import('./asking.ts')).asked(offered, host.dialogue))]
      : [];
  const { pieces, refused } = together(pulled.source, pulled.pulled.pieces, pulled.remarks, besides);
  for (const { after } of refused)
    terminal.note(`“${oneLine(after)}”没有写：它和别的改动碰在一起，请自己改。`);
  if (json) host.out(`${JSON.stringify(asJson(pulled, pieces), null, 2)}\n`);
  if (patches) host.out(await patch(pulled, pieces));
  const sum = `${document} → ${plan}：${summed(pulled)}`;
  if (writes) {
    const back = await write(pulled, pieces);
    if (back === undefined) terminal.note(`${sum}；没有要写的。`);
    else terminal.done(`${sum}；已写进 ${plan}，${back}`);
  } else {
    const { taken, remarks } = counted(pulled);
    terminal.note(taken + remarks > 0 ? `${sum}；加上 --write 写进计划。` : `${sum}。`);
  }
  return counted(pulled).listed === besides.length - refused.length;
}

const shared = '计划是成批生成的各份共用的：写进去，各份的都跟着变；只有这一份要变的，不要收回。';

/** A line a document; one that can't be read doesn't stop the others. */
async function report(
  documents: readonly string[],
  plan: string | undefined,
  using: With,
  terminal: Terminal,
): Promise<boolean> {
  const { options, host } = using;
  const all: object[] = [];
  let good = true;
  for (const document of documents) {
    if (host.signal.aborted) break;
    try {
      const pulled = await pulling(document, plan, using);
      if (options.json) all.push({ document, plan: pulled.plan, ...counted(pulled), cells: cells(pulled) });
      else
        host.out(
          `${document} → ${pulled.plan}：${[summed(pulled), ...cells(pulled).map(asked)].join('；')}\n`,
        );
      for (const note of pulled.notes) terminal.note(`${document}：${note}`);
      good &&= counted(pulled).listed === 0;
    } catch (thrown) {
      if (!(thrown instanceof UserError) || documents.length === 1) throw thrown;
      good = false;
      terminal.failed(thrown.message);
    }
  }
  if (options.json) host.out(`${JSON.stringify(all, null, 2)}\n`);
  return good;
}

/** What is to be changed in the table, since the plan has no such words. */
const cells = ({ pulled }: Pulling) => pulled.changes.flatMap(({ cell }) => cell ?? []);

const asked = ({ place, value }: { place: string; value: string }) =>
  oneLine(`${place}${value === '' ? '删去' : `改成“${value}”`}`);
