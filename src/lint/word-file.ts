import type { Entry, Mapping, Node, Scalar } from '../schema/node.ts';
import { lookup } from '../text/lookup.ts';
import { simplified } from '../text/script.ts';

/** Gives the text of a file of words; undefined where it can't be read, which has been told then. */
export type WordsOf = (file: Scalar) => string | undefined;

/** Puts the words of files in the place of `词表: {文件: 用词.txt}`, and of the same under 允许; all of them stand where the file is named. */
export function withWordFiles(node: Node, wordsOf: WordsOf, within = ''): Node {
  if (node.kind === 'list')
    return { ...node, items: node.items.map((item) => withWordFiles(item, wordsOf, within)) };
  if (node.kind !== 'map') return node;
  const file = holdsWords(within) ? fileOf(node) : undefined;
  if (file !== undefined) return listed(file, wordsOf(file) ?? '', /allow$/.test(within));
  return {
    ...node,
    entries: node.entries.map(({ key, value }) => ({
      key,
      value: withWordFiles(value, wordsOf, /allow$/.test(within) ? within : nameOf(key)),
    })),
  };
}

/** The keys below which words stand, by their English names. */
const known = lookup({ 词表: 'words', 允许: 'allow' });
const nameOf = ({ text }: Scalar): string => known[simplified(text.trim())] ?? text.trim();

const holdsWords = (within: string): boolean => within === 'words' || within === 'allow';

/** A word may be “文件” itself, to be put right; then nothing behind it is called like a file. */
function fileOf({ entries }: Mapping): Scalar | undefined {
  const [first, ...others] = entries;
  const isFile =
    first?.value.kind === 'scalar' &&
    others.length === 0 &&
    /^(?:文件|檔案|file)$/.test(first.key.text.trim()) &&
    /\.(?:txt|csv|tsv)$/i.test(first.value.text.trim());
  return isFile && first.value.kind === 'scalar' ? first.value : undefined;
}

/** A word a line, or “wrong, sign, right”; what stands behind # is a remark. */
function listed(file: Scalar, text: string, alone: boolean): Node {
  const { start, end } = file;
  const scalar = (word: string): Scalar => ({ kind: 'scalar', text: word, start, end, at: () => start });
  const lines = text
    .split(/\r\n|\r|\n/)
    .map(
      (line) =>
        line
          .replace(/^\uFEFF/, '')
          .split(/(?:^|[ \t])#/, 1)[0]
          ?.trim() ?? '',
    )
    .filter(Boolean);
  const rows = lines.map((line) => line.split(/\t|=>|[=＝→,，]/).map((word) => word.trim()));
  if (alone) return { kind: 'list', flow: false, start, end, items: rows.map(([word = '']) => scalar(word)) };
  const entries = rows.map(
    ([word = '', instead = '']): Entry => ({
      key: scalar(word),
      value: instead === '' ? { kind: 'empty', start, end } : scalar(instead),
    }),
  );
  return { kind: 'map', start, end, entries };
}
