import { rule, running } from '../../rule.ts';

export default rule({
  id: 'punct/percent-double',
  title: '百分号写了两遍',
  why: '“百分之”和“%”是一个意思，只写一个。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'safe',
  since: '0.2.0',
  signs: ['%', '％'],
  kinds: running,
  passage({ prose, span }, tell) {
    for (const { index, 0: found } of prose.matchAll(/[%％]{2,}/g)) {
      const at = span(index, index + found.length);
      const one = found.includes('%') ? '%' : '％';
      tell(at, `“${found}”应为一个“${one}”。`, { fix: { ...at, text: one } });
    }
    for (const { index, 0: found, 1: number = '', 2: mark = '' } of prose.matchAll(
      /百分之([\d.]{1,20}|[一二三四五六七八九十百零点點]{1,20})([%％])(?![%％])/g,
    )) {
      const at = span(index, index + found.length);
      const right = /\d/.test(number) ? number + mark : found.slice(0, -1);
      tell(at, `“${found}”应为“${right}”。`, { fix: { ...at, text: right }, unsafe: true });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '整改率达到95⟦%％⟧以上，办结率达到98⟦%%⟧。', right: '整改率达到95%以上，办结率达到98%。' },
      { wrong: '整改率达到⟦百分之95%⟧。', right: '整改率达到95%。' },
      { wrong: '达到⟦百分之九十%⟧', right: '达到百分之九十', in: 'value' },
    ],
    silent: ['整改率达到95%。', '下降百分之五。', '提高5%、10%。'],
  }),
});
