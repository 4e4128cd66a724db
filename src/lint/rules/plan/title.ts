import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/title',
  title: '没有写标题',
  why: '公文要有标题，写明发文机关、事由和文种。',
  basis: 'GB/T 9704—2012 7.3.1',
  level: 'warning',
  since: '0.2.0',
  wrong: `⟦正⟧文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
正文: 每月排查。
`,
});
