import type { Passage } from '../../passage.ts';
import { rule, type Tell } from '../../rule.ts';

/** Above this, a list of characters says less than their number. */
const most = 10;

const outsideBmp = /[\u{10000}-\u{10FFFF}]/gu;

let gb2312: Set<string> | undefined;

export default rule({
  id: 'layout/font-coverage',
  title: '字体里没有这个字',
  why: '仿宋_GB2312 只有6763个汉字，人名、地名里的生僻字会印成另一种字体，或者印成空框。',
  basis: 'GB/T 2312—1980',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan({ plan, passages }, tell) {
    const narrow = plan.layout?.fonts === 'gb2312';
    const found = new Map<string, { passage: Passage; index: number }>();
    for (const passage of passages)
      for (const { index, 0: character } of passage.text.matchAll(narrow ? /\p{Script=Han}/gu : outsideBmp))
        if (!found.has(character) && !(narrow && han2312().has(character)))
          found.set(character, { passage, index });
    if (found.size > most) many(found, tell);
    else
      for (const [character, { passage, index }] of found)
        tell(
          passage.span(index, index + character.length),
          `${narrow ? '仿宋_GB2312 里没有' : '多数字体里没有'}“${character}”（${code(character)}）。`,
          {
            advice: narrow
              ? '在“版式”里写“字体: win”，或者“字体: gbk”。'
              : '在要打印的电脑上先看一看；没有这个字的，请当地提供字库。',
          },
        );
  },
  texts: () => ({
    examples: [
      {
        wrong: '版式: {字体: gb2312}\n正文: 由王⟦喆⟧负责⟦埗⟧头村的排查，王喆每月报送。',
        right: '版式: {字体: win}\n正文: 由王喆负责埗头村的排查，王喆每月报送。',
        in: 'plan',
      },
      {
        wrong: '版式: {字体: gb2312}\n变量: {村名: ⟦垟⟧下村}\n组织机构: {组长: 李⟦堃⟧}\n正文: 每月排查一次。',
        right: '版式: {字体: gbk}\n变量: {村名: 垟下村}\n组织机构: {组长: 李堃}\n正文: 每月排查一次。',
        in: 'plan',
      },
      { wrong: '正文: 由王⟦𣲘⟧负责。', right: '正文: 由王守平负责。', in: 'plan' },
    ],
    silent: [
      '版式: {字体: gb2312}\n正文: 由王淼负责塬上村、圳头村的排查。',
      '正文: 由王喆负责埗头村的排查。',
    ],
  }),
});

function many(found: ReadonlyMap<string, { passage: Passage; index: number }>, tell: Tell): void {
  const [first] = found.values();
  if (first === undefined) return;
  const some = [...found.keys()].slice(0, 5).join('');
  tell(first.passage.span(first.index, first.index + 1), `全文有${found.size}个字不在字体里，如“${some}”。`, {
    advice: '在“版式”里写“字体: win”，或者“字体: gbk”。',
  });
}

function code(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The 6,763 Han characters of GB 2312, rows 16 to 87. */
function han2312(): Set<string> {
  if (gb2312) return gb2312;
  gb2312 = new Set();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0xb0; lead <= 0xf7; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (/^\p{Script=Han}$/u.test(character)) gb2312.add(character);
    }
  return gb2312;
}
