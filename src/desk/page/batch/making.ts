import type { BatchReport } from '../../../batch/report.ts';
import { fill, h } from '../dom.ts';
import type { Engine } from '../engine.ts';
import { fileName, saved } from '../save.ts';

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
  const bar = h('progress', { max: total, value: 0, 'aria-label': '进度' });
  const count = h('span', {}, `0 / ${total}`);
  const begun = performance.now();
  const work = engine.start('batch', [kinds], (done = 0, failed = 0) => {
    bar.value = done;
    const left = ((performance.now() - begun) / done) * (total - done);
    fill(
      count,
      `${done} / ${total}${failed > 0 ? `，${failed} 份没做成` : ''}${left > 2000 ? `，还要 ${Math.ceil(left / 1000)} 秒` : ''}`,
    );
  });
  fill(
    place,
    h('p.making', {}, bar, count, h('button', { type: 'button', onclick: () => work.stop() }, '停下')),
  );
  place.scrollIntoView({ block: 'nearest' });
  const { pieces, report } = await work.answer;
  fill(place, outcome(report, unit));
  if (report.made > 0) saved(`${fileName(name)}（${report.made}份）.zip`, ...pieces);
}

function outcome({ made, failed, finished, total }: BatchReport, unit: string): HTMLElement {
  return h(
    'div',
    {},
    h(
      'p',
      {},
      finished ? '' : `停下了，${total} 份里`,
      `做好 ${made} 份${failed.length > 0 ? `，${failed.length} 份没做成：` : '。'}`,
    ),
    failed.length > 0 &&
      h(
        'ul.failed',
        {},
        failed.map(({ row, name, faults }) =>
          h(
            'li',
            {},
            `第 ${row} ${unit}${name === undefined ? '' : `（${name}）`}：`,
            faults.map(({ column, value, message, advice }) =>
              h(
                'span',
                {},
                column === undefined ? '' : `“${column}”${value ? `“${value}”` : ''}`,
                message,
                advice && h('span.advice', {}, advice),
              ),
            ),
          ),
        ),
      ),
  );
}
