import { rule, running } from '../../rule.ts';

const date =
  /(?<![\d.])(?:((?:19|20)\d{2})年)?(\d{1,2})月(\d{1,2})(?:日|(?=[-—–~～至、](?:\d{1,2}月)?\d{1,2}日))/g;
const month = /((?:19|20)\d{2})年(\d{1,2})月|(?<![\d.、\-—–~～至])(\d{1,2})月(?=份|底|初|上旬|中旬|下旬)/g;
const range = /(?<!\d)(\d{1,2})月\d{1,2}日?[-—–~～至](\d{1,2})日/g;

export default rule({
  id: 'date/impossible',
  title: '不存在的日期',
  why: '日历上没有这一天，时限就无法执行，多半是打错了数字。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  signs: ['月'],
  kinds: [...running, 'deadline'],
  passage({ prose, span }, tell) {
    const found = new Set<number>();
    const report = (index: number, text: string, reason: string) => {
      if (!found.has(index)) tell(span(index, index + text.length), `没有“${text}”这一天：${reason}。`);
      found.add(index);
    };
    for (const { index, 0: text, 1: year, 2: month, 3: day } of prose.matchAll(date)) {
      const reason = mistake(year === undefined ? undefined : Number(year), Number(month), Number(day));
      if (reason) report(index, text, reason);
    }
    for (const { index, 0: text, 1: first, 2: last } of prose.matchAll(range)) {
      const reason = mistake(undefined, Number(first), Number(last));
      if (reason) report(index, text, reason);
    }
    for (const { index, 0: text, 2: withYear, 3: alone } of prose.matchAll(month)) {
      const number = Number(withYear ?? alone);
      if ((number < 1 || number > 12) && !found.has(index))
        tell(span(index, index + text.length), `没有“${text}”：一年只有1月到12月。`);
    }
  },
  texts: () => ({
    examples: [
      { wrong: '每年的⟦11月31日⟧前报送总结。', right: '每年的11月30日前报送总结。' },
      { wrong: '自⟦2026年2月29日⟧起施行。', right: '自2026年2月28日起施行。' },
      { wrong: '⟦2026年13月⟧底前完成。', right: '2026年12月底前完成。' },
      { wrong: '⟦9月25日—31日⟧集中宣传。', right: '9月25日—30日集中宣传。' },
      { wrong: '⟦6月31日⟧前', right: '6月30日前', in: 'deadline' },
    ],
    silent: ['2024年2月29日', '每年2月29日', '6—24月龄的幼儿', '12月31日前', '9月25日至10月31日'],
  }),
});

/** Why there is no such day; 29 February exists as long as the year isn't known. */
function mistake(year: number | undefined, month: number, day: number): string | undefined {
  if (month < 1 || month > 12) return '一年只有1月到12月';
  const most = new Date(year ?? 2000, month, 0).getDate();
  if (day >= 1 && day <= most) return undefined;
  return `${year !== undefined && month === 2 ? `${year}年` : ''}${month}月只有${most}天`;
}
