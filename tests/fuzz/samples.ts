import { readdirSync, readFileSync } from 'node:fs';

/** Files by their names; as latin1 where they begin with “bytes:”, so that they can be kept as JSON. */
export type Files = Record<string, string>;

export const bytes = (raw: Uint8Array): string => `bytes:${Buffer.from(raw).toString('latin1')}`;
export const raw = (content: string): Buffer =>
  content.startsWith('bytes:') ? Buffer.from(content.slice(6), 'latin1') : Buffer.from(content);

export const plans: readonly string[] = ['examples', 'examples/batch'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !name.includes('config'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
);
export const partials = readdirSync('templates/partials').map(
  (name) => [name, readFileSync(`templates/partials/${name}`, 'utf8')] as const,
);
export const short = `标题: 平安镇2026年平安创建工作要点
单位: 平安镇人民政府
日期: 2026-03-05
变量: { 村名: 柳溪村, 支书: { 姓名: 周平 }, 人: [{ 名: 张三 }, { 名: 李四 }] }
主要任务:
  - 标题: 抓好{{村名}}整治
    内容: 由{{支书.姓名}}负责，{{#each 人}}{{名}}、{{/each}}参加。{{#if 村名}}每月排查不少于2次。{{else}}不排查。{{/if}}
    牵头: 应急办
    时限: 2026年9月底前
  - 完善制度: |
      一是健全台账。二是压实责任。
工作要求:
  - 高度重视: 提高认识。
`;
export const tables: Readonly<Record<string, string>> = {
  '村.csv': '村名,户数,支书.姓名\n柳溪村,12,周平\n"河,东村",8,"吴""林"\n河西村,,郑\n',
  '村.json':
    '[{"村名": "柳溪村", "户数": 12, "支书": {"姓名": "周平"}}, {"村名": "河东村", "支书": { "姓名": "吴林" }}]',
  '村.jsonl': '{"村名": "柳溪村", "户数": 12}\n{"村名": "河东村", "户数": null}\n',
  '村.yaml': '- 村名: 柳溪村\n  户数: 12\n- 村名: 河东村\n  支书: { 姓名: 吴林 }\n',
};
/** Rows of which some are of the same village, and a list that belongs to villages. */
export const lists = {
  plan: `标题: '{{村名}}2026年项目工作要点'
单位: 平安镇人民政府
主要任务:
  - 抓好项目: |
      {{#each 各行}}{{项目}}{{资金}}万元；{{/each}}共{{汇总 "资金" 村名}}万元。
  - 办好清单: |
      {{并列 项目}}要办好{{#each 清单}}{{名称}}（{{金额}}）{{/each}}。
`,
  rows: '村名,镇,项目,资金\n柳溪村,平安镇,修路,12.5\n柳溪村,平安镇,修渠,3\n河东村,平安镇,路灯,"1,200"\n合计,,,1215.5\n',
  entries: '村名,名称,金额\n柳溪村,甲,5\n柳溪村,乙,6万元\n河东村,丙,\n河南村,丁,7\n',
} as const;
/** A configuration and what it names. */
export const configurations: Files = {
  'pingan.config.yaml': `继承: [recommended, ./上级.yaml]
规则:
  punct/dunhao-between-quotes: 关
  goal/measurable: [警告, {至少: 3}]
  num/*: 错误
允许:
  wording/trad-simp: [乾县, 昇腾]
  wording/typo: { 文件: 放过.txt }
例外:
  - 文件: ['归档/**', '甲/*.{yaml,yml}']
    规则: {date/*: 关}
不查: ['模板/**']
失败于: 错误
最多警告: 20
须写原因: 是
自定义规则:
  用词:
    类型: 替换
    词表: { 文件: 用词.txt }
    自: 2019-03-30
    不前接: [原]
    级别: 警告
`,
  '上级.yaml': '自定义规则:\n  推进: { 类型: 出现次数, 词表: [推进, 整治], 最多: 3 }\n',
  '用词.txt': '# 机构改革\n县安监局=县应急管理局\n应急办\t应急管理办公室\n',
  '放过.txt': '登陆\n',
};
