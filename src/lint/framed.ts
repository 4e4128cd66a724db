import type { Example } from './rule.ts';

/** Plans in which a text stands where a rule looks for it. */
const frames: Record<string, (text: string) => string> = {
  body: (text) => plan(`正文:\n  - 加强排查: |\n      ${text.replaceAll('\n', '\n      ')}`),
  title: (text) => plan(`正文:\n  - ${quoted(text)}: 每月排查一次，建立台账。`),
  documentTitle: (text) => `标题: ${quoted(text)}\n单位: 平安镇人民政府\n年度: 2026\n正文: 每月排查一次。`,
  person: (text) => plan(`组织机构:\n  组长: ${quoted(text)}`),
  post: (text) => plan(`组织机构:\n  组长: {姓名: 周守平, 职务: ${quoted(text)}}`),
  unit: (text) => plan(`主要任务:\n  - {标题: 排查隐患, 内容: 每月排查一次。, 牵头: ${quoted(text)}}`),
  documentNumber: (text) => plan(`发文字号: ${quoted(text)}\n正文: 每月排查一次。`),
  citedTitle: (text) => plan(`实施依据:\n  依据: [{文件: ${quoted(text)}}]`),
  date: (text) => plan(`日期: ${quoted(text)}\n正文: 每月排查一次。`),
  deadline: (text) => plan(`主要任务:\n  - {标题: 排查隐患, 内容: 每月排查一次。, 时限: ${quoted(text)}}`),
  indicator: (text) => plan(`工作目标:\n  - {指标: ${quoted(text)}, 值: 达到98%以上}`),
  value: (text) => plan(`工作目标:\n  - {指标: 调解成功率, 值: ${quoted(text)}}`),
  cell: (text) => plan(`主要任务:\n  表格: {列: [项目, 要求], 行: [[排查, ${quoted(text)}]]}`),
  plan: (text) => text,
  source: (text) => text,
};

const plan = (rest: string) => `标题: 平安镇2026年工作要点\n单位: 平安镇人民政府\n年度: 2026\n${rest}\n`;
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A file with the text of an example in its place, and the places that are marked in it with ⟦ ⟧. */
export function framed(text: string, where: Example['in'] = 'body'): { source: string; marked: string[] } {
  const source = (frames[where] as (text: string) => string)(text);
  const marked: string[] = [];
  let plain = '';
  for (const part of source.split(/(⟦[^⟦⟧]*⟧)/)) {
    const inner = part.startsWith('⟦') ? part.slice(1, -1) : part;
    if (part.startsWith('⟦')) marked.push(`${plain.length}–${plain.length + inner.length} ${inner}`);
    plain += inner;
  }
  return { source: plain, marked };
}
