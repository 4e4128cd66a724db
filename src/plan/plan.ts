import { choice } from '../schema/choices.ts';
import type { Mapping, Entry as Pair, Scalar } from '../schema/node.ts';
import { firstOf } from '../schema/once.ts';
import type { Report } from '../schema/problem.ts';
import { type Fields, type Key, key, Names, readKey, type Schema } from '../schema/schema.ts';
import { unknownKey } from '../schema/unknown-key.ts';
import { date, line, names, orNone, prose, year } from '../schema/values.ts';
import { append } from '../text/long-lists.ts';
import { simplified } from '../text/script.ts';
import { attachments } from './attachment.ts';
import { checking } from './checking.ts';
import { documentKinds } from './document-kind.ts';
import { body, contact, coverNotice, imprint } from './document-parts.ts';
import { type Item, under } from './item.ts';
import { layout } from './layout.ts';
import { numbering } from './numbering.ts';
import { sealPictures } from './picture.ts';
import { type SectionKind, sectionNames, sections } from './sections.ts';
import { variables } from './variables.ts';

/** Editors offer the kinds that are known; a word may end in one, or be a variable. */
const kindName: Schema<Scalar> = {
  ...line,
  json: () => ({
    anyOf: [
      {
        enum: documentKinds.map(({ name }) => name),
        enumDescriptions: documentKinds.map(
          ({ endings }) => `标题以${endings.map((ending) => `“${ending}”`).join('')}结尾的，不写也是它`,
        ),
      },
      { type: 'string' },
    ],
  }),
};

export const documentKeys = {
  title: key('标题', 'title', line, '文件的标题', ['题目']),
  subtitle: key('副标题', 'title', line, '副标题'),
  kind: key(
    '文种',
    'setting',
    kindName,
    '工作要点、工作方案、工作计划、工作总结、通知等；十五种法定公文（决议、决定、命令、公报、公告、通告、意见、通知、通报、报告、请示、批复、议案、函、纪要）和办法、制度、机制、预案、讲话等都认',
  ),
  issuer: key('单位', 'unit', names, '发文机关；几个单位联合发文的写成列表', ['发文机关', '发文单位']),
  year: key('年度', 'year', year, '计划的年份，如 2026 或 2026—2028', ['年份']),
  docNumber: key('发文字号', 'documentNumber', line, '如 平政发〔2026〕1号', ['文号']),
  copyNumber: key('份号', 'label', line, '六位数字'),
  secrecy: key('密级', 'label', line, '如 机密★3年', ['密级和保密期限']),
  urgency: key('紧急程度', 'label', line, '特急或加急'),
  signatory: key('签发人', 'person', names, '上行文的签发人'),
  recipients: key('主送', 'unit', names, '主送机关', ['主送机关']),
  preamble: key('导语', 'body', prose, '正文开头、第一部分之前的话', ['前言', '引言']),
  body: key('正文', 'parts', body, '自拟标题的各部分，一条是一部分'),
  closing: key(
    '结语',
    'body',
    orNone(prose, (none) => none),
    '正文最后、不属于任何部分的话；通知里写 "" 就不印“特此通知。”',
    ['结束语'],
  ),
  attachments: key('附件', 'parts', attachments, '附件的名称和内容'),
  binding: key(
    '附件装订',
    'setting',
    choice({ together: ['一起'], apart: ['分开', '单独'] }),
    '附件和正文一起装订（不写就是它），还是分开；分开的，附件左上角印发文字号',
  ),
  signers: key(
    '署名',
    'unit',
    orNone(names, () => []),
    '落款的机关，不写就用“单位”；写 "" 就不印',
    ['落款'],
  ),
  seal: key(
    '印章',
    'setting',
    choice({ none: ['不盖章', '无'], seal: ['加盖印章', '盖章'], stamp: ['签名章'] }),
    '落款盖不盖章：不盖章（不写就是它）、加盖印章、签名章',
    ['用印'],
  ),
  sealPictures: key(
    '印章图片',
    'parts',
    sealPictures,
    '印在落款上的印章（背景透明的 PNG），放在计划旁边；几个单位各一张，先后照署名；签名章的写“印章: 签名章”',
    ['电子印章'],
  ),
  date: key('日期', 'date', date, '成文日期', ['成文日期']),
  attended: key('出席', 'person', names, '纪要：出席的人', ['出席人']),
  absent: key('请假', 'person', names, '纪要：请假的人', ['请假人']),
  observed: key('列席', 'person', names, '纪要：列席的人', ['列席人']),
  recorded: key('记录', 'person', names, '纪要：记录的人', ['记录人']),
  note: key('附注', 'body', prose, '印在日期下面圆括号里的话'),
  contact: key('联系', 'parts', contact, '联系人和电话', ['联系人']),
  cc: key('抄送', 'unit', names, '抄送机关', ['抄送机关']),
  imprint: key('印发', 'parts', imprint, '印发机关和印发日期，印数和承办单位', ['印发栏']),
  coverNotice: key('印发通知', 'parts', coverNotice, '把本计划作为附件印发的通知'),
  variables: key('变量', 'variable', variables, '文中 {{名称}} 的取值'),
  numbering: key('编号', 'engine', numbering, '序号的样式'),
  layout: key('版式', 'engine', layout, '页面和字体'),
  template: key('模板', 'setting', line, '用哪一套模板，不写就按文种'),
  lint: key('检查', 'engine', checking, '检查规则的设置'),
};
export const documentNames = new Names(documentKeys);
export const planNames = new Names({ ...documentKeys, ...sections });

