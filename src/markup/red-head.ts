import type { Block } from '../document/block.ts';
import { named } from './named.ts';

/** Every line is what it is, a tab, and the text: 机关\\t平安镇人民政府文件. */
export function redHead(lines: string[], variants: readonly string[]): Block {
  const fields = named('红头', lines, ['份号', '密级', '紧急程度', '机关', '字样', '文号', '签发人']);
  const all = (...names: string[]) =>
    fields.filter(({ name }) => names.includes(name)).map(({ text }) => text);
  return {
    kind: 'redHead',
    front: all('份号', '密级', '紧急程度'),
    issuers: all('机关'),
    word: all('字样')[0] ?? [],
    number: all('文号')[0] ?? [],
    signatories: all('签发人'),
    preprinted: variants.includes('套打'),
    form: variants.includes('命令') ? 'order' : variants.includes('信函') ? 'letter' : 'document',
  };
}
