import { meant } from '../text/nearest.ts';
import { simplified, traditional } from '../text/script.ts';
import type { JsonSchema } from './json.ts';
import { error } from './problem.ts';
import { mismatch, type Schema } from './schema.ts';

const yes = ['是', '有', '要', '需要', '对', '√', 'true', 'yes', 'y', 'on'];
const no = ['否', '无', '没有', '不', '不要', '不是', '不需要', '×', 'false', 'no', 'n', 'off'];

/** Blanks inside, full-width letters and digits, capitals and Traditional script make no other word of one; a standard may come with its year. */
function spelled(text: string): string {
  const word = simplified(text.normalize('NFKC').replace(/\s+/g, '')).toLowerCase();
  return word.replace(/^gb\/?t?(\d+)(?:\.\d+)?(?:[-—]\d{4})?$/, 'gb$1');
}

/** Whether a word is understood as 是 or 否. */
export function isYesOrNo(text: string): boolean {
  const word = spelled(text);
  return yes.includes(word) || no.includes(word);
}

/** 是 or 否. */
export const flag: Schema<boolean> = {
  expects: '“是”或“否”',
  read(node, report) {
    if (node.kind !== 'scalar') return mismatch(flag, node, report);
    const text = spelled(node.text);
    if (yes.includes(text)) return true;
    if (no.includes(text)) return false;
    return error(report, 'plan/choice', node, `“${node.text}”看不懂，这里只能写“是”或“否”。`);
  },
  json: () => ({ anyOf: [{ enum: ['是', '否'] }, { type: 'boolean' }] }),
};

/** Editors offer one word for each thing and let pass what else it is called, in Traditional script too. */
function wordsJson(words: readonly string[], called: readonly string[]): JsonSchema {
  const all = new Set([...words, ...called].flatMap((word) => [word, traditional(word)]));
  const others = [...all].filter((word) => !words.includes(word));
  const offered = { enum: [...words] };
  return others.length === 0
    ? offered
    : { anyOf: [offered, { type: 'string', pattern: `^(${others.join('|')})$` }] };
}

/** One of a few words; each may have other spellings. `T` is the word the program uses. */
export function choice<const T extends string>(words: Record<T, readonly string[]>): Schema<T> {
  const all = Object.entries<readonly string[]>(words) as [T, readonly string[]][];
  const shown = all.map(([word, others]) => others[0] ?? word);
  const schema: Schema<T> = {
    expects: shown.map((word) => `“${word}”`).join('或'),
    read(node, report) {
      if (node.kind !== 'scalar') return mismatch(schema, node, report);
      const text = spelled(node.text);
      const found = all.find(([word, others]) => [word, ...others].some((each) => spelled(each) === text));
      if (found) return found[0];
      const spellings = all.flatMap(([word, others]) => [word, ...others]);
      return error(
        report,
        'plan/choice',
        node,
        `不认识“${node.text}”${meant(text, spellings)}`,
        `可以写：${shown.join('、')}。`,
      );
    },
    json: () =>
      wordsJson(
        shown,
        all.flatMap(([word, others]) => [...others, word]),
      ),
  };
  return schema;
}

/** A whole number within bounds. */
export function whole(least: number, most: number): Schema<number> {
  const schema: Schema<number> = {
    expects: `${least}到${most}的整数`,
    read(node, report) {
      if (node.kind !== 'scalar') return mismatch(schema, node, report);
      const digits = spelled(node.text);
      const value = Number(digits);
      if (/^\d+$/.test(digits) && value >= least && value <= most) return value;
      return error(report, 'plan/number', node, `“${node.text}”不对，这里应是${schema.expects}。`);
    },
    json: () => ({ type: 'integer' }),
  };
  return schema;
}
