import { rule } from '../../rule.ts';

export default rule({
  id: 'numbering/arabic-dunhao',
  title: '阿拉伯数字序号后面用了顿号',
  why: '不带括号的汉字序号后面用顿号，不带括号的阿拉伯数字序号后面用下脚点：“一、”“1.”。',
  basis: 'GB/T 15834—2011',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: [...'0123456789'].map((digit) => `${digit}、`),
  kinds: ['body', 'cell'],
  passage(passage, tell) {
    // 1、一 and 1、2 list numbers.
    for (const { index, 1: number = '' } of passage
      .outside('quote')
      .matchAll(
        /(?<=(?:^|[。；：;:])\0{0,2}[ \u3000]?)(\d{1,2})、(?=[\p{Script=Han}“《（])(?![一二三四五六七八九十]{1,3}[、号號楼樓])/gu,
      )) {
      const mark = index + number.length;
      const at = passage.span(mark, mark + 1);
      tell(passage.span(index, mark + 1), `序号“${number}、”应为“${number}.”。`, {
        fix: { ...at, text: '.' },
      });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '抓好两件事：⟦1、⟧落实巡查；⟦2、⟧建立台账。',
        right: '抓好两件事：1.落实巡查；2.建立台账。',
      },
      { wrong: '⟦3、⟧建立隐患台账', right: '3.建立隐患台账', in: 'cell' },
    ],
    silent: ['1、2、3号楼加装电梯。', '加装电梯的楼栋：1、2、3号楼。', '编号为A1、B2的设备停用。'],
  }),
});
