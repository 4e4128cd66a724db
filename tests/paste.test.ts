import { expect, test } from 'vitest';
import { paste } from '../src/desk/worker/paste.ts';

/** Pastes where ‸ stands, in the place of what stands between two of them. */
async function pasted(text: string, copied: { html?: string; plain: string }): Promise<string> {
  const [before = '', ...rest] = text.split('‸');
  const source = before + rest.join('');
  const [from, to] = [before.length, before.length + (rest.length > 1 ? (rest[0] ?? '').length : 0)];
  const made = await paste({ name: '计划.yaml', source }, from, to, { html: '', ...copied });
  return source.slice(0, made.start) + made.text + source.slice(made.end);
}

const words = {
  html: '<p>（一）排查隐患。逐村排查，建立台账。</p><p>（二）备足物资。6月前到位。</p>',
  plain: '（一）排查隐患。逐村排查，建立台账。\n（二）备足物资。6月前到位。',
};
const list = (inner: string) =>
  `标题: 甲村计划\n正文:\n  - 走访: 逐户走访。\n  - 排查:\n      - 登记: 当场登记。\n${inner}`;

test.each([
  [
    'in a list, as its items',
    list('  ‸'),
    list('  - 排查隐患: 逐村排查，建立台账。\n  - 备足物资: 6月前到位。'),
  ],
  [
    'in a list within a list, as far in as the cursor stands',
    list('      ‸\n'),
    list('      - 排查隐患: 逐村排查，建立台账。\n      - 备足物资: 6月前到位。\n'),
  ],
  [
    'at the beginning of a line, in the outermost list',
    list('‸'),
    list('  - 排查隐患: 逐村排查，建立台账。\n  - 备足物资: 6月前到位。'),
  ],
  ['behind a dash', list('  - ‸\n'), list('  - 排查隐患: 逐村排查，建立台账。\n  - 备足物资: 6月前到位。\n')],
  [
    'behind a key without a value',
    '标题: 甲村计划\n正文:‸\n',
    '标题: 甲村计划\n正文:\n  - 排查隐患: 逐村排查，建立台账。\n  - 备足物资: 6月前到位。\n',
  ],
  [
    'in a text, as its lines',
    '标题: 甲村计划\n正文: |\n  一段。\n  ‸另一段。‸\n',
    `标题: 甲村计划\n正文: |\n  一段。\n  ${words.plain.replace('\n', '\n  ')}\n`,
  ],
  ['among other words, as it is', '标题: 甲村‸计划\n', `标题: 甲村${words.plain}计划\n`],
])('what comes from Word is put %s', async (_, before, after) => {
  expect(await pasted(before, words)).toBe(after);
});

test('parts with titles become items with their own', async () => {
  const html =
    '<p>一、总体要求</p><p>坚持预防为主。</p><p>二、主要任务</p><p>（一）排查隐患。</p><p>（二）备足物资。</p>';
  expect(await pasted(list('  ‸'), { html, plain: '甲\n乙' })).toBe(
    list('  - 总体要求: 坚持预防为主。\n  - 主要任务:\n      - 排查隐患。\n      - 备足物资。'),
  );
});

test('cells become a table where an item may stand, and rows within one', async () => {
  const cells = { plain: '村名\t户数\n甲村\t3\n' };
  expect(await pasted(list('  ‸'), cells)).toBe(
    list('  - 表格: |\n      | 村名 | 户数 |\n      | 甲村 | 3 |'),
  );
  const odd = { plain: '村名\t户数\n甲|村\t3\n' };
  expect(await pasted(list('  - 表格: |\n      ‸'), odd)).toBe(
    list('  - 表格: |\n      村名 | 户数\n      甲\\|村 | 3'),
  );
  expect(await pasted(list('  - 表格: |\n‸'), cells)).toBe(
    list('  - 表格: |\n      村名 | 户数\n      甲村 | 3'),
  );
});

test('a whole document is no part of one, and is put in as it is', async () => {
  const html = '<p>一、要求</p><p>预防为主。</p><p>甲镇人民政府</p><p>2026年3月5日</p>';
  expect(await pasted(list('  ‸'), { html, plain: '照原样\n两行' })).toBe(list('  照原样\n两行'));
});
