import type { Node } from '../schema/node.ts';

/** The sentences of a text as it is printed; a line break parts them, too. */
export function sentencesOf(text: string): string[] {
  return text.match(/[^。！？；\n]+[。！？；]*[”’」』）]*|[。！？；]+/g) ?? [];
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Eighteen bits in three characters: enough to know a sentence again, too little to guess it from. Blanks are layout. */
export function sentenceHash(sentence: string): string {
  const sum = hash(sentence.replace(/\s/g, ''), 0x811c9dc5);
  return digit((sum >>> 12) ^ (sum >>> 26)) + digit(sum >>> 6) + digit(sum);
}

const digit = (bits: number): string => digits.charAt(bits & 63);

/** Of a whole plan: it only has to tell whether two are the same, however their lines end. */
export function planHash(source: string): string {
  const text = source.replaceAll('\r\n', '\n');
  return [0x811c9dc5, 0x01234567].map((seed) => hash(text, seed).toString(36)).join('');
}

/** FNV-1a over UTF-16 units, with the bits mixed once more. */
function hash(text: string, seed: number): number {
  let sum = seed;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  return (sum ^ (sum >>> 13)) >>> 0;
}

/** The hashes of a text's sentences. */
export const hashesOf = (text: string): string[] => sentencesOf(text).map(sentenceHash);

/**
 * The keys and numbers of entries that lead to a place of the file, `正文/2/内容`; behind @ the line of a text of several,
 * # where it is the key itself. It stays the same while other parts of the plan change.
 */
export function placeIn(root: Node, offset: number): string {
  const steps: string[] = [];
  let node: Node | undefined = root;
  while (node !== undefined && node.kind !== 'empty') {
    if (node.kind === 'scalar') {
      const line = lineAt(node, offset);
      return steps.join('/') + (line > 0 ? `@${line}` : '');
    }
    const inner: { step: string; node: Node | undefined } | undefined = stepInto(node, offset);
    if (inner) steps.push(inner.step.replace(/[/@#|\s%]/g, encodeURIComponent));
    if (inner && !inner.node) return `${steps.join('/')}#`;
    node = inner?.node;
  }
  return steps.join('/');
}

function stepInto(node: Exclude<Node, { kind: 'scalar' | 'empty' }>, offset: number) {
  const holds = ({ start, end }: { start: number; end: number }) => start <= offset && offset <= end;
  if (node.kind === 'list') {
    const index = node.items.findIndex(holds);
    return index < 0 ? undefined : { step: String(index + 1), node: node.items[index] };
  }
  const within = node.entries.find(({ value }) => value.kind !== 'empty' && holds(value));
  if (within) return { step: within.key.text, node: within.value };
  const key = node.entries.find((entry) => holds(entry.key))?.key;
  return key && { step: key.text, node: undefined };
}

function lineAt({ text, at }: Extract<Node, { kind: 'scalar' }>, offset: number): number {
  let line = 0;
  for (
    let next = text.indexOf('\n');
    next >= 0 && at(next + 1) <= offset;
    next = text.indexOf('\n', next + 1)
  )
    line++;
  return line;
}
