import { readFileSync } from 'node:fs';
import { wordFile, workbook } from '../hostile-files.ts';
import type { Chance } from './chance.ts';
import { mistyped, repacked } from './damage.ts';
import { mutated } from './mutation.ts';
import { configurations, partials, plans, short } from './samples.ts';
import type { Scenario } from './scenario.ts';

const formats = ['md', 'html', 'docx', 'md,html,docx'];

export function gen(made: Scenario, chance: Chance): void {
  made.args = ['gen', '计划.yaml', '-f', chance.one(formats), '-o', '出/'];
  if (chance.is(0.5)) made.args.push('--force');
  if (chance.is(0.3)) made.args.push('--set', `村名=${mistyped('柳溪村', chance)}`);
  if (chance.is(0.1)) made.args.push(chance.one(['--comments', '--review']));
  if (chance.is(0.1)) [made.input, made.args] = [made.files['计划.yaml'] ?? '', ['gen', '-', '-f', 'md']];
}

const reporters = [
  ...['pretty', 'compact', 'markdown', 'json', 'sarif'],
  ...['github', 'gitlab', 'junit', 'checkstyle', 'rdjson'],
];

export function lint(made: Scenario, chance: Chance): void {
  made.args = ['lint', '计划.yaml', '-f', chance.one(reporters)];
  if (chance.is(0.2)) made.args.push('--fix-dry-run');
  if (chance.is(0.2)) made.args.push('--preset', 'strict');
  if (chance.is(0.1)) {
    made.files['去年.yaml'] = mutated(chance.one(plans), chance);
    made.args.push('--against', '去年.yaml');
  }
}

export function fix(made: Scenario, chance: Chance): void {
  made.args = ['lint', '计划.yaml', chance.one(['--fix', '--fix=unsafe'])];
}

export function withPackage(made: Scenario, chance: Chance): void {
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

export function withTemplate(made: Scenario, chance: Chance): void {
  const [name, source] = chance.one(partials);
  made.files['计划.yaml'] = chance.is(0.5) ? short : chance.one(plans);
  made.files[`模板/partials/${name}`] = mutated(source, chance);
  made.args = ['gen', '计划.yaml', '-f', chance.one(formats), '-o', '出/', '--force'];
}

export function withConfiguration(made: Scenario, chance: Chance): void {
  const spoilt = chance.one(Object.keys(configurations));
  for (const [name, content] of Object.entries(configurations))
    made.files[name] = name === spoilt || chance.is(0.1) ? mutated(content, chance) : content;
  made.args = chance.one([
    ['lint', '计划.yaml'],
    ['gen', '计划.yaml'],
    ['lint', '计划.yaml', '--print-config'],
  ]);
}
