import { parseDate, printDate } from '../../../text/dates.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'date/han-year',
  title: '正文的年份用了汉字',
  why: '公历年月日用阿拉伯数字，醒目又不会认错。',
  basis: 'GB/T 15835—2011 5.1.1',
  level: 'info',
  preset: 'strict',
  fix: 'safe',
  since: '0.2.0',
  signs: ['一九', '二〇', '二○', '二零'],
  kinds: ['body', 'title', 'indicator', 'value', 'cell', 'deadline'],
  passage(passage, tell) {
    const text = passage.outside('bookTitle', 'quote');
    for (const { index, 0: found } of text.matchAll(
      /(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}年(?!\d)(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?/g,
    )) {
      const right = arabic(found);
      if (right === undefined) continue;
      const at = passage.span(index, index + found.length);
      tell(at, `“${found}”应当用阿拉伯数字，写成“${right}”。`, { fix: { ...at, text: right } });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '到⟦二〇三五年⟧，实现全覆盖。', right: '到2035年，实现全覆盖。' },
      { wrong: '⟦二○二六年三月五日⟧召开会议。', right: '2026年3月5日召开会议。' },
      { wrong: '⟦一九九八年⟧建成。', right: '1998年建成。' },
    ],
    silent: ['学习“二〇三五年远景目标”。', '第一二三四年级', '2035年', '二〇二六年3月'],
  }),
});

function arabic(typed: string): string | undefined {
  const date = parseDate(typed.endsWith('年') ? `${typed}一月` : typed);
  return date && (typed.endsWith('年') ? `${date.year}年` : printDate(date));
}
