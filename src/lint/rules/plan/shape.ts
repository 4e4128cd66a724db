import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/shape',
  title: '内容的形式不对',
  why: '这里该是文字、列表还是一组键，决定了怎样排印。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
正文: 每月排查。
变量: ⟦柳溪村⟧
`,
  right: `标题: 平安镇2026年工作要点
正文: 每月排查。
变量: {村名: 柳溪村}
`,
});
