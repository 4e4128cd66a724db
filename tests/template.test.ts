import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Album } from '../src/document/picture.ts';
import { parseYaml } from '../src/notation/yaml.ts';
import type { Plan } from '../src/plan/plan.ts';
import { read } from '../src/plan/read.ts';
import { type Variables, variables, variablesFrom } from '../src/plan/variables.ts';
import type { Scalar } from '../src/schema/node.ts';
import type { Problem } from '../src/schema/problem.ts';
import { askedIn, givenFor } from '../src/template/asked.ts';
import { compose, TemplateError } from '../src/template/compose.ts';
import { fill } from '../src/template/fill.ts';
import { Handlebars } from '../src/template/handlebars.ts';
import { templateOf } from '../src/template/kind.ts';
import { plainNames } from '../src/template/plain-names.ts';
import { uses } from '../src/template/steering.ts';
import { strayTemplates } from '../src/template/stray.ts';
import { escaped } from '../src/template/values.ts';
import { view } from '../src/template/view.ts';
import { visible, visibleNames } from '../src/template/visible.ts';
import { testCases } from './cases.ts';

const given = `
村名: 柳溪村
空:
次数: 12
宽: ３A
零: "0"
支书: { 姓名: 周平, 手机: }
村: [甲村, 乙村]
没人: []
人: [{ 名: 张三, 职: 主任 }, { 名: 李四 }]
书: [《一》, 《二》, 三, 《四》]
粗: "**甲** | # "
否认: 否
英文: NO
开工: 2026-03-05 14:30
开会: 2026年3月5日9:00
行: "甲\\n　乙\\n\\n丙-\\n丁"
行们: ["a\\nb", "c"]
社区: 社区|甲
叉: ["0", 否, 无, 没有, 暂无, 不是, False, "NO", N, ×, ✕, ✖, ✗, ✘, ╳, ☒, □, ☐, /, ／, "-", －, –, —, ——]
是的: [是, √, "1", 不, 无人, "--", o]
日子: 2026-03-05
秒: 2026-03-05 14:30:09
户数(户): 3
占比(%): 5
占比%: 6
1%: 九
路: 'C:\\new\\notes'
1号: 七
a=b: 八
零们: ["0.00", ０, ０．０, "00", "0.5", "0%"]
无人: { 支书: , 主任: { 姓名: } }
`;
const declared = variables.read(
  parseYaml(given, () => undefined) ?? { kind: 'empty', start: 0, end: 0 },
  () => undefined,
) as Variables;

/** A text filled, or what is said of it, each with its place marked. */
function filled(text: string, known = declared): string {
  const said: string[] = [];
  const scalar: Scalar = { kind: 'scalar', text, start: 0, end: text.length, at: (index) => index };
  const report = ({ code, start, end, message, advice }: Problem) =>
    void said.push(
      `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}：${message}${advice}${code === 'plan/variable' ? '' : code}`,
    );
  const result = fill(scalar, { declared: known, values: escaped(known) }, report);
  if (said.length > 0) expect(result).toBe('');
  return [...said, ...(said.length > 0 ? [] : [result])].join('\n');
}

testCases('template/texts.txt', (text) => filled(text));

/** A file among templates a line, with what it says; 另 is a folder beside them, 当前 the folder that templates are in itself. */
testCases('template/stray.txt', (given) => {
  const files = given
    .split('\n')
    .map((line) => /^(?:(另|当前) )?(\S+)(?: (.*))?$/.exec(line)?.slice(1) ?? []);
  const taken = files.filter(([where]) => where !== '另');
  const isHere = taken[0]?.[0] === '当前';
  const first = (file = '') => file.split('/')[0] ?? '';
  const behind = (file = '') => file.split('/').slice(1).join('/');
  const named = taken.map(([, file = '', text = '']) => [isHere ? file : behind(file), text] as const);
  const others = new Set(files.filter(([where]) => where === '另').map(([, file]) => first(file)));
  return strayTemplates({
    folders: [
      {
        name: isHere ? '.' : '模板',
        files: () => named.map(([file]) => file),
        text: (wanted) => named.find(([file]) => file === wanted)?.[1] ?? '',
      },
    ],
    others: [...others].map((name) => ({
      name,
      files: () => files.filter(([, file]) => first(file) === name).map(([, file]) => behind(file)),
    })),
    shipped: () => [
      { name: '通知', kind: true },
      { name: '领导小组', kind: false },
    ],
    called: ['章节'],
  }).join('\n');
});

