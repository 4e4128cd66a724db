export interface Correction {
  index: number;
  wrong: string;
  right: string;
}

/** Conditions before and behind a word, which are no part of it. */
const conditions = /\(\?<?[!=][^()]*\)/g;

interface Word extends Omit<Correction, 'index'> {
  /** The word with its conditions, tried at one place. */
  whole?: RegExp;
}

/**
 * Finds the words of a table, written `错误=正确` with blanks between; a wrong word may carry conditions,
 * `(?<!公)布署(?!名)=部署`. The table is read when it is first needed.
 */
export function corrections(table: string): (text: string) => Correction[] {
  let words: Map<string, Word[]> | undefined;
  return (text) => {
    words ??= read(table);
    const found: Correction[] = [];
    for (let index = 0; index < text.length; index++) {
      const word = words.get(text.charAt(index))?.find((each) => stands(each, text, index));
      if (word === undefined) continue;
      found.push({ index, wrong: word.wrong, right: word.right });
      index += word.wrong.length - 1;
    }
    return found;
  };
}

/** The words by their first characters, the longer one first where one begins like another. */
function read(table: string): Map<string, Word[]> {
  const words = table
    .split(/\s+/)
    .filter(Boolean)
    .map((entry): Word => {
      const at = entry.lastIndexOf('=');
      const pattern = entry.slice(0, at);
      const wrong = pattern.replace(conditions, '');
      const whole = new RegExp(pattern, 'uy');
      return { wrong, right: entry.slice(at + 1), ...(pattern !== wrong && { whole }) };
    })
    .sort((a, b) => b.wrong.length - a.wrong.length);
  const byFirst = new Map<string, Word[]>();
  for (const word of words) {
    const first = word.wrong.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  return byFirst;
}

function stands({ wrong, whole }: Word, text: string, index: number): boolean {
  if (!text.startsWith(wrong, index)) return false;
  if (whole === undefined) return true;
  whole.lastIndex = index;
  return whole.test(text);
}
