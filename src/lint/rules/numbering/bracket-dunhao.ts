import { rule } from '../../rule.ts';

export default rule({
  id: 'numbering/bracket-dunhao',
  title: '带括号的序号后面又加了标点',
  why: '序号已经用括号与正文分开，后面不再加标点。',
  basis: 'GB/T 15834—2011',
  level: 'error',
  preset: 'essential',
  fix: 'safe',
  since: '0.2.0',
  signs: [...'）)'].flatMap((bracket) => [...'、.．，,'].map((mark) => bracket + mark)),
  kinds: ['body', 'cell'],
  passage({ prose, span }, tell) {
    // 第（一）、（二）项 lists numbers.
    for (const { index, 0: found, 1: number = '' } of prose.matchAll(
      /(?<=(?:^|[。；：;:])\0{0,2}[ \u3000]?)([（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)])[、.．，,](?![（(\d])/g,
    )) {
      const mark = index + number.length;
      const at = span(mark, mark + 1);
      tell(span(index, index + found.length), `序号“${number}”后面不用“${found.at(-1)}”。`, {
        fix: { ...at, text: '' },
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '⟦（一）、⟧落实网格员每日巡查', right: '（一）落实网格员每日巡查', in: 'cell' },
      {
        wrong: '抓好两件事：⟦（1）.⟧落实巡查；（2）建立台账。',
        right: '抓好两件事：（1）落实巡查；（2）建立台账。',
      },
    ],
    silent: ['按照第十条第（一）、（二）项办理。', '（一）落实网格员每日巡查。', '详见图（1），共三页。'],
  }),
});