test('levels of conditions are counted; those that end count no more', () => {
  const nested = (count: number) => `${'{{#if 村名}}'.repeat(count)}一${'{{/if}}'.repeat(count)}`;
  const chain = (count: number) => `{{#if 村名}}一${'{{else if 村名}}二'.repeat(count)}{{/if}}`;
  const sound = [nested(30), chain(29), nested(20) + nested(20), chain(20) + chain(20) + nested(20)];
  expect(sound.map((text) => filled(text))).toEqual(['一', '一', '一一', '一一一']);
  for (const text of [nested(31), chain(30), `{{#if 村名}}${chain(29)}{{/if}}`])
    expect(filled(text)).toContain('超过 30 层');
});

/** What the texts of a plan ask of a table. */
testCases('template/asked.txt', (text) => {
  const { plan } = read(text);
  return askedIn(plan as Plan)
    .map(({ name, use, of, word }) => [
      name,
      use,
      ...(of ? [`of ${of}`] : []),
      ...(word ? [`“${word}”`] : []),
    ])
    .map((words) => words.join(' '))
    .join('\n');
});

test('a name that a plan gives is a text, a list or nothing', () => {
  const names = ['村名', '空', '支书', '支书.姓名', '村', '村.一', '没有', '村名.字'];
  const given = names.map((name) => givenFor(name, declared));
  expect(given.map((each) => (typeof each === 'object' ? each.text : each))).toEqual([
    '柳溪村',
    undefined,
    undefined,
    '周平',
    'list',
    undefined,
    undefined,
    undefined,
  ]);
});

test('a text is filled with the values of the moment', () => {
  const text: Scalar = { kind: 'scalar', text: '{{甲}}', start: 0, end: 0, at: () => 0 };
  const values = ['一', '二'].map((甲) => variablesFrom({ 甲 }));
  expect(
    values.map((each) => fill(text, { declared: each, values: escaped(each) }, () => undefined)),
  ).toEqual(['一', '二']);
});

