import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Change, edit } from '../src/desk/worker/edit.ts';
import { type FormNode, formOf } from '../src/engine/form/form.ts';
import { rewritten } from '../src/lint/rewrite.ts';
import { examples } from './run.ts';

const plan = `# 说明
标题: 平安镇2026年工作要点   # 题目
单位: [甲局, 乙局]
日期: 2026-03-05

主要任务:
  # 第一件
  - 排查矛盾: |
      每月排查。

      每季通报。
  - 标题: 整治隐患
    内容: "先查，后改"
    牵头: 应急办
    条目:
      - 消防
      - '交通'
  # 尾
工作要求:
- 高度重视: 一把手负总责。
- 严格考核
`;

const changed = (change: Change, source = plan) => rewritten(source, edit(source, change));
const start = (words: string, source = plan) => source.indexOf(words);

describe('a change in the form changes its own lines, and comments and quotes stay', () => {
  test.each<[string, Change, string, string]>([
    [
      'a title',
      { kind: 'text', start: start('平安镇'), text: '柳溪镇2026年工作要点' },
      '平安镇2026',
      '柳溪镇2026',
    ],
    [
      'what needs quotes',
      { kind: 'text', start: start('应急办'), text: '# 号' },
      '牵头: 应急办',
      '牵头: "# 号"',
    ],
    [
      'a variable',
      { kind: 'text', start: start('应急办'), text: '{{村名}}' },
      '牵头: 应急办',
      '牵头: "{{村名}}"',
    ],
    [
      'names',
      { kind: 'text', start: start('[甲局'), text: '丙局、丁局、戊局' },
      '[甲局, 乙局]',
      '[丙局, 丁局, 戊局]',
    ],
    ['one name', { kind: 'text', start: start('[甲局'), text: '丙局' }, '[甲局, 乙局]', '丙局'],
    [
      'a title that is a key',
      { kind: 'text', start: start('排查矛盾'), text: '化解矛盾' },
      '排查矛盾',
      '化解矛盾',
    ],
    [
      'a text of several paragraphs',
      { kind: 'text', start: start('"先查'), text: '先查。\n\n后改。' },
      '内容: "先查，后改"',
      '内容: |\n      先查。\n\n      后改。',
    ],
    [
      'a text on lines of its own',
      { kind: 'text', start: start('|\n'), text: '每周排查。' },
      '|\n      每月排查。\n\n      每季通报。',
      '每周排查。',
    ],
    [
      'a key that there wasn’t',
      { kind: 'key', label: '主送', text: '各村', isList: true },
      '乙局]\n',
      '乙局]\n主送: 各村\n',
    ],
    [
      'an entry more',
      { kind: 'add', container: start('- 消防'), index: 0, text: '用电' },
      '- 消防\n',
      '- 消防\n      - 用电\n',
    ],
    ['an entry less', { kind: 'remove', container: start('- 消防'), index: 1 }, "      - '交通'\n", ''],
    [
      'entries in another order',
      { kind: 'move', container: start('- 消防'), index: 1, to: 0 },
      "- 消防\n      - '交通'",
      "- '交通'\n      - 消防",
    ],
    ['a part less', { kind: 'remove', container: -1, index: 4 }, plan.slice(start('  # 尾')), ''],
  ])('%s', (_, change, before, after) => {
    const expected = plan.replace(before, () => after);
    const made = changed(change);
    expect(made.replace(/\s+$/, '')).toBe(
      expected
        .replace(/(?: {2}# 尾)?\s+$/, (found) => (made.includes('# 尾') ? found : ''))
        .replace(/\s+$/, ''),
    );
  });

  test('a part goes up with the comments above it', () => {
    const made = changed({ kind: 'move', container: -1, index: 4, to: 3 });
    expect(made.indexOf('工作要求')).toBeLessThan(made.indexOf('主要任务'));
    expect(made.split('\n').sort()).toEqual(plan.split('\n').sort());
  });

  test('what can’t be done without changing more is refused', () => {
    const flow = '标题: 甲\n正文: [{乙: 丙}, 丁]\n';
    expect(() => changed({ kind: 'remove', container: start('[', flow), index: 0 }, flow)).toThrow(
      '到“文本”里改',
    );
    expect(() =>
      changed({ kind: 'remove', container: start('- 乙', '正文:\n- 乙\n'), index: 0 }, '正文:\n- 乙\n'),
    ).toThrow('只有它一条');
  });
});

const all = (nodes: readonly FormNode[]): FormNode[] =>
  nodes.flatMap((node) => [node, ...all(node.children)]);

test.each(examples)(
  '%s: every text of the form can be given other words, and the form then has them',
  (example) => {
    const source = readFileSync(`examples/${example}`, 'utf8');
    const form = formOf(source);
    const texts = (found: typeof form) =>
      [
        ...(found?.fields ?? []).map(({ value }) => value),
        ...all(found?.parts ?? []).flatMap(({ title, text, others }) => [
          title,
          text,
          ...others.map(({ value }) => value),
        ]),
      ].filter((each) => each !== undefined && each.start >= 0) as { text: string; start: number }[];
    const before = texts(form);
    expect(before.length).toBeGreaterThan(1);
    for (const [index, { start, text }] of before.entries()) {
      const other = `${text}！`;
      const after = texts(formOf(changed({ kind: 'text', start, text: other }, source)));
      expect(after[index]?.text).toBe(other);
      expect(after.map(({ text: each }) => each).filter((_, at) => at !== index)).toEqual(
        before.map(({ text: each }) => each).filter((_, at) => at !== index),
      );
    }
  },
);
