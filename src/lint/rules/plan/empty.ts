import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/empty',
  title: '键后面没有内容',
  why: '多半是内容忘了写，或者缩进不对，内容归到了别处。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
⟦单位⟧:
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
单位: 平安镇人民政府
正文: 每月排查。
`,
});