describe('templates', () => {
  const made = (
    source: string,
    view: Record<string, unknown> = {},
    partials: Record<string, string> = {},
    script: 'simplified' | 'traditional' = 'simplified',
  ) =>
    compose(
      {
        document: { source, path: '模板/document.hbs' },
        partials: new Map(
          Object.entries(partials).map(([name, source]) => [name, { source, path: `模板/${name}.hbs` }]),
        ),
      },
      script,
      // What is tried here has names of its own.
      () => {},
    )(view);

  test.each([
    ['{{#if 甲}}有{{else}}无{{/if}}', { 甲: ['一'] }, '有'],
    ['{{#if 甲}}有{{else}}无{{/if}}', { 甲: [] }, '无'],
    ['{{#if 甲}}有{{else}}无{{/if}}', { 甲: true }, '有'],
    ['{{#if 甲}}有{{else}}无{{/if}}', { 甲: undefined }, '无'],
    ['{{#unless 甲}}无{{else}}有{{/unless}}', { 甲: 'NO' }, '有'],
    ['{{#unless 甲}}无{{else}}有{{/unless}}', { 甲: '0.5' }, '有'],
    ['{{#if (等于 甲 "a:b")}}同{{/if}}', { 甲: 'a\\:b' }, '同'],
    ['{{#if (等于 甲 "")}}空{{/if}}', { 甲: null }, '空'],
    ['{{#if (等于 甲 "甲")}}同{{else}}异{{/if}}', { 甲: '乙' }, '异'],
    ['{{#each 甲}}{{this}}；{{/each}}{{#each 乙}}一{{else}}空{{/each}}', { 甲: '一', 乙: '' }, '一；空'],
    ['{{#if (含 甲 "乙")}}含{{else}}无{{/if}}', { 甲: ['甲', '乙'] }, '含'],
    ['{{#if (含 甲 "丙")}}含{{else}}无{{/if}}', { 甲: ['甲', '乙'] }, '无'],
    ['{{#if (含 甲 "甲")}}含{{else}}无{{/if}}', { 甲: '甲' }, '无'],
    ['{{列名 甲 "任务"}}|{{列名 甲 "时限"}}', { 甲: ['任务'] }, '^ 任务|时限'],
    ['{{并列 甲}}', { 甲: ['一', '', undefined, false, '二'] }, '一、二'],
    ['{{并列 甲}}', { 甲: '一' }, '一'],
    ['{{句 甲}}{{句 乙}}{{句 丙}}', { 甲: '一', 乙: '二。', 丙: '' }, '一。二。'],
    ['{{句 甲}}', { 甲: '说“好！”' }, '说“好！”'],
    ['{{句 甲}}', { 甲: '**好？**）' }, '**好？**）'],
    ['{{句 甲}}', { 甲: '见《甲》' }, '见《甲》。'],
    ['{{句 甲}}', { 甲: '好。的' }, '好。的。'],
    ['{{格 甲}}', { 甲: '一\n\n二' }, '一\\n二'],
    ['{{格 甲}}{{格 乙}}', { 甲: '-5', 乙: ['a', '-'] }, '\\-5a、-'],
    ['{{括注 "甲：" 甲 "乙：" 乙}}', { 甲: ['一', '二'], 乙: '三' }, '（甲：一、二；乙：三）'],
    ['{{括注 "甲：" 甲 "乙：" 乙}}', { 乙: '三' }, '（乙：三）'],
    ['{{括注 "甲：" 甲}}', {}, ''],
    ['{{并列 甲}}', { 甲: ['一。', '**二；**', '三，', '四。'] }, '一、**二**、三、四。'],
    ['{{#列举 甲}}{{this}}{{/列举}}', { 甲: ['一。', '二：', '三。'] }, '一、二、三。'],
    ['{{句 甲}}', { 甲: ['一。', '二；', '三'] }, '一；二；三。'],
    ['{{#项 级}} {{甲}} {{/项}}|{{#项 级}} {{乙}}{{/项}}', { 级: '##', 甲: '一', 乙: ' ' }, '##. 一|'],
    ['{{#if (提到 @root "二")}}有{{else}}无{{/if}}', { 甲: { 乙: ['一二三'] } }, '有'],
    ['{{#if (提到 甲 "二")}}有{{else}}无{{/if}}', { 甲: [null, 3, '一'], 乙: '二' }, '无'],
    ['{{括注 "甲：" 甲 "乙：" 乙}}', { 甲: '（甲：一）', 乙: '二。' }, '（甲：一；乙：二）'],
    ['{{括注 "甲" 甲}}', { 甲: '（一）（二）' }, '（甲（一）（二））'],
    [
      '{{依次括注 各方 牵头="牵头单位：" 时限="时限："}}',
      {
        各方: [
          { 项: '时限', 单位: '9月' },
          { 项: '牵头', 单位: ['一', '二'] },
          { 项: '别的', 单位: '三' },
          { 项: '别的', 单位: '四', 称呼: '主办' },
        ],
      },
      '（时限：9月；牵头单位：一、二；三；主办：四）',
    ],
    ['{{依次括注 各方 牵头="一"}}', { 各方: undefined }, ''],
    [
      '{{#if (写了 甲)}}写{{/if}}{{#if (写了 乙)}}写{{/if}}{{#if (写了 丙)}}写{{/if}}',
      { 甲: '', 乙: null, 丙: undefined },
      '写',
    ],
    [
      '{{短 甲}}{{短 乙 "办公室" "办"}}{{短 丙 "办"}}',
      { 甲: '平安办。', 乙: '平安办公室', 丙: '办' },
      '平安办平安办',
    ],
    [
      '{{不重 "办公室" "设在" 甲}}{{不重 "甲" 乙}}{{不重 "（" 丙}}',
      { 甲: '设在平安办', 乙: '甲乙', 丙: '（丙' },
      '平安办甲乙丙',
    ],
    ['{{不重 "成立" 甲}}{{不重 "成立" 乙}}', { 甲: '成立', 乙: '立即成立' }, '成立立即成立'],
    [
      '{{#if (有 甲 乙)}}有{{else}}无{{/if}}{{#if (有 丙)}}有{{else}}无{{/if}}',
      { 甲: [], 乙: '0', 丙: '' },
      '有无',
    ],
    [
      '{{#if (开头是 甲 "表：" "注：")}}是{{/if}}{{#if (开头是 乙 "注：")}}是{{/if}}',
      { 甲: '注：一', 乙: '一注：' },
      '是',
    ],
    [
      '{{括起 甲}}{{括起 乙}}{{括起 丙}}{{书名 甲}}{{书名 丁}}',
      { 甲: '一', 乙: '（二）', 丙: '（三）和（四）', 丁: '《五》' },
      '（一）（二）（（三）和（四））《一》《五》',
    ],
    ['{{括起 甲}}', {}, ''],
    ['{{甲.constructor}}{{甲.toString}}{{乙.length}}{{丙.一}}', { 甲: {}, 乙: '字', 丙: null }, '1'],
    [
      '{{#each 甲}}{{#each 乙}}{{@../index}}-{{@index}}；{{/each}}{{/each}}',
      { 甲: [{ 乙: [1, 2] }, { 乙: [3] }] },
      '0-0；0-1；1-0；',
    ],
    ['{{#each 甲 as |一 index|}}{{index}}-{{@index}}{{一}}{{/each}}', { 甲: ['二', '三'] }, '0-0二1-1三'],
    ['{{句.名}}{{#with 丁}}{{../句.名}}{{./格}}{{/with}}', { 句: { 名: '一' }, 丁: { 格: '二' } }, '一一二'],
    ['{{括起 甲}}{{书名 乙}}', { 甲: '甲）', 乙: '《乙' }, '（甲））《《乙》'],
    ['{{组名 甲 乙}}', { 甲: '成立平安小组。', 乙: '成立专班' }, '平安小组'],
    ['{{组名 甲 乙}}', { 乙: '成立防汛指挥部' }, '防汛指挥部'],
    [
      '{{组名 甲 乙}}|{{组名 甲 丙 "工作專班"}}',
      { 乙: '成立平安工作領導小組', 丙: '加强领导' },
      '平安工作領導小組|工作專班',
    ],
    ['{{组名 甲 乙}}|{{组名 甲 丙}}', { 乙: '加强领导，成立小组', 丙: '工作组的职责' }, '领导小组|领导小组'],
    ['{{#if (引出 甲 乙)}}是{{else}}否{{/if}}', { 甲: '一', 乙: '名单如下。' }, '是'],
    ['{{#if (引出 甲 乙)}}是{{else}}否{{/if}}', { 甲: '**名单：**', 乙: '' }, '是'],
    [
      '{{#if (引出 甲 乙)}}是{{else}}否{{/if}}{{#if (引出 丙)}}是{{else}}否{{/if}}',
      { 甲: '名单：', 乙: '一。' },
      '否否',
    ],
    [
      '{{括注 "甲" 甲 "乙" 乙}}{{短 丙}}{{短 丁}}',
      { 甲: '（）', 乙: '一', 丙: '\\:', 丁: '甲\\:，\\:' },
      '（乙一）甲',
    ],
    ['{{汉字 甲}}', { 甲: 12 }, '十二'],
    ['{{汉字 甲}}', { 甲: '0' }, '0'],
    [
      '{{#列举 甲}} {{this}} {{/列举}}',
      { 甲: ['《一》', '《二》', '三', ' ', '《四》'] },
      '《一》《二》、三、《四》',
    ],
    ['{{#列举 甲}}{{this}}{{/列举}}{{#列举 乙}}{{this}}{{/列举}}', { 甲: '一' }, '一'],
    ['{{甲}}', { 甲: '<&>' }, '<&>'],
    ['甲\n{{#if 甲}}\n乙\n{{/if}}\n丙\n\n', { 甲: '是' }, '甲\n\n乙\n\n丙'],
  ])('%s with %j', (source, view, expected) => expect(made(source, view)).toBe(expected));

  test('parts are taken by their type where there is one for it', () => {
    const source = '{{#each 甲}}{{> (部分 类型 "章節")}}{{/each}}';
    const partials = { 章节: '章{{题}}', 背景: '背{{题}}' };
    expect(
      made(
        source,
        {
          甲: [
            { 类型: '背景', 题: '一' },
            { 类型: '别的', 题: '二' },
          ],
        },
        partials,
      ),
    ).toBe('背一章二');
  });

  test('their own words are written in the script of the plan, values stay as they are', () => {
    expect(made('组织{{甲}}{{并列 "机构"}}', { 甲: '组织' }, {}, 'traditional')).toBe('組織组织機構');
    expect(made('成立{{组名 甲 乙 "领导小组"}}', {}, {}, 'traditional')).toBe('成立領導小組');
    expect(made('组织{{并列 "机构"}}', {}, {})).toBe('组织机构');
  });

  test.each([
    [
      '甲\n{{#if 甲}}',
      {},
      {},
      '模板/document.hbs:2:1 “{{ }}”写得不对：括号不成对，或“{{#if}}”没有“{{/if}}”。',
    ],
    ['甲 {{> 没有}}', {}, {}, '模板/document.hbs:1:1 找不到模板片段“没有”。'],
    ['{{> 甲}}', {}, { 甲: '一\n {{没有 1}}' }, '模板/甲.hbs:2:2 没有“没有”这个写法；变量名里不能有空格。'],
    [
      '{{汉字 甲}}',
      { 甲: '一点' },
      {},
      '模板/document.hbs:1:1 “一点”不是 0、1、2 这样的数，不能写成汉字数目。',
    ],
    ['{{> 甲}}', {}, { 甲: '{{> 甲}}' }, '模板/甲.hbs:1:1 一层套一层，没有完；检查自己叫自己的片段。'],
    [
      '{{甲}}{{this}}',
      {},
      {},
      '模板/document.hbs:1:1 有一处会把一组值整个印出来，如 {{this}}；写出要印的那一个，如 {{标题}}。',
    ],
    ['{{log 甲}}', { 甲: '一' }, {}, '模板/document.hbs:1:1 没有“log”这个写法；变量名里不能有空格。'],
    [
      '{{#if 甲}}{{没有 1}}{{/if}}',
      {},
      {},
      '模板/document.hbs:1:10 没有“没有”这个写法；变量名里不能有空格。',
    ],
    ['{{#if 甲}}{{#没有 1}}{{/没有}}{{/if}}', {}, {}, '模板/document.hbs:1:10 没有“{{#没有}}”这个写法。'],
    [
      '{{#if 甲}}{{句 (没有 1)}}{{/if}}',
      {},
      {},
      '模板/document.hbs:1:14 没有“没有”这个写法；变量名里不能有空格。',
    ],
    [
      '{{#if (有 (没有 1))}}一{{/if}}',
      {},
      {},
      '模板/document.hbs:1:10 没有“没有”这个写法；变量名里不能有空格。',
    ],
    [
      '甲\n{{#if 甲}}乙{{else}}{{#甲}}乙{{/甲}}{{/if}}',
      { 甲: { 乙: '一' } },
      {},
      '模板/document.hbs:2:19 没有“{{#甲}}”这个写法。写成“{{#if 甲}}”或“{{#each 甲}}”。',
    ],
    [
      '{{> 甲}}',
      {},
      { 甲: '{{^甲.乙}}一{{/甲.乙}}' },
      '模板/甲.hbs:1:1 没有“{{^甲.乙}}”这个写法。写成“{{#unless 甲.乙}}”。',
    ],
    [
      '{{#if 甲}}一{{else 甲}}二{{/if}}',
      { 甲: '三' },
      {},
      '模板/document.hbs:1:11 没有“{{#甲}}”这个写法。写成“{{#if 甲}}”或“{{#each 甲}}”。',
    ],
    ['{{#句 甲}}乙{{/句}}', { 甲: '一' }, {}, '模板/document.hbs:1:1 没有“{{#句}}”这个写法。'],
    ['{{#if 甲 乙}}一{{/if}}', {}, {}, '模板/document.hbs:1:1 “{{#if}}”后面要写一个名称。'],
    ...['{{#> 甲}}一{{/甲}}', '{{#*inline "乙"}}一{{/inline}}', '{{* 甲}}'].map(
      (source): [string, object, object, string] => [
        source,
        {},
        { 甲: '二' },
        '模板/document.hbs:1:1 没有“{{#> }}”“{{* }}”这些写法；片段写成“{{> 名称}}”。',
      ],
    ),
    ['{{#if 甲}}{{/each}}', {}, {}, '模板/document.hbs:1:4 “{{#if}}”和“{{/each}}”不配对。'],
  ])('%s is told with its place', (source, view, partials, message) => {
    expect(() => made(source, view, partials as Record<string, string>)).toThrow(new TemplateError(message));
  });

  test('a fault of ours stays one', () =>
    expect(() =>
      made('{{并列 甲}}', {
        get 甲(): string {
          throw new RangeError('甲');
        },
      }),
    ).toThrow(RangeError));
});

