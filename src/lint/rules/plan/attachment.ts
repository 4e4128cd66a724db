import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/attachment',
  title: '附件的编号与先后不合',
  why: '附件由程序按先后编号；自己写的“附件2”照印，与先后不合的，多半是增减附件以后没有改。',
  basis: 'GB/T 9704—2012 7.3.4',
  level: 'warning',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
正文: 每月排查。
附件: [{标签: ⟦附件2⟧, 标题: 名单}]
`,
  right: `标题: 平安镇2026年工作要点
正文: 每月排查。
附件: [名单]
`,
});
