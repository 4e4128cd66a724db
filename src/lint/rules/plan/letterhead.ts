import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/letterhead',
  title: '信头与别的写法合不到一起',
  why: '用单位自己的 Word 文件作版头的，不能又写红头、又用 Word 的自动编号。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
版式: {信头: ⟦信头.docx⟧, 红头: {标志: 平安镇人民政府文件}}
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
版式: {红头: {标志: 平安镇人民政府文件}}
正文: 每月排查。
`,
});
