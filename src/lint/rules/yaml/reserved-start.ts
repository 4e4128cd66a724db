import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'yaml/reserved-start',
  title: '值以“*”开头，被当作引用',
  why: '“*”在 YAML 里表示引用前面的内容，不加引号读不出来。',
  basis: 'YAML 1.2.2 7.1',
  fix: 'safe',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
单位: ⟦*重要⟧
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
单位: '*重要'
正文: 每月排查。
`,
});
