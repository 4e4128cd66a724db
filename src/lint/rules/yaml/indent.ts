import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'yaml/indent',
  title: '键没有缩进到它所属的部分里',
  why: '缩进说明哪个键属于哪一部分；没有缩进，就成了文件最外层的键。',
  basis: 'YAML 1.2.2 8.2.2',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
组织机构:
⟦组长⟧: 张大山
`,
  right: `标题: 平安镇2026年工作要点
组织机构:
  组长: 张大山
`,
});