describe('names that no template can see', () => {
  const said = (source: string, partials: Record<string, string> = {}) => {
    const file = (name: string, text: string) => ({ source: text, path: `模板/${name}.hbs` });
    const parts = Object.entries(partials).map(([name, text]) => [name, file(name, text)] as const);
    try {
      return compose({ document: file('document', source), partials: new Map(parts) }, 'simplified')({});
    } catch (thrown) {
      if (!(thrown instanceof TemplateError)) throw thrown;
      return thrown.message.replace(/，会印成空白。|计划里的变量写在计划里，模板里不能用。$/g, '');
    }
  };
  test.each<[string, string]>([
    ['一\n {{村名}}', '模板/document.hbs:2:4 模板里没有“村名”这个名称是不是“署名”？'],
    ['{{#if 标提}}一{{/if}}', '模板/document.hbs:1:7 模板里没有“标提”这个名称是不是“标题”？'],
    ['{{lookup this "标提"}}', '模板/document.hbs:1:15 模板里没有“标提”这个名称是不是“标题”？'],
    ['{{依次括注 各方 牵投="甲："}}', '模板/document.hbs:1:11 模板里没有“牵投”这个名称是不是“牵头”？'],
    [
      '{{#each 附件}}{{句 (短 名子)}}{{/each}}',
      '模板/document.hbs:1:20 模板里没有“名子”这个名称是不是“名称”？',
    ],
    ['{{#with 印发}}{{../标題}}{{/with}}', '模板/document.hbs:1:15 模板里没有“标題”这个名称是不是“标题”？'],
    ['{{并列 牵头单位}}', '模板/document.hbs:1:6 模板里没有“牵头单位”这个名称是不是“牵头”？'],
    ['{{联系.电活}}', '模板/document.hbs:1:3 模板里没有“电活”这个名称是不是“电话”？'],
    [
      '{{#each 主要任务}}一{{/each}}',
      '模板/document.hbs:1:9 模板里没有“主要任务”这个名称各部分都在“章节”里：{{#each 章节}}{{#if (等于 类型 "主要任务")}}…{{/if}}{{/each}}。',
    ],
    [
      '{{#each 章节 as |部|}}{{部.标题}}{{步.标题}}{{/each}}',
      '模板/document.hbs:1:30 模板里没有“步”这个名称',
    ],
    [
      '{{#if 正文}}一{{/if}}',
      '模板/document.hbs:1:7 “正文”在模板里只有印发通知才有各部分写 {{> 正文}}，或 {{#each 章节}}…{{/each}}。',
    ],
    ['{{#with 印发通知}}{{#if 正文}}一{{/if}}{{/with}}{{印发通知.正文}}', ''],
    ['{{@序}}', '模板/document.hbs:1:3 没有“@序”这个写法。'],
    [
      '{{#each 章节}}{{@root.村名}}{{/each}}',
      '模板/document.hbs:1:15 模板里没有“村名”这个名称是不是“署名”？',
    ],
    ['{{句}}', '模板/document.hbs:1:3 模板里没有“句”这个名称'],
    ['{{依次括注 各方 牵头=头}}', '模板/document.hbs:1:14 模板里没有“头”这个名称'],
    ['{{等于 标题 "甲"}}', '模板/document.hbs:1:1 “等于”问的是不是，写在条件里：{{#if (等于 …)}}。'],
    ['{{并列 主送 抄送}}', '模板/document.hbs:1:1 “并列”后面的名称多了。'],
    ['{{项 级}}', '模板/document.hbs:1:3 “项”前面少了“#”。'],
    [
      '{{括注 "牵头单位：" 牵头 时限}}',
      '模板/document.hbs:1:1 “括注”后面一个标签、一个名称，成对写：{{括注 "牵头单位：" 牵头}}。',
    ],
    [
      '{{#each 各方}}{{项}}{{称呼}}{{@index}}{{this.单位.[0]}}{{单位.length}}{{/each}}{{任务清单.有牵头}}',
      '',
    ],
  ])('%s', (source, expected) => expect(said(source)).toBe(expected));

  test('but for those that a part is called with', () => {
    expect(said('{{> 甲 人=标题 号="一"}}', { 甲: '{{人}}{{号}}' })).toBe('一');
    expect(said('{{> 甲 人=标题}}', { 甲: '\n{{人}}{{号}}' })).toContain('模板/甲.hbs:2:8 模板里没有“号”');
    expect(said('{{> 甲 人=题}}', { 甲: '{{人}}' })).toContain('document.hbs:1:9 模板里没有“题”');
    expect(said('{{> (部分 类形 "甲")}}', { 甲: '一' })).toContain('模板里没有“类形”');
  });

  test('are none of those that the templates of pingan ask for, or that plans give', () => {
    const sources = readdirSync('templates', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.hbs'))
      .map((file) => readFileSync(path.join('templates', file), 'utf8'));
    for (const source of sources) visible(Handlebars.parse(source), new Set());
    const plans = ['examples', 'tests/template'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.yaml'))
        .map((file) => readFileSync(path.join(folder, file), 'utf8')),
    );
    const strange = new Set<string>();
    const look = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, each] of Object.entries(value)) {
        if (!Array.isArray(value) && !visibleNames().has(name)) strange.add(name);
        look(each);
      }
    };
    for (const text of plans) {
      const { plan } = read(text);
      if (plan) look(view(plan, {}, () => {}));
    }
    expect([...strange]).toEqual([]);
  });
});

