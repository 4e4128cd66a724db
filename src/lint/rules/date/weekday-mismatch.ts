import { weekdayNames } from '../../../text/dates.ts';
import { rule, running } from '../../rule.ts';

export default rule({
  id: 'date/weekday-mismatch',
  title: '日期与星期不符',
  why: '日期和星期有一个是错的，参加的人会在不同的日子到场。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'unsafe',
  since: '0.2.0',
  signs: ['星期', '（周', '(周', '（週', '(週', '（礼拜', '(礼拜', '（禮拜', '(禮拜'],
  kinds: [...running, 'deadline'],
  passage({ prose, span }, tell) {
    for (const { index, 0: found, 1: year, 2: month, 3: day, 4: mark, 5: typed = '' } of prose.matchAll(
      /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日([（(](?:星期|周|週|礼拜|禮拜)|星期)([一二三四五六日天])/g,
    )) {
      const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
      if (date.getUTCDate() !== Number(day)) continue;
      const right = weekdayNames.charAt(date.getUTCDay());
      if (typed.replace('天', '日') === right) continue;
      const end = index + found.length;
      tell(
        span(index, end),
        `${year}年${month}月${day}日是星期${right}，这里写的是“${mark?.replace(/[（(]/, '')}${typed}”。`,
        { advice: '核对是日期还是星期写错了。', fix: { ...span(end - 1, end), text: right } },
      );
    }
  },
  texts: () => ({
    examples: [
      { wrong: '会议定于⟦2026年3月5日（星期五⟧）召开。', right: '会议定于2026年3月5日（星期四）召开。' },
      { wrong: '⟦2026年3月1日星期一⟧起集中排查。', right: '2026年3月1日星期日起集中排查。' },
      {
        wrong: '⟦2026年3月5日（周五⟧）动员；⟦2026年3月6日（礼拜四⟧）部署。',
        right: '2026年3月5日（周四）动员；2026年3月6日（礼拜五）部署。',
      },
    ],
    silent: ['2026年3月5日（周四）', '2026年3月1日（星期天）', '3月5日（星期五）', '2026年3月周一例会'],
  }),
});
