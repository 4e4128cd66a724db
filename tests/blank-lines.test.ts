import { expect, test } from 'vitest';
import type { NumberedBlock, Role, Seal } from '../src/document/block.ts';
import { blanksBetween, isFoot, leadsToSignature, note } from '../src/page/blank-lines.ts';

const text = [{ text: '文', bold: false }];
const title: NumberedBlock = { kind: 'title', text };
const heading: NumberedBlock = { kind: 'heading', level: 1, text, label: '一、', list: 0 };
const redHead = { kind: 'redHead' } as NumberedBlock;
const table = { kind: 'table' } as NumberedBlock;
const a = (role: Role): NumberedBlock => ({ kind: 'paragraph', role, text });
const signed = (seal: Seal): NumberedBlock => ({ kind: 'signature', seal, signers: [text] });

test.each<[string, number, NumberedBlock | undefined, NumberedBlock]>([
  ['nothing above the first block', 0, undefined, title],
  ['nothing below a red head, which has blank lines of its own', 0, redHead, title],
  ['7.3.2: one below the title', 1, title, a('body')],
  ['7.3.2: one below the title', 1, title, heading],
  ['none between the title and what belongs to it', 0, title, a('subtitle')],
  ['none between the title and what belongs to it', 0, title, a('docNumber')],
  ['one below the subtitle', 1, a('subtitle'), a('recipients')],
  ['one below the number', 1, a('docNumber'), a('body')],
  ['none between subtitle and number', 0, a('subtitle'), a('docNumber')],
  ['one above the title', 1, a('copyNumber'), title],
  ['one above the title', 1, a('signatory'), title],
  ['none between what stands above the title', 0, a('copyNumber'), a('secrecy')],
  ['none between what stands above the title', 0, a('urgency'), a('signatory')],
  ['none between secrecy and text', 0, a('secrecy'), a('body')],
  ['none between paragraphs', 0, a('body'), a('body')],
  ['none between paragraphs', 0, a('recipients'), a('body')],
  ['none around a table', 0, a('body'), table],
  ['7.3.4: one above 附件说明', 1, a('body'), a('attachmentNote')],
  ['7.3.4: none between attachments', 0, a('attachmentNote'), a('attachmentNote')],
  ['7.3.5.2: one above the signature', 1, a('body'), signed('none')],
  ['7.3.5.2: one between 附件说明 and signature', 1, a('attachmentNote'), signed('none')],
  ['7.3.5.1: two where a seal needs room', 2, a('body'), signed('seal')],
  ['7.3.5.3: two where a stamp needs room', 2, a('body'), signed('stamp')],
  [
    '7.3.7: one between the label of an attachment and its title',
    1,
    a('attachmentLabel'),
    a('attachmentTitle'),
  ],
  ['one below the title of an attachment', 1, a('attachmentTitle'), a('body')],
  ['10.3: one above those who attended', 1, a('body'), a('attendance')],
  ['10.3: none between them', 0, a('attendance'), a('attendance')],
  ['none above 版记, which floats', 0, a('attachmentTitle'), a('cc')],
  ['none above 版记, which floats', 0, title, a('imprint')],
])('%s', (_, lines, before, block) => expect(blanksBetween(before, block)).toBe(lines));

test('7.3.4: names of several attachments stand under each other', () => {
  const [one, text] = [a('attachmentNote'), a('body')];
  expect([note(text, signed('none')), note(undefined, undefined)]).toEqual([
    'attachmentNote',
    'attachmentNote',
  ]);
  expect([note(text, one), note(one, one), note(one, undefined), note(one, one, true)]).toEqual([
    'attachmentNoteFirst',
    'attachmentNoteNext',
    'attachmentNoteNext',
    'attachmentNoteTens',
  ]);
});

test('the signature is led to by itself and by 附件说明', () => {
  expect([signed('seal'), a('attachmentNote')].map(leadsToSignature)).toEqual([true, true]);
  expect([a('body'), title, undefined].map(leadsToSignature)).toEqual([false, false, false]);
});

test('版记 is 抄送 and 印发', () => {
  expect([a('cc'), a('imprint'), a('note'), undefined].map(isFoot)).toEqual([true, true, false, false]);
});
