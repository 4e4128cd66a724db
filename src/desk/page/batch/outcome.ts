import type { BatchReport } from '../../../batch/report.ts';
import { h } from '../dom.ts';

/** What became of the rows, and what to do about those that have no document. */
export function outcome(
  {
    made,
    failed,
    kept,
    finished,
    total,
  }: Pick<BatchReport, 'made' | 'failed' | 'kept' | 'finished' | 'total'>,
  unit: string,
): HTMLElement {
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
    kept.length > 0 && [
      h('p', {}, `${kept.length} 个文件原来就有，手工改过或者不是这里做的，没有覆盖：`),
      h(
        'ul.failed',
        {},
        kept.map((file) => h('li', {}, file)),
      ),
    ],
  );
}