test('what kinds there are is told where one is unknown, and where a template of one’s own belongs', () => {
  const { plan } = read('文种: a/../b.c');
  const said: string[] = [];
  const kind =
    plan &&
    templateOf(
      plan,
      ['通知', '自己的', '通知'],
      (problem) => void said.push(problem.message + problem.advice),
    );
  expect([kind, ...said]).toEqual([
    '工作要点',
    '没有文种“a/../b.c”的模板。可以写：通知、自己的；自己的模板放在“模板/abc/document.hbs”。',
  ]);
});

describe('variables that decide what is written, and those that are only printed', () => {
  const used = (source: string) => {
    const { plan } = read(`标题: 题\n${source}`);
    if (!plan) throw new Error(source);
    const { names, steering } = uses(plan);
    return [new Set([...names].filter(Boolean)), steering];
  };
  test.each([
    ['导语: "{{甲}}{{支书.姓名}}"', '支书.姓名 甲', ''],
    ['导语: "{{#if 甲}}{{乙}}{{else}}{{丙}}{{/if}}"', '甲 乙 丙', '甲'],
    ['导语: "{{#unless 甲}}{{乙}}{{/unless}}"', '甲 乙', '甲'],
    ['导语: "{{#each 甲}}{{名}}{{this}}{{@root.乙}}{{/each}}"', '甲 名 乙', '甲 名 乙'],
    ['导语: "{{#with 甲}}{{名}}{{/with}}{{乙}}"', '甲 名 乙', '甲 名'],
    ['导语: "{{#each 甲}}一{{else}}{{乙}}{{/each}}"', '甲 乙', '甲'],
    ['导语: "{{并列 甲}}{{汉字 乙}}"', '甲 乙', '甲 乙'],
    ['导语: "{{#if (等于 甲 乙)}}一{{/if}}"', '甲 乙', '甲 乙'],
    ['导语: "{{#each this}}{{@key}}{{/each}}"', '', true],
    ['导语: "{{#each 甲}}{{#if (提到 @root 乙)}}一{{/if}}{{/each}}"', '甲 乙', true],
    ['导语: "{{this}}"', '', ''],
    ['导语: "{{汇总 \\"户数\\"}}"', '汇总.户数', ''],
    ['导语: "{{#if 甲"', '', ''],
    ['日期: "{{日}}"', '日', '日'],
    ['年度: "{{年}}"', '年', '年'],
    ['印发: {单位: 甲, 日期: "{{日}}"}', '日', '日'],
    ['单位: "{{村}}"', '村', '村'],
    ['单位: "{{村}}"\n日期: 2026-03-05', '村', ''],
    ['署名: ["{{村}}"]', '村', '村'],
    ['署名: ["{{村}}"]\n日期: 2026-03-05', '村', ''],
    ['单位: "{{村}}"\n日期: 2026-03-05\n导语: "{{#if 单位}}有{{/if}}"', '单位 村', '单位 村'],
    ['正文: [{标题: 甲, 条目: ["{{乙}}"]}]', '乙', ''],
    ['正文: {表格: {列: [甲], 逐行: " 组.人 ", 行: [["{{名}}"]]}}', '名 组.人', '组'],
    ['导语: "{{@root.甲}}"', '甲', ''],
    ['导语: "{{#each 甲}}{{this}}{{@index}}{{/each}}"', '甲', '甲'],
    ['导语: "{{#with 甲}}{{名}}{{else}}{{乙}}{{/with}}{{丙}}"', '甲 名 乙 丙', '甲 名'],
    ['导语: "{{日期 甲 \\"M月\\"}}"', '甲', '甲'],
    ['导语: "{{#if (有 (句 甲))}}{{并列 (句 乙)}}{{/if}}"', '甲 乙', '甲 乙'],
    ['导语: 一\n版式: {目录: 2}', '', true],
    ['正文: {图片: {文件: "{{图}}", 题: 甲}}', '图', '图'],
    ['变量: {甲: 一}', '', ''],
  ])('%s', (source, ...expected) => {
    const words = (text: string) => new Set(text.split(' ').filter(Boolean));
    expect(used(source)).toEqual(expected.map((each) => (typeof each === 'string' ? words(each) : each)));
  });
});

