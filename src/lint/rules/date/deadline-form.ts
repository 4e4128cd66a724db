import { parseDate } from '../../../text/dates.ts';
import { rule } from '../../rule.ts';

/** As data has a date; 46086 alone is what Excel has for one, while 12345 is a telephone number. */
const inData =
  /(?<![\d.\-/])(?:\d{4}([-/.])\d{1,2}\1\d{1,2}(?![\d.\-/])|(?<!\P{White_Space})[45]\d{4}(?=[日前止]*\s*$)|(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])(?=\s*(?:[日前止至到]|[以之]前|$)))/gu;

export default rule({
  id: 'date/deadline-form',
  title: '时限看不出是哪一天',
  why: '时限里 2026-12-31 这样的日期印成 2026年12月31日；日历上没有的、Excel 里当作日期的数（46086）会照样印出来。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  kinds: ['deadline'],
  passage({ prose, span }, tell) {
    for (const { index, 0: text } of prose.matchAll(inData)) {
      if (parseDate(text) !== undefined) continue;
      tell(span(index, index + text.length), `“${text}”看不出是哪一天，或者日历上没有。`, {
        advice: '写成 2026年9月30日、2026-09-30，或“9月底前”。',
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '⟦2026-02-30⟧前', right: '2026-02-28前', in: 'deadline' },
      { wrong: '⟦46086⟧', right: '2026-03-05', in: 'deadline' },
      { wrong: '⟦9/30⟧前', right: '9月30日前', in: 'deadline' },
      { wrong: '⟦9/30⟧之前', right: '9月30日之前', in: 'deadline' },
    ],
    silent: [
      '2026-12-31',
      '2026年9月底前',
      '2026-03-01至2026-12-31',
      '20261231',
      '2026.12',
      '30日内',
      '接到12345热线工单3日内',
      '全年完成1/3以上',
      '46086户全部签约',
      '24小时值守，拨打46086',
      '按预案2026.13.1.2',
      '按预案1.2026.13.1',
      '按预案1/2026.13.1',
    ],
  }),
});
