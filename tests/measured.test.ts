import { describe, expect, test } from 'vitest';
import type { Inline, NumberedBlock, RedHead, Role } from '../src/document/block.ts';
import { isMeasured, laidOut } from '../src/page/measured.ts';
import { profile } from '../src/page/profiles.ts';
import { headLayout } from '../src/page/red-head.ts';

const look = profile();
const words = (text: string, bold = false): Inline[] => [{ text, bold }];
const text = words('文');
const paragraph = (role: Role): NumberedBlock => ({ kind: 'paragraph', role, text });
const numbered = { level: 1, label: '一、', list: 0, text };
const signature: NumberedBlock = { kind: 'signature', seal: 'none', signers: [text] };
const head: RedHead = {
  kind: 'redHead',
  front: [],
  issuers: [words('平安镇人民政府文件')],
  word: [],
  number: [],
  signatories: [],
  preprinted: false,
  form: 'document',
};
const table: NumberedBlock = { kind: 'table', columns: [text], rows: [[text]], headRows: 0, wide: false };

test.each<[string, NumberedBlock]>([
  ['a title', { kind: 'title', text }],
  ['the title of an attachment', paragraph('attachmentTitle')],
  ['who attended', paragraph('attendance')],
  ['a table', table],
  ['a signature', signature],
  ['a red head', head],
])('%s is laid out by what it says, however short', (_, block) => {
  expect(isMeasured(block, undefined, look)).toBe(true);
  expect(laidOut(block, undefined, look)).toMatchObject(block);
});

test.each<[string, NumberedBlock]>([
  ['a paragraph', paragraph('body')],
  ['a heading', { kind: 'heading', ...numbered, opens: text }],
  ['a numbered paragraph', { kind: 'item', ...numbered }],
  ['a list of names', paragraph('roster')],
  ['a part of 版记', paragraph('cc')],
  ['a turn', { kind: 'turn', to: 'landscape', closes: 'first' }],
])('%s is laid out the same whatever it says', (_, block) => {
  expect(laidOut(block, paragraph('body'), look)).toBe(block);
  expect(isMeasured(block, undefined, look)).toBe(false);
});

test('but not where the signature follows, with which a short paragraph is kept', () => {
  expect(isMeasured(paragraph('body'), signature, look)).toBe(true);
  expect(isMeasured(paragraph('body'), paragraph('attachmentNote'), look)).toBe(true);
});

describe('10.3: who attended', () => {
  const laid = (text: Inline[]) => {
    const block = laidOut({ kind: 'paragraph', role: 'attendance', text }, undefined, look);
    return 'attendance' in block && block.attendance;
  };
  test('stands behind a label, which ends at the first colon', () =>
    expect(laid([...words('出席：甲：乙'), ...words('丙', true)])).toEqual({
      label: words('出席：'),
      names: [...words('甲：乙'), ...words('丙', true)],
    }));
  test('may have no label', () => expect(laid(text)).toEqual({ label: words(''), names: words('文') }));
});

describe('7.2: the red head', () => {
  const of = (more: Partial<RedHead>) => headLayout({ ...head, ...more }, look);
  test('7.2.4, 10.2: begins 35 mm below the type area, in an order 20 mm', () =>
    expect([of({}).top, of({ form: 'order' }).top]).toEqual([1984, 1134]));

  test('7.2.4: is as wide as the longest name, with half a character beside what stands there', () => {
    const issuers = [words('平安镇委员会'), words('平安镇人民政府')];
    expect(of({ issuers }).mark).toEqual({ names: 7, beside: 0 });
    expect(of({ issuers, word: words('文件') }).mark).toEqual({ names: 7, beside: 2.5 });
    expect(of({ issuers: [] }).mark).toEqual({ names: 0, beside: 0 });
  });

  test('10.1: in a letter it bears the mark of the host alone', () => {
    const issuers = [words('平安镇'), words('平安镇人民政府')];
    expect(of({ form: 'letter', issuers, word: words('文件') }).mark).toEqual({ names: 3, beside: 0 });
    expect(of({ form: 'letter', issuers: [] }).mark).toEqual({ names: 0, beside: 0 });
  });

  test.each([
    ['000012', true],
    ['机密★1年', false],
    ['12份', false],
    ['', false],
  ])('a first line %s is a 份号: %s', (line, copyNumber) =>
    expect(of({ front: [words(line), words('000001')] }).copyNumber).toBe(copyNumber),
  );

  test('7.2.6: signatories stand two a line, those of two characters as long as those of three', () => {
    const signatories = ['签发人：周守平', '林安', '高明礼'].map((name) => words(name));
    expect(of({ signatories }).signatories).toEqual({
      lines: [
        { label: '签发人：', names: { text: '周守平　林　安', bold: false } },
        { label: '　　　　', names: { text: '高明礼', bold: false } },
      ],
      // One character from the right of 28: four of the label, seven of the names.
      start: 28 - 1 - 4 - 7,
    });
  });

  test('7.2.6: one alone is printed as it is', () => {
    expect(of({ signatories: [words('签发人：林安')] }).signatories).toEqual({
      lines: [{ label: '签发人：', names: { text: '林安', bold: false } }],
      start: 28 - 1 - 4 - 2,
    });
    expect(of({ signatories: [words('林安')] }).signatories.lines).toEqual([
      { label: '', names: { text: '林安', bold: false } },
    ]);
    expect(of({}).signatories.lines).toEqual([]);
  });
});
