import { type Fields, key, record } from '../schema/schema.ts';
import { line, names, prose } from '../schema/values.ts';

/** One of 一是…二是…; an entry may carry a title of its own. */
export const point = record(
  { title: key('标题', 'title', line, '这一点的小标题'), text: key('内容', 'body', prose, '这一点的内容') },
  { text: 'text', pair: ['title', 'text'] },
);

/** A document that the plan rests on. */
export const source = record(
  {
    text: key('内容', 'body', prose, '照原样排印的依据'),
    issuedBy: key('发文', 'unit', line, '发文机关', ['发文机关', '机关']),
    document: key('文件', 'citedTitle', line, '文件名称，不用写书名号', ['文件名', '文件名称']),
    documentNumber: key('文号', 'documentNumber', line, '发文字号，如 渝府发〔2026〕1号', ['发文字号']),
    standardNumber: key('标准号', 'label', line, '标准编号，如 AQ/T 9001—2006'),
  },
  { text: 'text' },
);

/** A target that can be checked. */
export const goal = record(
  {
    text: key('内容', 'body', prose, '不分指标的目标'),
    indicator: key('指标', 'indicator', line, '考核什么，如“刑事案件发案数”'),
    value: key('值', 'value', line, '达到多少，如“同比下降5%以上”', ['目标值']),
    due: key('期限', 'deadline', line, '何时达到，如“2026年12月底”', ['时限', '完成时限']),
    owners: key('责任', 'unit', names, '由谁负责', ['责任单位', '责任人']),
  },
  { text: 'text', pair: ['indicator', 'value'] },
);

/** A task that goes into the 任务清单. */
export const task = record({
  name: key('名称', 'title', line, '任务名称', ['项目']),
  measures: key('措施', 'body', prose, '怎么做', ['内容', '工作措施']),
  leadUnits: key('牵头', 'unit', names, '牵头单位', ['牵头单位']),
  supportUnits: key('配合', 'unit', names, '配合单位', ['配合单位']),
  personInCharge: key('负责人', 'person', names, '具体负责的人', ['责任人']),
  supervisor: key('分管', 'person', names, '分管领导', ['分管领导']),
  deadline: key('时限', 'deadline', line, '何时完成', ['完成时限', '期限']),
});

/** Who answers for an item, called as the office calls it: 责任处室, 牵头考核单位. */
export const party = record(
  {
    title: key('称呼', 'label', line, '怎么称呼，如“责任处室”'),
    units: key('单位', 'unit', names, '单位或人'),
  },
  { pair: ['title', 'units'] },
);

export type Source = Fields<typeof source.keys>;
export type Goal = Fields<typeof goal.keys>;
export type Task = Fields<typeof task.keys>;
