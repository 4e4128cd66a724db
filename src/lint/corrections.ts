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
  let any = /$^/;
  return (text) => {
    if (words === undefined) {
      words = read(table);
      // Nearly every text has none of them, and one look by the engine of regular expressions tells.
      const beginnings = [...words.values()].flat().map(({ wrong }) => wrong.slice(0, 2));
      any = new RegExp([...new Set(beginnings)].join('|'));
    }
    const found: Correction[] = [];
    if (!any.test(text)) return found;
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
      const right = entry.slice(at + 1);
      return pattern === wrong ? { wrong, right } : { wrong, right, whole: new RegExp(pattern, 'uy') };
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
