import type { Mapping, Node, Scalar } from '../schema/node.ts';
import { error, type Report } from '../schema/problem.ts';
import { type Fields, type Key, key, mismatch, Names, record, type Schema } from '../schema/schema.ts';
import { unknownKey } from '../schema/unknown-key.ts';
import { lazy, line, list, names, prose } from '../schema/values.ts';
import { hasPeople, leaders } from './leaders.ts';
import { isTitle } from './lone-key.ts';
import { forms } from './numbering.ts';
import { type Goal, goal, party, point, type Source, source, type Task, task } from './parts.ts';
import { pictures } from './picture.ts';
import { tables } from './table.ts';
import { fieldsByMistake, titleAmongFields, undashed } from './title-slips.ts';

const items: Key<Entry[]> = key(
  '条目',
  'below',
  list(lazy('条目', '一段文字、“标题: 内容”或一组字段', () => entry)),
  '下一级的各条，序号自动加',
  ['各条'],
);
const enumeration = key('分述', 'parts', list(point), '一是…二是…，序号自动加');

/** A text beside 条目, which is where entries belong that are typed in its place. */
const words: Schema<Scalar> = {
  ...prose,
  read(node, report) {
    if (node.kind !== 'list' && node.kind !== 'map') return prose.read(node, report);
    const found = node.kind === 'list' ? '一个列表' : '一组“键: 值”';
    const dashes = node.kind === 'list' ? '' : '，每一条前面写“- ”';
    return error(
      report,
      'plan/shape',
      node,
      `这里应是一段文字，现在是${found}。`,
      `分成几条的，把“内容”改成“条目”${dashes}。`,
    );
  },
};

export const step = record({
  phase: key('阶段', 'title', line, '阶段名称'),
  period: key('时间', 'deadline', line, '起止时间'),
  text: key('内容', 'body', words, '这一阶段做什么'),
  enumeration,
  items,
});

export const fields = record(
  {
    title: key('标题', 'title', line, '这一条的标题'),
    lead: key('导语', 'body', prose, '列举之前的话'),
    text: key('内容', 'body', words, '这一条的内容', ['正文']),
    basis: key('依据', 'below', list(source, true), '所依据的文件', ['工作依据']),
    goals: key('目标', 'below', list(goal, true), '可以考核的目标'),
    enumeration,
    items,
    tasks: key('任务', 'below', list(task), '可以汇成任务清单的任务'),
    steps: key('步骤', 'below', list(step), '分阶段的安排'),
    leaders: key('领导小组', 'parts', leaders, '领导小组的组成', ['工作专班']),
    tables: key('表格', 'parts', tables, '一张或几张表', ['表']),
    pictures: key('图片', 'parts', pictures, '一张或几张图', ['附图', '插图']),
    closing: key('结语', 'body', prose, '列举之后的话'),
    leadUnits: key('牵头', 'unit', names, '牵头单位', ['牵头单位']),
    supportUnits: key('配合', 'unit', names, '配合单位', ['配合单位']),
    owners: key('责任', 'unit', names, '责任单位', ['责任单位']),
    parties: key(
      '各方',
      'parts',
      list(party),
      '自己称呼的责任单位，如“责任处室: 办公室”；直接写在这一条里就行',
    ),
    deadline: key('时限', 'deadline', line, '何时完成', ['完成时限']),
    numbering: key('编号', 'setting', forms, '下面各级用哪种序号，如 [1., （1）]；不编号写 [""]'),
  },
  { gathered: ['parties', /(?:单位|处室|科室|股室|部门|站所|责任人|负责人|领导)$/] },
);

interface Step extends Fields<typeof step.keys> {}
export interface Item extends Fields<typeof fields.keys> {}

/** One entry of a list: an item, or a goal, task, step or source standing among the items. */
export type Entry =
  | ({ type: 'item' } & Item)
  | ({ type: 'goal' } & Goal)
  | ({ type: 'task' } & Task)
  | ({ type: 'step' } & Step)
  | ({ type: 'source' } & Source);

/** What a section or an item holds: a text, a list of entries, or a map of fields. */
export const content: Schema<Item> = {
  expects: '一段文字、一个列表或一组字段',
  read(node, report) {
    switch (node.kind) {
      case 'empty':
        return mismatch(content, node, report);
      case 'scalar': {
        if (fieldsByMistake(node, [leaders.names, fields.names], report)) return undefined;
        const text = prose.read(node, report);
        return text && { text };
      }
      case 'list': {
        const entries = items.schema.read(node, report);
        return entries && { items: entries };
      }
      case 'map':
        if (isGroup(node)) return group(node, report);
        return undashed(node, fields.names, report) ? undefined : fields.read(node, report);
    }
  },
  json: () => ({ $ref: '#/$defs/内容' }),
  keysOf: () => fields.keys,
  inside: () => [fields.names, leaders.names, ...(entry.inside?.() ?? [])],
};

