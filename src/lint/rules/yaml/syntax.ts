import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'yaml/syntax',
  title: 'YAML 写法有误',
  why: 'YAML 的冒号、空格、引号和缩进决定内容归哪一项；错了，内容会丢失或归到别处。',
  basis: 'YAML 1.2.2',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
正文:
  - 加强排查: ⟦"⟧每月一次
`,
  right: `标题: 平安镇2026年工作要点
正文:
  - 加强排查: "每月一次"
`,
});
