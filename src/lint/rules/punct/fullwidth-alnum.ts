import { narrowed } from '../../../text/narrowed.ts';
import { rule, running } from '../../rule.ts';

const hanDigit = /[一二三四五六七八九]/;

export default rule({
  id: 'punct/fullwidth-alnum',
  title: '数字、字母是全角的',
  why: '全角的数字和字母每个占一个字，与别处的数字不一样，也查找不到。',
  basis: 'GB/T 15835—2011',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: [
    ...'０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
  ],
  kinds: [
    ...running,
    'person',
    'post',
    'unit',
    'documentNumber',
    'citedTitle',
    'date',
    'deadline',
    'variable',
  ],
  passage({ prose, span }, tell) {
    for (const { index, 0: found } of prose.matchAll(
      /[０-９Ａ-Ｚａ-ｚ]+(?:(?<=[０-９])．(?=[０-９])[０-９Ａ-Ｚａ-ｚ]+)*/g,
    )) {
      // 二Ｏ二六年 is written with a letter for 〇, not for O.
      if (/^Ｏ+$/.test(found) && hanDigit.test(prose.charAt(index - 1) + prose.charAt(index + found.length)))
        continue;
      const at = span(index, index + found.length);
      const right = narrowed(found);
      tell(at, `全角的“${found}”应为“${right}”。`, { fix: { ...at, text: right } });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '⟦２０２６⟧年排查隐患⟦１．５⟧万处。', right: '2026年排查隐患1.5万处。' },
      { wrong: '更换⟦ＬＥＤ⟧路灯', right: '更换LED路灯', in: 'title' },
      { wrong: '划分⟦５⟧个网格。', right: '划分5个网格。' },
    ],
    silent: [
      '2026年排查隐患235处。',
      '更换LED路灯。',
      '二〇二六年',
      '二Ｏ二六年',
      '一九八Ｏ年',
      '二ＯＯ六年',
    ],
  }),
});
