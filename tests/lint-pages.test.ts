import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '../src/lint/rules/index.ts';
import { mayFillFirstPage, mayLieAcross } from '../src/plan/crowded.ts';
import { read } from '../src/plan/read.ts';
import { framed } from './lint.ts';
import { examples, folder, pingan } from './run.ts';

const recipients = `[${Array(60).fill('县公安局').join(', ')}]`;
const crowded = `标题: 关于印发要点的通知\n单位: 平安镇人民政府\n主送: ${recipients}\n版式: { 红头: 是 }\n正文: 请执行。\n`;
const columns = [...'零一二三四五六七八九'].map((digit) => `事项${digit}`).concat('事项十', '事项十一');
const wide = `标题: 要点\n单位: 平安镇\n正文: 请执行。\n附件:\n  - 标题: 任务表\n    表格:\n      列: [${columns}]\n      行:\n        - [${columns.map((_, index) => (index === 0 ? '一' : '按照要求逐项落实到位'))}]\n`;

/** What lint says of rules on pages, with their places. */
async function linted(source: string, ...more: string[]): Promise<string[]> {
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), source);
  const { out } = await pingan(['lint', '计划.yaml', '-f', 'json', ...more], cwd);
  const { files } = JSON.parse(out) as { files: { problems: { rule: string; start: { line: number } }[] }[] };
  return (files[0]?.problems ?? [])
    .filter(({ rule }) => /first-page|table-across/.test(rule))
    .map(({ rule, start }) => `${start.line} ${rule}`);
}

test('lint tells of a first page without text, as gen does', async () => {
  expect(await linted(crowded)).toEqual(['3 plan/first-page']);
  expect(await linted(crowded.replace(recipients, '各村'))).toEqual([]);
});

test('and of a 印发通知 without a text', async () => {
  const notice = (text: string) =>
    `标题: 平安镇2026年工作要点\n印发通知: {主送: 各村${text}}\n正文: 每月排查。\n`;
  expect(await linted(notice(''))).toEqual(['2 plan/first-page']);
  expect(await linted(notice(', 正文: 现予印发。'))).toEqual([]);
});

test('and of tables that are better laid across', async () => {
  expect(await linted(wide)).toEqual(['5 plan/table-across']);
  expect(await linted(wide.replace('      列:', '      横排: 是\n      列:'))).toEqual([]);
});

test.each(rules.filter(({ onPages }) => onPages))(
  '$id finds its example, and says itself what it is',
  async (rule) => {
    const [{ wrong = '', right = '' } = {}] = rule.texts().examples;
    const { source, marked } = framed(wrong, 'source');
    const places = marked.map((each) => source.slice(0, Number(/^\d+/.exec(each))).split('\n').length);
    expect(await linted(source)).toEqual(places.map((line) => `${line} ${rule.id}`));
    expect(await linted(right)).toEqual([]);
    const { code, out } = await pingan(['lint', '--explain', rule.id], folder());
    expect([code, out]).toEqual([0, expect.stringContaining(rule.why)]);
  },
);

test('a comment turns it off', async () => {
  expect(await linted(crowded.replace('主送:', '# pingan-disable-next plan/first-page\n主送:'))).toEqual([]);
});

test.each(['sarif', 'github', 'junit', 'pretty', 'markdown'])('%s reports it', async (format) => {
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), crowded);
  const { out, err } = await pingan(['lint', '计划.yaml', '-f', format], cwd);
  expect(out, err).toContain('主送机关太多');
});

test('of a plan without a red head and wide tables no document is made', () => {
  const plain = examples.filter((name) => {
    const { plan } = read(readFileSync(`examples/${name}`, 'utf8'));
    return plan && !mayFillFirstPage(plan) && !mayLieAcross(plan);
  });
  expect(plain).toContain('village-plan.yaml');
  expect(plain).toContain('work-plan.yaml');
  expect(plain.length).toBeGreaterThan(examples.length / 2);
});