/** A part of the document with a title; `kind` is missing where the title is one's own. */
export interface Section extends Item {
  kind?: SectionKind;
}

/** A plan as it was written: every text knows its place in the file, and nothing is filled in yet. */
export interface Plan extends Omit<Fields<typeof documentKeys>, 'body'> {
  sections: Section[];
  /** Traditional when the keys are; pingan's own wording follows. */
  script: 'simplified' | 'traditional';
}

/** Reads the map of a whole plan; its sections stand in the order of the file, those of 正文 in its place. */
export function readPlan(node: Mapping, report: Report): Plan {
  const fields: Record<string, unknown> = {};
  const read: Section[] = [];
  const seen = new Map<string, Scalar>();
  for (const pair of node.entries) {
    const name = documentNames.find(pair.key.text);
    const kind = sectionNames.find(pair.key.text) as SectionKind | undefined;
    if (name === 'body') append(read, (readKey(documentKeys.body, pair, report) ?? []).map(asSection));
    else if (name !== undefined) {
      if (firstOf(seen, name, pair.key, report))
        fields[name] = readKey(documentKeys[name as keyof typeof documentKeys] as Key<unknown>, pair, report);
    } else if (kind !== undefined) {
      const section = readSection(kind, pair, report);
      if (section) read.push(section);
    } else
      unknownKey(
        pair,
        planNames,
        report,
        '自拟标题的部分写在“正文:”下面，一条是一部分；这里只能写固定的键。',
      );
  }
  for (const name of Object.keys(fields)) if (fields[name] === undefined) delete fields[name];
  // Who has a picture of the seal wants it there.
  if (fields['sealPictures'] !== undefined) fields['seal'] ??= 'seal';
  const traditional = node.entries.some(({ key }) => simplified(key.text) !== key.text);
  return { ...fields, sections: read, script: traditional ? 'traditional' : 'simplified' };
}

/** A key of the file is the printed title as well, in the wording of its alias; English keys print the Chinese name. */
function readSection(kind: SectionKind, { key: typed, value }: Pair, report: Report): Section | undefined {
  const item = under(typed.text, value, typed, report);
  const title = /^[\w]+$/.test(typed.text) ? { ...typed, text: sections[kind].label } : typed;
  return item && { title, ...item, kind };
}

/** A title under 正文 may still be that of a known section. */
export function asSection(item: Item): Section {
  const kind = item.title && (sectionNames.find(item.title.text) as SectionKind | undefined);
  return kind === undefined ? item : { ...item, kind };
}
