import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'yaml/dash',
  title: '列表行首的减号写得不对',
  why: 'YAML 的列表，每条前面是一个半角减号和一个半角空格；少了空格，用了破折号、全角空格，整条就不成为一条。',
  basis: 'YAML 1.2.2 8.2.1',
  fix: 'safe',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
主送:
  ⟦-⟧综治办
`,
  right: `标题: 平安镇2026年工作要点
主送:
  - 综治办
`,
});
