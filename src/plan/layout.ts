import { choice, flag, whole } from '../schema/choices.ts';
import type { Scalar } from '../schema/node.ts';
import { error } from '../schema/problem.ts';
import { type Fields, key, record, type Schema } from '../schema/schema.ts';
import { line, list, names } from '../schema/values.ts';

const style = choice({
  document: ['文件'],
  order: ['命令', '令'],
  minutes: ['纪要'],
  letter: ['信函', '函'],
});

export const redHeadFields = record(
  {
    mark: key('标志', 'unit', names, '发文机关标志，如 平安镇人民政府文件；不写就是“单位”加“文件”', [
      '发文机关标志',
    ]),
    style: key('式样', 'setting', style, '文件（不写就是它）、命令、纪要或信函'),
    size: key('字号', 'setting', whole(20, 72), '标志的字号，单位是磅，不写就是 42（初号）'),
    preprinted: key('套打', 'setting', flag, '用印好红头的纸打印：标志和红线的位置留空'),
  },
  { text: 'mark' },
);

/** No issuer's mark is shorter than 县委文件, nor speaks of itself. */
const isMark = ({ text }: Scalar) =>
  text.includes('{{') || (text.trim().length > 3 && !/红头|版头/.test(text));

/** 红头: 是, its style, the mark itself, or its parts. */
const redHead: Schema<Fields<typeof redHeadFields.keys>> = {
  expects: '“是”，式样，发文机关标志，或“标志”和“套打”',
  read(node, report) {
    const wanted = node.kind === 'scalar' ? flag.read(node, () => {}) : undefined;
    if (wanted !== undefined) return wanted ? {} : undefined;
    const named = node.kind === 'scalar' ? style.read(node, () => {}) : undefined;
    if (named !== undefined) return { style: named };
    if (node.kind !== 'scalar' || isMark(node)) return redHeadFields.read(node, report);
    return error(
      report,
      'plan/choice',
      node,
      `“${node.text}”不像发文机关标志，会照样印成红字。`,
      `要红头的写“是”，不要的写“否”；自己的标志写全称，如 平安镇人民政府文件。`,
    );
  },
  json: () => ({ anyOf: [flag.json(), redHeadFields.json()] }),
  keysOf: () => redHeadFields.keys,
  inside: () => [redHeadFields.names],
};

const numberStyle = choice({ outer: ['外侧'], centre: ['居中'] });
/** Of a word that is none of them, all are offered. */
const numberWord = choice({ outer: ['外侧'], centre: ['居中'], yes: ['是'], no: ['否'] });

const pageNumberFields = record(
  {
    style: key('式样', 'setting', numberStyle, '外侧（单页居右、双页居左，国标的，不写就是它）或居中'),
    start: key('起始', 'setting', whole(1, 9999), '第一页是第几页，不写就是 1'),
  },
  { text: 'style' },
);

/** 页码: 否, where it stands, or its parts. */
const pageNumber: Schema<Fields<typeof pageNumberFields.keys> & { none?: true }> = {
  expects: '“是”“否”“居中”“外侧”，或“式样”和“起始”',
  read(node, report) {
    const wanted = node.kind === 'scalar' ? flag.read(node, () => {}) : undefined;
    if (wanted !== undefined) return wanted ? {} : { none: true };
    if (node.kind === 'scalar' && numberWord.read(node, report) === undefined) return undefined;
    return pageNumberFields.read(node, report);
  },
  json: () => ({ anyOf: [{ type: 'boolean' }, { enum: ['是', '否'] }, pageNumberFields.json()] }),
  keysOf: () => pageNumberFields.keys,
  inside: () => [pageNumberFields.names],
};

const gridKind = choice({ lines: ['行'], characters: ['行和字符', '字符'] });
/** 网格: 行和字符; without, Word's grid is of lines alone. */
const grid: Schema<Scalar> = {
  expects: '“行”或“行和字符”',
  read(node, report) {
    const wanted = gridKind.read(node, report);
    return node.kind === 'scalar' && wanted === 'characters' ? node : undefined;
  },
  json: () => gridKind.json(),
};

const deepest = whole(1, 5);
/** 目录: 是 for two levels of headings, or how many. */
const contents: Schema<number> = {
  expects: '“是”“否”，或到第几级（1到5）',
  read(node, report) {
    const wanted = node.kind === 'scalar' && !/\d/.test(node.text) ? flag.read(node, report) : undefined;
    if (node.kind === 'scalar' && !/\d/.test(node.text)) return wanted ? 2 : undefined;
    return deepest.read(node, report);
  },
  json: () => ({ anyOf: [flag.json(), deepest.json()] }),
};

/** 版式: the page and its fonts. */
export const layout = record(
  {
    profile: key(
      '规格',
      'setting',
      choice({ gb9704: ['国标'], gb33476: ['电子公文'], plain: ['普通'] }),
      '国标：GB/T 9704；电子公文：GB/T 33476.2；普通：宋体小四',
    ),
    fonts: key(
      '字体',
      'setting',
      choice({ win: ['通用'], gb2312: [], gbk: ['方正'] }),
      'win：仿宋、楷体；gb2312：仿宋_GB2312、楷体_GB2312；gbk：方正仿宋_GBK、方正楷体_GBK',
    ),
    bold: key('加粗', 'setting', list(whole(1, 5), true), '哪几级标题加粗；国标都不加粗'),
    pageNumber: key('页码', 'parts', pageNumber, '要不要页码；居中，还是单页居右、双页居左（外侧）；从几起'),
    contents: key('目录', 'setting', contents, '印出目录：是（两级标题），或写到第几级'),
    letterhead: key(
      '信头',
      'setting',
      line,
      '单位自己的 Word 文件：用它的版头、页面和样式，正文放在 {{正文}} 的地方',
    ),
    imprintPage: key(
      '版记',
      'setting',
      choice({ below: ['接排'], overleaf: ['另面'] }),
      '接排：印在最后一页的下缘（不写就是它）；另面：单独印在背面，那一面不印页码',
    ),
    grid: key(
      '网格',
      'setting',
      grid,
      'Word 的文档网格。行：每页 22 行（不写就是它）；行和字符：“页面设置”里也显示每行 28 字',
    ),
    redHead: key('红头', 'parts', redHead, '印出版头：发文机关标志、发文字号和红线'),
  },
  { text: 'profile' },
);

export type Layout = Fields<typeof layout.keys>;