/** 组织机构: {组长: …, 成员: …} holds the keys of the group directly, beside the fields of any item. */
function isGroup(node: Mapping): boolean {
  return node.entries.some(
    ({ key }) => fields.names.find(key.text) === undefined && leaders.names.find(key.text) !== undefined,
  );
}

const groupNames = new Names({ ...leaders.keys, ...fields.keys });

function group(node: Mapping, report: Report): Item | undefined {
  const ofItem = node.entries.filter(({ key }) => fields.names.find(key.text) !== undefined);
  const ofGroup = node.entries.filter(
    ({ key }) => fields.names.find(key.text) === undefined && leaders.names.find(key.text) !== undefined,
  );
  for (const entry of node.entries)
    if (groupNames.find(entry.key.text) === undefined) unknownKey(entry, groupNames, report);
  const item = fields.read({ ...node, entries: ofItem }, report);
  const group = leaders.read({ ...node, entries: ofGroup }, report);
  return item && group && { ...item, leaders: group };
}

/** An entry that is nothing but a group is called by its name, or else by the key that it stands behind. */
function namedByGroup(item: Item | undefined, node: Mapping): Item | undefined {
  if (!item?.leaders || item.title || item.text || item.lead) return item;
  const key = node.entries.find((each) => fields.names.find(each.key.text) === 'leaders')?.key;
  const called = key ?? node.entries[0]?.key;
  const title =
    item.leaders.name ??
    (called && { ...called, text: key && !/^\w+$/.test(key.text) ? key.text : fields.keys.leaders.label });
  return title ? { ...item, title } : item;
}

const schemas = { item: fields, goal, task, step, source };

/** The key that tells what an entry is; the first that is found decides, and an entry without any of them is an item. */
const marks = [
  { type: 'item', key: 'title', schema: fields },
  { type: 'goal', key: 'indicator', schema: goal },
  { type: 'step', key: 'phase', schema: step },
  { type: 'source', key: 'document', schema: source },
  { type: 'source', key: 'documentNumber', schema: source },
  { type: 'task', key: 'name', schema: task },
] as const;

export const entry: Schema<Entry> = {
  expects: '一段文字、“标题: 内容”或一组字段',
  read(node, report) {
    if (node.kind === 'scalar') {
      const known = marks.map(({ schema }) => schema.names);
      if (fieldsByMistake(node, known, report)) return undefined;
      const text = prose.read(node, report);
      return text && { type: 'item', text };
    }
    if (node.kind !== 'map') return mismatch(entry, node, report);
    const [only] = node.entries;
    if (only && node.entries.length === 1 && isTitle(only, fields.names, marks)) return titled(node, report);
    const mark = marks.find(({ key, schema }) =>
      node.entries.some((each) => schema.names.find(each.key.text) === key),
    );
    if (hasPeople(node)) return tagged('item', namedByGroup(group(node, report), node));
    if (mark !== undefined) return tagged(mark.type, mark.schema.read(node, report));
    if (node.entries.some((each) => fields.names.find(each.key.text) !== undefined))
      return titleAmongFields(node, fields.names, report)
        ? undefined
        : tagged('item', namedByGroup(fields.read(node, report), node));
    return titled(node, report);
  },
  json: () => ({ $ref: '#/$defs/条目' }),
  keysOf: (read) => schemas[(read as Entry).type].keys,
  inside: () => Object.values(schemas).map(({ names }) => names),
};

function tagged<T extends Entry['type'], V extends object>(type: T, value: V | undefined): Entry | undefined {
  return value && ({ type, ...value } as unknown as Entry);
}

/** `- 标题: 内容`, a map of one key, keeps order and allows equal titles. */
function titled(node: Mapping, report: Report): Entry | undefined {
  const [only, second] = node.entries;
  if (only === undefined) return mismatch(entry, node, report);
  if (second !== undefined) {
    report({
      severity: 'error',
      code: 'plan/several-titles',
      start: second.key.start,
      end: second.key.end,
      message: `“${only.key.text}”和“${second.key.text}”写在了同一条里。`,
      advice: '每个标题自成一条，前面写“- ”；一条里要写几个字段的，用“标题:”“内容:”等键。',
      stray: { entry: second, here: fields.names },
    });
    return undefined;
  }
  const title = line.read(only.key, report);
  const item = under(title?.text ?? '', only.value, only.key, report);
  return title && item && { type: 'item', ...item, title };
}

/** The content under a title; an empty one is most often a slip of the colon. */
export function under(title: string, value: Node, key: Node, report: Report): Item | undefined {
  if (value.kind !== 'empty' || value.reported) return content.read(value, report);
  return error(
    report,
    'plan/empty',
    key,
    `“${title}”下面没有内容。`,
    '填上内容；用不着就删去这一行，只有一句话的去掉后面的冒号。',
  );
}
