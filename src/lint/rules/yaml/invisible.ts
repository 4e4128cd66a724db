import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'yaml/invisible',
  title: '键或值里有看不见的字符',
  why: '从网页、聊天软件复制的文字带着不换行空格、零宽空格：键认不出来，值的开头多出空白。',
  basis: '惯例',
  fix: 'safe',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
正文: ⟦\u200B⟧每月排查。
`,
  right: `标题: 平安镇2026年工作要点
正文: 每月排查。
`,
});
