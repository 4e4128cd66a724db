// What is compared: a case is what stands in a folder, and the command lines that are run there one after the other.
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { batchCases } from './batch-cases.mjs';
import { badPlans, cleanText, examples, ofTests, variantsOf } from './plans.mjs';

const formats = 'docx,md,html';
const within = (folder, files) =>
  Object.fromEntries(
    Object.entries(files).map(([name, content]) => [path.posix.join(folder, name), content]),
  );

export async function allCases() {
  return [...genCases(), ...lintCases(), ...batchCases(), ...helpCases];
}

function genCases() {
  const village = { '计划.yaml': examples['village-plan.yaml'] };
  const bad = Object.keys(badPlans);
  return [
    ...Object.entries(examples).map(([name, content]) => ({
      name: `gen ${name}`,
      files: { '计划.yaml': content },
      steps: [
        ['gen', '计划.yaml'],
        ['gen', '计划.yaml', '-f', formats, '-o', '出/', '--force'],
        ['gen', '计划.yaml', '--comments', '-o', '送审/', '--force'],
        ...formats.split(',').map((format) => ['gen', '计划.yaml', '-f', format, '-o', '-', '--force']),
        ['gen', '计划.yaml', '--set', '村名=石桥村', '--set', '支书.姓名=张三', '-o', '设/', '--force'],
      ],
    })),
    ...Object.entries(examples).flatMap(([name, content]) => {
      const files = variantsOf(name, content);
      return [
        {
          name: `gen ${name} in all variants`,
          files,
          steps: [['gen', ...Object.keys(files), '-f', formats, '-o', '出/', '--force']],
        },
      ];
    }),
    {
      name: 'gen of bad plans',
      files: badPlans,
      steps: [
        ['gen', ...bad.filter((name) => !name.includes('/')), '-f', formats],
        ['gen', ...bad.filter((name) => name.includes('/')), '-f', formats, '-o', '出/'],
        ['gen', ...bad, '-f', 'md', '-o', '硬出/', '--force'],
      ],
    },
    {
      name: 'gen of the plans of rules',
      files: Object.fromEntries(ofTests.ofRules),
      steps: [
        ['gen', '*.yaml', '-f', 'docx', '-o', '出/'],
        ['gen', '*.yaml', '--comments', '-o', '送审/', '--force'],
      ],
    },
    {
      name: 'gen of random plans',
      files: Object.fromEntries(ofTests.random),
      steps: [
        ['gen', '*.yaml', '-f', formats, '-o', '出/'],
        ['gen', '*.yaml', '-f', formats, '-o', '硬出/', '--force'],
        ['gen', '*.yaml', '--comments', '-o', '送审/', '--force'],
      ],
    },
    {
      name: 'gen from standard input, and other encodings',
      files: {
        '国标.yaml': iconv.encode(String(village['计划.yaml']), 'gb18030'),
        '视窗.yaml': `\uFEFF${String(village['计划.yaml']).replaceAll('\n', '\r\n')}`,
      },
      steps: [
        { args: ['gen', '-', '-f', 'md'], input: village['计划.yaml'] },
        { args: ['gen', '-', '-o', '出.docx'], input: village['计划.yaml'] },
        ['gen', '国标.yaml', '视窗.yaml', '-f', formats],
      ],
    },
    {
      name: 'gen over files that were edited',
      files: village,
      steps: [
        ['gen', '计划.yaml', '-f', formats],
        (folder) => appendFileSync(path.join(folder, '计划.md'), '添了一行\n'),
        (folder) => appendFileSync(path.join(folder, '计划.html'), '添了一行\n'),
        ['gen', '计划.yaml', '-f', formats],
        ['gen', '计划.yaml', '-f', formats, '--force'],
      ],
    },
    {
      name: 'gen with templates of one’s own',
      files: {
        ...village,
        '样/partials/首段.hbs': '自己的首段。\n',
        '样/partials/落款.hbs': '::: 署名\n{{不认识的}}\n:::\n',
        '模板/通报/document.hbs': '# {{标题}}\n\n{{> 正文}}\n',
        '通报.yaml': '标题: 通报\n文种: 通报\n正文: [甲, 乙: 丙]\n',
      },
      steps: [
        ['gen', '计划.yaml', '-f', 'md', '-o', '-', '--template', '样'],
        ['gen', '通报.yaml', '-f', 'md', '-o', '-', '--force'],
      ],
    },
    {
      name: 'gen on a letterhead and in the style of a sample',
      files: {
        '信头文.yaml': '标题: 平安县民政局\n正文: "{{处}}"\n',
        '计划.yaml': variantsOf('a', examples['village-plan.yaml'])['a 版式 普通.yaml'].replace(
          '版式: 普通',
          '版式: {信头: 信头.docx}',
        ),
      },
      steps: [
        ['gen', '信头文.yaml', '-o', '信头.docx', '--set', '处={{正文}}', '--force'],
        ['gen', '计划.yaml', '-o', '信头出.docx', '--force'],
        ...['信头.docx', '信头文.yaml'].map((sample) => [
          ...['gen', '信头文.yaml', '--set', '处=甲', '--style-from', sample, '-f', 'docx,html', '-o', '出/'],
          '--force',
        ]),
      ],
    },
    {
      name: 'gen used wrongly',
      files: village,
      steps: [
        ...[
          ['gen'],
          ['gen', '没有.yaml'],
          ['gen', '计划.yaml', '-f', 'doc'],
          ['gen', '计划.yaml', '--set', '甲'],
        ],
        ['gen', '计划.yaml', '计划.yaml', '-o', '一.docx'],
        ['gen', '计划.yaml', '-f', 'md', '--comments'],
        ['gen', '计划.yaml', '--template', '没有'],
        ['gen', '计划.yaml', '--style-from', '计划.yaml'],
      ],
    },
  ];
}

