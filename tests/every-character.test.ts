import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { plans as anyPlan } from './random-plans.ts';
import { examples, pingan } from './run.ts';
import './seed.ts';
import { call, converted, pagesPrinted, withTools } from './tools.ts';

/** Long paragraphs in which marks and numbers stand at every place of a line; the same ones each time. */
function crowded(): string {
  let state = 7;
  const pick = (list: readonly string[]) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return list[Math.floor((state / 2147483648) * list.length)] ?? '';
  };
  const words = [
    ...'推进平安建设工作落实责任排查隐患矛盾纠纷化解群众',
    ...'，、；：。',
    '12',
    '2026',
    '（一）',
    '“重点”',
  ];
  return Array.from(
    { length: 150 },
    () => `  ${Array.from({ length: 110 }, () => pick(words)).join('')}。`,
  ).join('\n\n');
}

/** PINGAN_DOCUMENTS=200 tries more, with --testTimeout=600000. */
const random = fc.sample(anyPlan, Number(process.env['PINGAN_DOCUMENTS'] ?? 4));

const plans: Record<string, string> = {
  ...Object.fromEntries(
    examples.map((name) => [name.replace('.yaml', ''), readFileSync(`examples/${name}`, 'utf8')]),
  ),
  ...Object.fromEntries(
    ['gb9704', 'gb33476', '普通'].map((look) => [look, `标题: 题\n版式: ${look}\n导语: |\n${crowded()}\n`]),
  ),
  ...Object.fromEntries(random.map((plan, index) => [`random-${index}`, plan])),
};

/** How often each Han character, digit and mark stands in a text. */
function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [character] of text.normalize('NFKC').matchAll(/[\p{Script=Han}\p{Nd}\p{P}]/gu))
    counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** What of a document isn't on its pages, with the plan. */
function lost(name: string, words: string, page: string): string[] {
  const there = counted(page);
  const missing = [...counted(words)].flatMap(([character, count]) => {
    const less = count - (there.get(character) ?? 0);
    return less > 0 ? [`${character}×${less}`] : [];
  });
  return missing.length > 0 ? [`${missing} of ${name}:\n${plans[name]}`] : [];
}

withTools(['soffice', 'pdftotext', 'chromium'], 'every character of a document is in its PDF', () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pingan-characters-'));
  afterAll(() => rmSync(cwd, { recursive: true }));
  const names = Object.keys(plans);
  const words = (name: string) =>
    readFileSync(path.join(cwd, `${name}.html`), 'utf8').replace(/^.*<main[^>]*>|<script>.*|<[^>]*>/gs, '');

  test('made by LibreOffice', async () => {
    for (const name of names) writeFileSync(path.join(cwd, `${name}.yaml`), plans[name] ?? '');
    const files = names.map((name) => `${name}.yaml`);
    const run = await pingan(['gen', ...files, '-f', 'docx,html', '--force', '--set', '村名=柳溪村'], cwd);
    expect(run).toMatchObject({ code: 0 });
    converted('pdf', cwd, ...names.map((name) => `${name}.docx`));
    const found = names.flatMap((name) =>
      lost(name, words(name), call('pdftotext', [path.join(cwd, `${name}.pdf`), '-'])),
    );
    expect(found).toEqual([]);
  }, 180_000);

  test('printed by Chromium', () => {
    const all = pagesPrinted(cwd, names);
    const found = names.flatMap((name) => lost(name, words(name), (all.get(name) ?? []).join('')));
    expect(found).toEqual([]);
  }, 180_000);
});
