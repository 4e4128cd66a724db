import type { Inline, RedHead } from '../src/document/block.ts';

/** Blocks as tests of pages need them. */
export const words = (text: string): Inline[] => [{ text, bold: false }];

export const head = (more: Partial<RedHead> = {}): RedHead => ({
  kind: 'redHead',
  front: [],
  issuers: [words('平安镇人民政府文件')],
  word: [],
  number: words('平政发〔2026〕1号'),
  signatories: [],
  preprinted: false,
  form: 'document',
  ...more,
});

const numbers = '0731-88888888，热线400-123-4567，分机0731-88888888-8001';

/** Telephone numbers at every place of a line; where one is broken, a line ends and the next begins with its digits. */
export const telephones = `标题: 题\n正文:\n${Array.from({ length: 28 }, (_, place) => `  - ${'文'.repeat(place)}电话${numbers}。\n`).join('')}`;
export const brokenNumber = /[\d-]\s*\n\s*[\d-]/;
