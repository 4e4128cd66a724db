import type { Mapping } from '../schema/node.ts';
import { key, record } from '../schema/schema.ts';
import { eachLine, eachPair, line, list, name, orNone, prose } from '../schema/values.ts';

/** A person with a post, or a post or unit alone: 张三, `张三: 镇长`, {姓名: 张三, 职务: 镇长}. */
const person = record(
  {
    fullName: key('姓名', 'person', name, '姓名，或者只写职务、单位'),
    post: key('职务', 'post', line, '职务'),
  },
  { text: 'fullName', pair: ['fullName', 'post'] },
);
/** Several people may stand as `张三: 副镇长` lines, too. */
const people = eachLine(eachPair(list(person, true), person.names));

/** One text, or a list of what is to be done. */
const duties = list(prose, true);

const office = record(
  {
    location: key('设在', 'unit', line, '办公室设在哪个单位', ['地点']),
    director: key('主任', 'parts', person, '办公室主任，由谁兼任'),
    deputyDirectors: key('副主任', 'parts', people, '办公室副主任'),
    duties: key('职责', 'body', duties, '办公室做什么；几条的写成列表'),
  },
  { text: 'location' },
);

/** 领导小组: who leads, who takes part, where its office is. */
export const leaders = record({
  name: key('名称', 'title', line, '领导小组的名称'),
  lead: key(
    '导语',
    'body',
    orNone(prose, (none) => none),
    '名单前面的话，不写就是“成立…，组成人员如下：”；写 "" 就不印',
  ),
  firstLeader: key('第一组长', 'parts', people, '第一组长'),
  leader: key('组长', 'parts', people, '组长'),
  executiveDeputies: key('常务副组长', 'parts', people, '常务副组长'),
  deputies: key('副组长', 'parts', people, '副组长'),
  members: key('成员', 'parts', people, '成员或成员单位', ['成员单位', '组员']),
  office: key('办公室', 'parts', office, '领导小组办公室'),
  duties: key('职责', 'body', duties, '领导小组做什么；几条的写成列表'),
});

/** Keys that only a group has. */
const posts = new Set(['firstLeader', 'leader', 'executiveDeputies', 'deputies', 'members']);

export function hasPeople(node: Mapping): boolean {
  return node.entries.some(({ key }) => posts.has(leaders.names.find(key.text) ?? ''));
}
