import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/choice',
  title: '只能从几个词里选一个',
  why: '别的词程序不认识。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
版式: {规格: ⟦国际⟧}
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
版式: {规格: 国标}
正文: 每月排查。
`,
});