/** Too many faults in each to be mended in a short time. */
const variants = 'variants of every key';

/** Everything that lint can be run over, and what it is called. */
const plansOfLint = {
  examples,
  'bad plans': badPlans,
  'the plans of rules': Object.fromEntries(ofTests.ofRules),
  'random plans': Object.fromEntries(ofTests.random),
  'clean text': { '文.yaml': cleanText },
  [variants]: variantsOf('every-key.yaml', examples['every-key.yaml']),
};

const configuration = `继承: [strict]
规则:
  goal/measurable: [警告, {至少: 3}]
  num/*: 错误
  punct/half-width: 关
允许:
  wording/trad-simp: [乾县, 昇腾]
例外:
  - 文件: ['小*.yaml', 's*.yaml']
    规则: {date/*: 关}
不查: ['order.yaml']
失败于: 警告
最多警告: 20
须写原因: 是
自定义规则:
  安委办用词: {类型: 替换, 词表: {村委会: 村民委员会}, 不前接: [各], 级别: 警告}
  少说努力: {类型: 出现次数, 词表: [加强], 最多: 2}
  简称: {类型: 先定义后使用, 词表: [综治办]}
`;

function lintCases() {
  const lists = Object.entries(plansOfLint);
  const everything = { ...examples, ...within('随机', Object.fromEntries(ofTests.random)) };
  const commented = `# pingan-disable-file wording/*\n${examples['every-key.yaml']}`.replace(
    '导语: |',
    '# pingan-disable-next punct/half-width, 没有/这条 -- 照引\n导语: |',
  );
  return [
    ...lists.map(([name, files]) => ({
      name: `lint of ${name}`,
      files,
      steps: [
        [
          'lint',
          '.',
          '--no-config',
          ...ofTests.reporters.flatMap(({ name }) => ['-f', `${name}=报告/${name}`]),
        ],
        ...['essential', 'strict'].map((preset) => ['lint', '.', '--preset', preset, '-f', 'json']),
        ['lint', ...Object.keys(files), '-f', 'compact'],
      ],
    })),
    ...lists
      .filter(([name]) => name !== variants)
      .map(([name, files]) => ({
        name: `lint --fix of ${name}`,
        files: { ...within('稳', files), ...within('全', files) },
        steps: [
          ['lint', '稳', '--preset', 'strict', '--fix'],
          ['lint', '全', '--preset', 'strict', '--fix', 'unsafe'],
        ],
      })),
    {
      name: 'lint --fix-dry-run',
      files: everything,
      steps: [
        ['lint', '.', '--fix-dry-run'],
        ['lint', '.', '--fix-dry-run', 'unsafe'],
      ],
    },
    {
      name: 'lint in every format to standard output',
      files: examples,
      steps: ofTests.reporters.map(({ name }) => ['lint', '*.yaml', '-f', name]),
    },
    {
      name: 'lint with a configuration',
      files: { ...everything, '停用.yaml': commented, 'pingan.config.yaml': configuration },
      steps: [
        ['lint'],
        ['lint', '*.yaml', '--print-config'],
        ['lint', '-f', 'sarif'],
        ['lint', '停用.yaml', '--no-inline-disable', '-f', 'json'],
        ['lint', '停用.yaml', '--no-config', '-f', 'json'],
        ['gen', '停用.yaml', '-f', 'md', '-o', '-'],
        ['gen', '停用.yaml', '--comments', '-o', '送审.docx', '--force'],
      ],
    },
    {
      name: 'lint with a faulty configuration',
      files: {
        'smallest.yaml': examples['smallest.yaml'],
        '坏.yaml': '规则: {没有/这条: 关, num/*: 大错}\n级别: 高\n',
      },
      steps: [
        ['lint', '--config', '坏.yaml'],
        ['lint', '--config', '没有.yaml'],
      ],
    },
    {
      name: 'lint with a baseline',
      files: everything,
      steps: [
        ['lint', '--baseline', '基线.json', '--write-baseline'],
        (folder) => appendFileSync(path.join(folder, 'every-key.yaml'), '说明: 又添了,一处\n'),
        (folder) => writeFileSync(path.join(folder, '随机/000.yaml'), examples['smallest.yaml']),
        ['lint', '--baseline', '基线.json', '-f', 'json'],
        ['lint', '--baseline', '基线.json', '--prune-baseline'],
      ],
    },
    {
      name: 'lint since a commit',
      files: everything,
      steps: [
        (folder) => commit(folder),
        (folder) => {
          const file = path.join(folder, 'every-key.yaml');
          writeFileSync(file, readFileSync(file, 'utf8').replace('特急,珺', '加急,珺'));
        },
        ['lint', '--since', 'HEAD'],
        ['lint', '--since', '没有', '-f', 'json'],
        (folder) => rmSync(path.join(folder, '.git'), { recursive: true }),
      ],
    },
    {
      name: 'lint against last year’s plan',
      files: everything,
      steps: Object.keys(examples).map((name) => ['lint', name, '--against', 'every-key.yaml', '-f', 'json']),
    },
    {
      name: 'lint of standard input, and used wrongly',
      files: { 'smallest.yaml': examples['smallest.yaml'] },
      steps: [
        { args: ['lint', '-'], input: examples['every-key.yaml'] },
        {
          args: ['lint', '--stdin', '--stdin-filename', '甲.yaml', '-f', 'json'],
          input: examples['every-key.yaml'],
        },
        { args: ['lint', '--stdin', '--fix'], input: examples['every-key.yaml'] },
        ['lint', 'smallest.yaml', '--max-warnings', '0'],
        ['lint', 'smallest.yaml', '--fail-on', 'info', '--preset', 'strict'],
        ...[
          ['lint', '没有/'],
          ['lint', '没有/', '--allow-empty'],
          ['lint', '-f', '没有'],
          ['lint', '--max-warnings', '多'],
        ],
        ...[
          ['lint', '--preset', '没有'],
          ['lint', '--explain', 'punct/half'],
        ],
      ],
    },
  ];
}

function commit(folder) {
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'a');
}

const helpCases = [
  {
    name: 'help, schema and rules',
    steps: [
      ...[
        [],
        ['--help'],
        ['--version'],
        ['help'],
        ['没有'],
        ['gen', '--没有'],
        ['schema'],
        ['lint', '--rules'],
      ],
      ...['gen', 'batch', 'lint', 'schema'].flatMap((command) => [
        [command, '--help'],
        ['help', command],
      ]),
    ],
  },
  { name: 'every rule explained', steps: ofTests.ruleIds.map((id) => ['lint', '--explain', id]) },
];
