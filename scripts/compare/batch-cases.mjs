// The cases of batch, as those of cases.mjs.
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { examples, variantsOf, villages } from './plans.mjs';

const formats = 'docx,md,html';
const batch = (data, ...more) => ['batch', 'villages.yaml', '--data', data, '-f', formats, ...more];
const byTown = ['--name', '{{镇}}/{{村名}}'];

/** Words of every length from 1 to 34, and each column empty in turn: shapes that come again, and lines that break. */
const lengths = [
  '村名,户数,号,支书',
  ...Array.from({ length: 102 }, (_, index) => {
    const word = (much) =>
      '柳溪石桥枫林青坪荷塘竹湾梅岭杨柳双井白沙松岗桃源河口新塘云峰大湾南坡泉水'.slice(0, much);
    const row = [word(1 + (index % 34)), `${index * 37}`, `${index}`, word(2 + (index % 3))];
    if (index > 67) row[1 + (index % 3)] = '';
    return row.join(',');
  }),
].join('\n');

/** What is wrong with rows: nothing in a column, names that meet, names that no system takes, formulas. */
const faulty = `村名,户数,号,支书
柳溪村,511,1,高望舒
,511,2,高望舒
柳溪村,3,3,郑守平
CON,4,4,江安和
../甲,五,5,江安和
石桥村,6,6,=1+1
"枫林
村",7,7,"**甲**, {{乙}} <w:p>"
`;

const rows = [
  { 村名: '柳溪村', 户数: 511, 号: '001', 支书: '高望舒' },
  { 村名: '石桥村', 户数: 1120.5, 号: '002', 支书: null },
  { 村名: '枫林村', 户数: '1,120', 号: '003', 支书: '江安和' },
];

const tables = {
  '表.json': JSON.stringify(rows),
  '表.jsonl': rows.map((row) => JSON.stringify(row)).join('\n'),
  '表.yaml': rows.map((row) => `- ${JSON.stringify(row)}\n`).join(''),
  '表.tsv': 'a\n村名\t户数\t号\t支书\n柳溪村\t1\t2\t高望舒\n',
  '国标.csv': iconv.encode('村名,户数,号,支书\r\n柳溪村,1,2,高望舒\r\n', 'gb18030'),
  '宽.csv': iconv.encode('\uFEFF村名;户数;号;支书\n柳溪村;1;2;高望舒\n', 'utf-16le'),
};

export function batchCases() {
  const everyKey = examples['every-key.yaml'];
  return [
    {
      name: 'batch of villages',
      files: villages,
      steps: [
        batch('villages.xlsx', '-o', '一', ...byTown, '--report', '一.json', '--index', '目录.docx'),
        batch('villages.csv', '-o', '二', '--report', '二.json', '--index', '目录.md', '-j', '2'),
        batch(
          'villages.csv',
          '-o',
          '三',
          '--where',
          '镇=平安镇',
          '--set',
          '类型=社区',
          '--report',
          '三.json',
        ),
        batch('villages.csv', '--archive', '全部.zip', ...byTown, '--report', '四.json'),
        { args: [...batch('-', '-o', '五')], input: villages['villages.csv'] },
      ],
    },
    {
      name: 'batch of villages, resumed',
      files: villages,
      steps: [
        batch('villages.csv', '-o', '出', ...byTown),
        batch('villages.csv', '-o', '出', ...byTown, '--resume', '--report', '一.json'),
        (folder) => appendFileSync(path.join(folder, 'villages.csv'), '新镇,新村,村,甲,1,2,3,4,是,5\n'),
        (folder) => appendFileSync(path.join(folder, '出/平安镇/柳溪村.md'), '添了一行\n'),
        batch('villages.csv', '-o', '出', ...byTown, '--resume', '--report', '二.json'),
        batch('villages.csv', '-o', '出', ...byTown, '--report', '三.json'),
        batch('villages.csv', '-o', '出', ...byTown, '--resume', '--force', '--report', '四.json'),
      ],
    },
    {
      name: 'batch of villages in shards',
      files: villages,
      steps: [
        ...[1, 2, 3].map((shard) =>
          batch('villages.csv', '-o', '出', ...byTown, '--shard', `${shard}/3`, '--report', `${shard}.json`),
        ),
        {
          args: batch('villages.csv', '-o', '自', '--shard', 'auto/4', '--report', '自.json'),
          env: { JOB_COMPLETION_INDEX: '1' },
        },
        {
          args: batch('villages.csv', '-o', '自', '--shard', 'auto'),
          env: { SLURM_ARRAY_TASK_ID: '2', SLURM_ARRAY_TASK_COUNT: '3', SLURM_ARRAY_TASK_MIN: '1' },
        },
        ['batch', '--merge', '1.json', '2.json', '3.json', '--report', '合.json'],
        ['batch', '--merge', '1.json', '3.json'],
        ['batch', '--merge', '1.json', '1.json'],
        ['batch', '--merge', 'villages.csv'],
      ],
    },
    ...Object.entries({ ...examples, ...layouts(everyKey) }).map(([name, content]) => ({
      name: `batch of ${name} with words of every length`,
      files: { 'villages.yaml': content, '表.csv': lengths },
      steps: [
        [...batch('表.csv', '-o', '出', '--name', '{{号}}', '--report', '报告.json'), '--force'],
        [...batch('表.csv', '--archive', '全部.zip', '-f', 'docx', '--name', '{{号}}'), '--force'],
      ],
    })),
    {
      name: 'batch of faulty rows',
      files: { 'villages.yaml': everyKey, '表.csv': faulty },
      steps: [
        [...batch('表.csv', '-o', '出', '--report', '报告.json', '--index', '目录.html'), '--force'],
        batch('表.csv', '-o', '拒'),
        batch('没有.csv'),
        batch('表.csv', '--where', '没有=甲'),
        batch('表.csv', '--shard', '9/8'),
        batch('表.csv', '--archive', '包.zip', '--resume'),
      ],
    },
    {
      name: 'batch of every kind of table',
      files: { 'villages.yaml': everyKey, ...tables },
      steps: Object.keys(tables).map((name) => [
        ...batch(name, '-o', name.replace('.', '_'), '--report', `${name}.json`),
        '--force',
      ]),
    },
    {
      name: 'batch with a template and in the style of a sample',
      files: { ...villages, '样/partials/首段.hbs': '自己的首段，{{村名}}。\n' },
      steps: [
        batch('villages.csv', '-o', '一', '--template', '样'),
        batch('villages.csv', '-o', '二', '--style-from', '一/柳溪村villages.docx'),
      ],
    },
  ];
}

function layouts(content) {
  const files = variantsOf('every-key.yaml', content);
  return Object.fromEntries(
    Object.entries(files).filter(([name]) => / (普通|方式 自动|红头 是)\.yaml$/.test(name)),
  );
}
