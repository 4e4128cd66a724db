import { simplified } from '../../text/script.ts';
import type { World } from '../world.ts';
import { printedOf } from './foreign.ts';
import { imported, structured } from './imported.ts';
import { made } from './made.ts';

/** Stands above what was pasted, so that its first line isn't taken for the title of a document. */
const title = '平安镇工作要点';

/** What a plan says of the whole document, which words from elsewhere say nothing of. */
const ofDocument = /^(?:标题|文种|编号|检查|变量):/;
/** What only a whole document has. */
const ofWhole = /^(?:单位|日期|主送|署名|附件|抄送|红头|印发通知|附注|印发):/;

/**
 * Words of Word, of a web page or of a sheet as lines of a plan, items of a list each; nothing where they are no part of a
 * document but all of it, or no more than words.
 */
export async function fragment(words: string, isPage: boolean, world: World): Promise<string[] | undefined> {
  const all = isPage ? `<p>${title}</p>${words}` : `${title}\n\n${words}`;
  const bytes = new TextEncoder().encode(all);
  const ending = isPage ? '.html' : '.txt';
  const printed = await printedOf({ shown: '粘贴的文字', ending, bytes, tracked: 'accepted' });
  const { made: plans } = await imported(printed, structured(printed, '粘贴的文字'), (plan) =>
    made(plan, '粘贴的文字', world),
  );
  const [first, ...others] = plans;
  if (first === undefined || others.length > 0) return undefined;
  const parts = partsOf(first.plan.text);
  if (parts.some(([head = '']) => ofWhole.test(simplified(head)))) return undefined;
  const lines = parts.filter(([head = '']) => !ofDocument.test(simplified(head))).flatMap(items);
  return lines.length > 0 ? lines : undefined;
}

/** A plan in the lines of its outermost keys. */
function partsOf(text: string): string[][] {
  const parts: string[][] = [];
  for (const line of text.split('\n')) {
    if (/^[^\s#-]/.test(line)) parts.push([line]);
    else if (line.trim() !== '' || parts.at(-1)?.[0]?.endsWith('|')) parts.at(-1)?.push(line);
  }
  return parts.map((part) => part.slice(0, part.findLastIndex((line) => line.trim() !== '') + 1));
}

/** A part as items: those of 正文 by themselves, a part with a title of its own as one. */
function items([head = '', ...inner]: readonly string[]): string[] {
  if (head === '正文:') return inner.map((line) => line.slice(2));
  const own = head.replace(/^正文:/, '内容:');
  return [`- ${own}`, ...inner.map((line) => (line === '' ? '' : `  ${line}`))];
}
