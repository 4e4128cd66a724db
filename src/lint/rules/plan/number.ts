import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/number',
  title: '应是整数',
  why: '这里的数决定哪几级、几次，写别的没有意义。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
编号: {连续: [⟦二⟧]}
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
编号: {连续: [2]}
正文: 每月排查。
`,
});
