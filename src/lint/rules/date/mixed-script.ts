import { fromHan, fromHanYear } from '../../../text/dates.ts';
import { rule, running } from '../../rule.ts';

const han = '[一二三四五六七八九十]{1,3}';
const patterns = [
  String.raw`(?<year>(?:19|20)\d{2})年(?<month>${han})月(?:(?<day>${han}|\d{1,2})日)?(?!三)`,
  String.raw`(?<year>(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2})年(?<month>\d{1,2})月(?:(?<day>${han}|\d{1,2})日)?`,
  String.raw`(?<![年\d])(?<month>\d{1,2})月(?<day>${han})日`,
  String.raw`(?<year>(?:19|20)\d{2})年(?<month>\d{1,2})月(?<day>${han})日`,
].map((source) => new RegExp(`(?<!农历|農曆|阴历)${source}`, 'g'));

export default rule({
  id: 'date/mixed-script',
  title: '一个日期里混用汉字和阿拉伯数字',
  why: '同一个日期的数字形式应当一致，公历日期用阿拉伯数字。',
  basis: 'GB/T 15835—2011 5.1.1',
  level: 'error',
  preset: 'essential',
  fix: 'unsafe',
  since: '0.2.0',
  signs: [
    '一九',
    '二〇',
    '二○',
    '二零',
    ...[...'一二三四五六七八九十'].flatMap((digit) => [`${digit}月`, `${digit}日`]),
  ],
  kinds: [...running, 'deadline'],
  passage(passage, tell) {
    const text = passage.outside('bookTitle', 'quote');
    for (const pattern of patterns)
      for (const { index, 0: found, groups = {} } of text.matchAll(pattern)) {
        const { year, month, day } = groups;
        const parts = [year, month, day].map((part) => (part === undefined ? '' : arabic(part)));
        if (parts.includes(undefined)) continue;
        const right = ['年', '月', '日']
          .map((unit, part) => (parts[part] === '' ? '' : parts[part] + unit))
          .join('');
        const at = passage.span(index, index + found.length);
        tell(at, `日期“${found}”混用了汉字和阿拉伯数字，应为“${right}”。`, { fix: { ...at, text: right } });
      }
  },
  texts: () => ({
    examples: [
      { wrong: '⟦2026年三月⟧底前完成。', right: '2026年3月底前完成。' },
      { wrong: '⟦二〇二六年3月5日⟧召开会议。', right: '2026年3月5日召开会议。' },
      {
        wrong: '自⟦2026年3月二十日⟧起施行，⟦12月三十一日⟧截止。',
        right: '自2026年3月20日起施行，12月31日截止。',
      },
      { wrong: '⟦一九九八年3月5日⟧建成。', right: '1998年3月5日建成。' },
    ],
    silent: [
      '2026年三月三歌圩',
      '二〇二六年三月五日',
      '农历2026年三月初五',
      '2026年，三月份以来',
      '2026年三个月内',
    ],
  }),
});

function arabic(typed: string): string | undefined {
  if (/^\d+$/.test(typed)) return String(Number(typed));
  return (typed.length === 4 ? fromHanYear(typed) : fromHan(typed))?.toString();
}
