import type { BatchReport } from '../../../batch/report.ts';
import { fill, h } from '../dom.ts';
import type { Engine } from '../engine.ts';
import type { FolderBehind } from '../files.ts';
import { fileName, saved } from '../save.ts';
import { outcome } from './outcome.ts';

interface Making {
  kinds: readonly string[];
  total: number;
  /** The title of the plan, by which the zip is called. */
  name: string;
  unit: string;
  place: Element;
}

/** Has the documents made, shows how far it has come, and hands out the zip. */
export async function making(engine: Engine, { kinds, total, name, unit, place }: Making): Promise<void> {
  const progress = progressOf(total);
  const work = engine.start('batch', [kinds], (done = 0, failed = 0) => progress.show(done, failed));
  progress.begin(place, () => work.stop());
  const { pieces, report } = await work.answer;
  fill(place, outcome(report, unit));
  if (report.made > 0) saved(`${fileName(name)}（${report.made}份）.zip`, ...pieces);
}

/** Documents that are made before they are written. */
const handful = 20;

/** Has the documents made and puts them into a folder, one after the other. */
export async function makingInto(
  put: FolderBehind['put'],
  folder: string,
  engine: Engine,
  { kinds, total, unit, place }: Making,
): Promise<void> {
  const progress = progressOf(total);
  let isStopped = false;
  progress.begin(place, () => {
    isStopped = true;
  });
  const failed: BatchReport['failed'][number][] = [];
  const kept: string[] = [];
  let made = 0;
  for (let first: readonly string[] | undefined = kinds; !isStopped; first = undefined) {
    const rows = await engine.ask('more', handful, first);
    if (rows.length === 0) break;
    for (const { row, name, faults, documents } of rows) {
      if (documents.length === 0) failed.push({ row, ...(name !== undefined && { name }), faults });
      let isPut = false;
      for (const [index, bytes] of documents.entries()) {
        const file = `${folder}${name}.${kinds[index]}`;
        if (await put(file, bytes)) isPut = true;
        else kept.push(file);
      }
      if (isPut) made++;
    }
    progress.show(made + failed.length + kept.length, failed.length);
  }
  fill(place, outcome({ made, failed, kept, finished: !isStopped, total }, unit));
}

function progressOf(total: number) {
  const bar = h('progress', { max: total, value: 0, 'aria-label': '进度' });
  const count = h('span', {}, `0 / ${total}`);
  const begun = performance.now();
  return {
    begin(place: Element, stop: () => void): void {
      fill(place, h('p.making', {}, bar, count, h('button', { type: 'button', onclick: stop }, '停下')));
      place.scrollIntoView({ block: 'nearest' });
    },
    show(done: number, failed: number): void {
      bar.value = done;
      const left = ((performance.now() - begun) / done) * (total - done);
      fill(
        count,
        `${done} / ${total}${failed > 0 ? `，${failed} 份没做成` : ''}${left > 2000 ? `，还要 ${Math.ceil(left / 1000)} 秒` : ''}`,
      );
    },
  };
}