test.each(['plan', 'attachments-apart', 'emptied'])('what templates see of %s.yaml', async (name) => {
  const { plan, problems } = read(readFileSync(path.join('tests', 'template', `${name}.yaml`), 'utf8'));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!plan) throw new Error('no plan');
  const said: string[] = [];
  const given = variablesFrom({ 次数: '3', '支书.姓名': '周平' });
  const album = (file: string, isFilled: boolean) =>
    file.startsWith('找不到')
      ? `没有“${file}”。写对名称。放在旁边。`
      : isFilled
        ? '填出来的图片也没有。'
        : undefined;
  const seen = view(
    plan,
    given,
    ({ message, advice }) => void said.push(`${message}${advice ?? ''}`),
    album as unknown as Album,
  );
  await expect(stringify({ 说: said, ...seen }, { aliasDuplicateObjects: false })).toMatchFileSnapshot(
    `template/${name}.seen.yaml`,
  );
});

test('days that texts ask for are known, and no other names', () => {
  const { plan } = read(
    '标题: 题\n导语: \'{{日期 开工 "M月"}}{{日期 支书.生日 "M月"}}{{村}}{{句 户}}{{#if (等于 (日期 建成 "M月") "3月")}}一{{/if}}\'',
  );
  expect(plan && [...uses(plan).dates]).toEqual(['开工', '支书.生日', '建成']);
});

describe('texts that hold nothing but names', () => {
  const pieces = [
    '{{村名}}',
    '{{户数}}',
    '甲',
    '。',
    '\n',
    ' ',
    '𠮷',
    '*',
    'a',
    '{',
    '}',
    '\\',
    '{{',
    '}}',
    '{{每 村}}',
    '\r\n',
  ];
  const text = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 })
    .map((each) => each.join(''));

  test('are read as Handlebars reads them, and all others by it', () => {
    let read = 0;
    fc.assert(
      fc.property(text, (given) => {
        const tree = plainNames(given, (name) => name === '户数');
        if (tree === undefined) return;
        read++;
        expect(tree).toEqual(JSON.parse(JSON.stringify(Handlebars.parse(given))));
        expect(given).not.toContain('户数');
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(100);
  });
});
