import { rule, running } from '../../rule.ts';

export default rule({
  id: 'wording/zhang',
  title: '“账”误作“帐”',
  why: '与钱财、簿册有关的用“账”，“帐”只用于帐篷、蚊帐。',
  basis: '第一批异形词整理表',
  level: 'error',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: ['帐'],
  kinds: [...running, 'unit', 'citedTitle', 'deadline'],
  passage({ prose, span }, tell) {
    for (const { index } of prose.matchAll(
      /(?<![蚊营床帷军])帐(?=[号目簿款务册]|户(?!外)|单)|(?<=[台挂结记转入对查报欠旧呆坏算流总明细建销])帐(?![篷子幕房外内])/g,
    )) {
      const at = span(index, index + 1);
      const word = /[号目簿款务册户单]/.test(prose.charAt(index + 1))
        ? prose.slice(index, index + 2)
        : prose.slice(index - 1, index + 1);
      tell(at, `“${word}”应为“${word.replace('帐', '账')}”。`, {
        fix: { ...at, text: '账' },
      });
    }
  },
  texts: () => ({
    examples: [{ wrong: '建立隐患台⟦帐⟧，核对⟦帐⟧目。', right: '建立隐患台账，核对账目。' }],
    silent: ['调拨帐篷50顶。', '发放蚊帐300顶。', '搭建帐篷', '报帐篷数量', '蚊帐单价'],
  }),
});
