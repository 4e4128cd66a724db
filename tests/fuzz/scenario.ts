import { readdirSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { entry, zip } from '../../src/package/zip.ts';
import { wordFile, workbook } from '../hostile-files.ts';
import type { Chance } from './chance.ts';
import { foreign } from './foreign.ts';
import { mutated, mutatedBytes } from './mutation.ts';

/** Files of a folder and what is typed there. */
export interface Scenario {
  /** As latin1 where it begins with “bytes:”, so that it can be kept as JSON. */
  files: Record<string, string>;
  args: string[];
  input?: string;
}

const plans = ['examples', 'examples/batch'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !name.includes('config'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
);
const partials = readdirSync('templates/partials').map(
  (name) => [name, readFileSync(`templates/partials/${name}`, 'utf8')] as const,
);
const short = `标题: 平安镇2026年平安创建工作要点
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
const tables: Record<string, string> = {
  '村.csv': '村名,户数,支书.姓名\n柳溪村,12,周平\n"河,东村",8,"吴""林"\n河西村,,郑\n',
  '村.json':
    '[{"村名": "柳溪村", "户数": 12, "支书": {"姓名": "周平"}}, {"村名": "河东村", "人": ["甲", "乙"]}]',
  '村.jsonl': '{"村名": "柳溪村", "户数": 12}\n{"村名": "河东村", "户数": null}\n',
  '村.yaml': '- 村名: 柳溪村\n  户数: 12\n- 村名: 河东村\n  支书: { 姓名: 吴林 }\n',
};
const configuration =
  '规则:\n  punct/half-width: 不查\n词表:\n  甲: 乙\n允许: [平安, 柳溪]\n自定义规则:\n  - 找: "(甲|乙)+丙"\n    说: 不要这样写。\n';

const bytes = (raw: Uint8Array): string => `bytes:${Buffer.from(raw).toString('latin1')}`;
export const raw = (content: string): Buffer =>
  content.startsWith('bytes:') ? Buffer.from(content.slice(6), 'latin1') : Buffer.from(content);

/** What is tried, as `--only` calls it; some of it twice as often. */
const kinds: readonly [string, (made: Scenario, chance: Chance) => void][] = [
  ['gen', gen],
  ['gen', gen],
  ['lint', lint],
  ['fix', fix],
  ['batch', batch],
  ['batch', batch],
  ['package', withPackage],
  ['template', withTemplate],
  ['configuration', withConfiguration],
  ['import', importing],
  ['other', other],
];

/** Something that somebody may type in a folder of files of which one or two aren't what they should be. */
export function scenario(chance: Chance, only?: string): Scenario {
  const sound = chance.is(0.5) ? short : chance.one(plans);
  const plan = chance.is(0.7) ? mutated(sound, chance) : sound;
  const files: Record<string, string> = {
    '计划.yaml': chance.is(0.1) ? bytes(mutatedBytes(Buffer.from(plan), chance)) : plan,
  };
  const made: Scenario = { files, args: [] };
  chance.one(kinds.filter(([name]) => only === undefined || name === only))[1](made, chance);
  if (chance.is(0.1))
    made.args.splice(
      chance.below(made.args.length + 1),
      chance.below(2),
      mutated(chance.one(made.args), chance).replaceAll('\0', ''),
    );
  return made;
}

const formats = ['md', 'html', 'docx', 'md,html,docx'];

function gen(made: Scenario, chance: Chance): void {
  made.args = ['gen', '计划.yaml', '-f', chance.one(formats), '-o', '出/'];
  if (chance.is(0.5)) made.args.push('--force');
  if (chance.is(0.3)) made.args.push('--set', `村名=${mutated('柳溪村', chance).replaceAll('\0', '')}`);
  if (chance.is(0.1)) made.args.push('--comments');
  if (chance.is(0.1)) [made.input, made.args] = [made.files['计划.yaml'] ?? '', ['gen', '-', '-f', 'md']];
}

function lint(made: Scenario, chance: Chance): void {
  made.args = ['lint', '计划.yaml', '-f', chance.one(['pretty', 'json', 'sarif', 'github', 'junit'])];
  if (chance.is(0.2)) made.args.push('--fix-dry-run');
}

function fix(made: Scenario, chance: Chance): void {
  made.args = ['lint', '计划.yaml', chance.one(['--fix', '--fix=unsafe'])];
}

function batch(made: Scenario, chance: Chance): void {
  const [name, table] = chance.one(Object.entries(tables));
  if (chance.is(0.5)) made.files['计划.yaml'] = short;
  made.files[name] = mutated(table, chance);
  if (chance.is(0.1)) made.files[name] = bytes(mutatedBytes(Buffer.from(table), chance));
  made.args = ['batch', '计划.yaml', '--data', name, '-o', '出', '-f', chance.one(formats)];
  if (chance.is(0.4)) made.args.push('--name', mutated('{{村名}}/{{村名}}要点', chance).replaceAll('\0', ''));
  if (chance.is(0.3)) made.args.push('--force');
  if (chance.is(0.2)) made.args.push('--report', '报告.json');
  if (chance.is(0.2)) made.args.push('--where', '村名=柳溪村');
}

/** A part of a package is changed, or a byte of it. */
function repacked(file: Uint8Array, chance: Chance): string {
  if (chance.is(0.3)) return bytes(mutatedBytes(file, chance));
  const parts = Object.entries(unzipSync(file));
  const index = chance.below(parts.length);
  const changed = parts.map(([name, content], at) =>
    entry(name, at === index ? Buffer.from(mutated(Buffer.from(content).toString(), chance)) : content),
  );
  if (chance.is(0.05)) changed.splice(index, 1);
  return bytes(zip(changed));
}

function withPackage(made: Scenario, chance: Chance): void {
  if (chance.is(0.5)) {
    const book = chance.is(0.5) ? workbook() : readFileSync('examples/batch/villages.xlsx');
    made.files = { '计划.yaml': short, '村.xlsx': repacked(book, chance) };
    made.args = ['batch', '计划.yaml', '--data', '村.xlsx', '-o', '出', '-f', 'md', '--force'];
    return;
  }
  const isHead = chance.is(0.5);
  made.files = {
    '计划.yaml': isHead ? `${short}版式: { 信头: 信头.docx }\n` : short,
    '信头.docx': repacked(wordFile(), chance),
  };
  made.args = [
    'gen',
    '计划.yaml',
    '-f',
    'docx,html',
    '-o',
    '出/',
    '--force',
    ...(isHead ? [] : ['--style-from', '信头.docx']),
  ];
}

function withTemplate(made: Scenario, chance: Chance): void {
  const [name, source] = chance.one(partials);
  made.files['计划.yaml'] = chance.is(0.5) ? short : chance.one(plans);
  made.files[`模板/partials/${name}`] = mutated(source, chance);
  made.args = ['gen', '计划.yaml', '-f', chance.one(formats), '-o', '出/', '--force'];
}

function withConfiguration(made: Scenario, chance: Chance): void {
  made.files['pingan.config.yaml'] = mutated(configuration, chance);
  made.args = [chance.one(['lint', 'gen']), '计划.yaml'];
}

function importing(made: Scenario, chance: Chance): void {
  const { name, content } = foreign(chance);
  made.files = {
    [name]:
      typeof content !== 'string'
        ? repacked(content, chance)
        : chance.is(0.2)
          ? bytes(mutatedBytes(Buffer.from(content), chance))
          : mutated(content, chance),
  };
  made.args = ['import', name, '-o', chance.one(['新.yaml', '新/'])];
  if (chance.is(0.3)) made.args.push('--next-year');
  if (chance.is(0.3)) made.args.push('--variables', `村名=${mutated('平安', chance).replaceAll('\0', '')}`);
  if (chance.is(0.2)) made.args.push('--tracked', 'original');
  if (chance.is(0.2)) made.args.push('--outline', 'json');
  if (chance.is(0.1)) [made.input, made.args] = [made.files[name] ?? '', ['import', '-']];
}

function other(made: Scenario, chance: Chance): void {
  made.args = chance.one([
    ['template'],
    ['template', '章节'],
    ['schema'],
    ['lint', '.'],
    ['lint', '*.yaml'],
    ['gen', '*.yaml', '-f', 'md'],
  ]);
}
