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
