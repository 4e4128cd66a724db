import { rule, running } from '../../rule.ts';

/** What to write instead; a legal unit of the same size can take its place. */
const units: Record<string, { legal: string; same: boolean }> = {
  公分: { legal: '厘米', same: true },
  公升: { legal: '升', same: true },
  立升: { legal: '升', same: true },
  市斤: { legal: '千克（1市斤等于0.5千克）', same: false },
  华里: { legal: '公里（1华里等于0.5公里）', same: false },
  華里: { legal: '公里（1華里等於0.5公里）', same: false },
  市尺: { legal: '米（3市尺等于1米）', same: false },
  公亩: { legal: '平方米（1公亩等于100平方米）', same: false },
  公畝: { legal: '平方米（1公畝等於100平方米）', same: false },
  英寸: { legal: '厘米（1英寸等于2.54厘米）', same: false },
  英尺: { legal: '米（1英尺等于0.3048米）', same: false },
  英里: { legal: '公里（1英里约为1.609公里）', same: false },
  马力: { legal: '千瓦（1马力约为0.735千瓦）', same: false },
  馬力: { legal: '千瓦（1馬力約為0.735千瓦）', same: false },
};
const pattern = new RegExp(
  `(?<=\\d|\\d[余餘多万萬]|[一二三四五六七八九十百千万萬]|[几幾数數])(?:${Object.keys(units).join('|')})`,
  'g',
);

export default rule({
  id: 'num/non-legal-unit',
  title: '用了非法定计量单位',
  why: '公文使用法定计量单位。',
  basis: '国务院关于在我国统一实行法定计量单位的命令',
  level: 'info',
  preset: 'strict',
  fix: 'unsafe',
  since: '0.2.0',
  signs: Object.keys(units),
  kinds: running,
  passage(passage, tell) {
    for (const { index, 0: found } of passage.outside('bookTitle', 'quote').matchAll(pattern)) {
      const { legal, same } = units[found] ?? { legal: '', same: false };
      const at = passage.span(index, index + found.length);
      if (same) tell(at, `“${found}”不是法定计量单位，应为“${legal}”。`, { fix: { ...at, text: legal } });
      else tell(at, `“${found}”不是法定计量单位。`, { advice: `换算成${legal}。` });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '护栏高120⟦公分⟧。', right: '护栏高120厘米。' },
      { wrong: '水泵功率50⟦马力⟧。', right: '水泵功率36.8千瓦。' },
      {
        wrong: '步道长2⟦华里⟧，绿化5⟦公亩⟧，储粮100⟦市斤⟧，储药5⟦公升⟧，储水9⟦立升⟧。',
        right: '步道长1公里，绿化500平方米，储粮50千克，储药5升，储水9升。',
      },
      {
        wrong: '屏幕42⟦英寸⟧，管道3⟦英尺⟧，绳长9⟦市尺⟧，线路2⟦英里⟧。',
        right: '屏幕107厘米，管道0.9米，绳长3米，线路3.2公里。',
      },
    ],
    silent: ['开足马力抓整改。', '公分母相同。', '流转土地300亩。', '全市里程5公里。', '护栏高120厘米。'],
  }),
});
