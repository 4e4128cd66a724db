interface Correction {
  index: number;
  wrong: string;
  right: string;
}

/** Conditions before and behind a word, which are no part of it. */
const conditions = /\(\?<?[!=][^()]+\)/g;

interface Word extends Omit<Correction, 'index'> {
  /** The word with its conditions, if it has any; what it is tried with at one place is made when it is first needed. */
  pattern: string;
  whole?: RegExp;
}

/** The words of a table, read when they are first needed. */
export interface Corrections {
  readonly wrong: readonly string[];
  in(text: string): Correction[];
}

/**
 * A table of words, written `错误=正确` with blanks between; a wrong word may carry conditions,
 * `(?<!公)布署(?!名)=部署`.
 */
export function corrections(table: string): Corrections {
  let words: readonly Word[] | undefined;
  let wrong: readonly string[] | undefined;
  const all = () => {
    words ??= read(table);
    return words;
  };
  return {
    get wrong() {
      wrong ??= words?.map((word) => word.wrong) ?? wordsOf(table.replaceAll(conditions, ''));
      return wrong;
    },
    in(text) {
      const here = all().filter(({ wrong }) => text.includes(wrong));
      const found: Correction[] = [];
      for (let index = 0; here.length > 0 && index < text.length; index++) {
        const word = here.find((each) => stands(each, text, index));
        if (word === undefined) continue;
        found.push({ index, wrong: word.wrong, right: word.right });
        index += word.wrong.length - 1;
      }
      return found;
    },
  };
}

/** The wrong words of a table without conditions, which is all that is asked of it for most plans. */
function wordsOf(table: string): string[] {
  return entries(table).map((entry) => entry.slice(0, entry.lastIndexOf('=')));
}

const entries = (table: string) => table.trim().split(/\s+/);

/** The longer word first, since one may begin like another. */
function read(table: string): Word[] {
  const words = entries(table).map((entry): Word => {
    const at = entry.lastIndexOf('=');
    const pattern = entry.slice(0, at);
    const wrong = pattern.includes('(') ? pattern.replace(conditions, '') : pattern;
    return { wrong, right: entry.slice(at + 1), pattern };
  });
  return words.sort((a, b) => b.wrong.length - a.wrong.length);
}

function stands(word: Word, text: string, index: number): boolean {
  if (!text.startsWith(word.wrong, index)) return false;
  if (word.pattern === word.wrong) return true;
  word.whole ??= new RegExp(word.pattern, 'uy');
  word.whole.lastIndex = index;
  return word.whole.test(text);
}
