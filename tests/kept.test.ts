import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { NumberedBlock, Role } from '../src/document/block.ts';
import { laidOut } from '../src/page/measured.ts';
import { profile } from '../src/page/profiles.ts';
import { folder, pingan } from './run.ts';

const text = (length: number) => [{ text: '文'.repeat(length), bold: false }];
const paragraph = (length: number, role: Role = 'body'): NumberedBlock => ({
  kind: 'paragraph',
  role,
  text: text(length),
});
const signature: NumberedBlock = { kind: 'signature', seal: 'none', signers: [text(4)] };
const numbered = { level: 1, label: '一、', list: 0 };
const isKept = (block: NumberedBlock, after: NumberedBlock | undefined) => {
  const laid = laidOut(block, after, profile());
  return 'kept' in laid && laid.kept;
};

test.each([
  [56, true],
  [57, false],
])('7.3.5.5: a last paragraph of %i characters is kept with the signature: %s', (length, kept) => {
  const longer = { ...numbered, text: text(60) };
  expect([
    isKept(paragraph(length), signature),
    isKept(paragraph(length), paragraph(4, 'attachmentNote')),
    isKept({ kind: 'item', ...numbered, text: text(length) }, signature),
    isKept({ kind: 'heading', ...longer, opens: text(length) }, signature),
  ]).toEqual([kept, kept, kept, kept]);
});

test('a heading is kept with what it stands over, whatever its own length', () => {
  expect(isKept({ kind: 'heading', ...numbered, text: text(60) }, signature)).toBe(true);
});

test('only what leads to the signature is kept with it', () => {
  expect(
    [paragraph(4), paragraph(4, 'roster'), undefined].map((after) => isKept(paragraph(4), after)),
  ).toEqual([false, false, false]);
});

test('only paragraphs of the text are kept', () => {
  const roles: Role[] = ['roster', 'tableNote', 'attachmentNote', 'recipients'];
  expect(roles.map((role) => isKept(paragraph(4, role), signature))).toEqual(roles.map(() => false));
});

test.each([
  [56, true],
  [57, false],
])('in Word a last paragraph of %i characters stays with what follows: %s', async (length, kept) => {
  const input = `标题: 题\n单位: 甲\n日期: 2026-3-5\n正文: 甲\n结语: ${'文'.repeat(length)}\n`;
  const { bytes } = await pingan(['gen', '-', '-f', 'docx', '--force'], folder(), { input });
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
  const [last = ''] = xml.match(/<w:p>(?:(?!<w:p>).)*文文文.*?<\/w:p>/s) ?? [];
  expect(last.startsWith('<w:p><w:pPr><w:pStyle w:val="Body"/><w:keepNext/>')).toBe(kept);
});
