import { entrySigns, partSigns } from '../text/list-signs.ts';
import { stripped } from '../text/strip.ts';
import { width } from '../text/width.ts';
import { type Ordinal, ordinalOf } from './ordinal.ts';

/** A line of a text that isn't blank. */
export interface Line {
  /** Its place in the text, without the blanks around it. */
  start: number;
  end: number;
  text: string;
  /** With the blanks around it, and where that begins. */
  whole: string;
  from: number;
  /** Columns that it takes, two for a Han character. */
  width: number;
  /** What parts it from the line before: a break where it may only be wrapped, a blank line, or a break that was typed. */
  before: 'wrap' | 'blank' | 'typed';
  /** A paragraph begins: a bullet or a deep indentation stands in front, or tabs part its words. */
  opens: boolean;
  /** Columns of plain blanks in front. */
  indent: number;
  /** Its place is one in the line. */
  ordinal?: Ordinal;
  /** Nothing but conditions, which are no words. */
  hidden: boolean;
  /** Like a sentence, in the middle of one, or bare like a title. */
  ends: 'closed' | 'open' | 'bare';
}

/** U+2028 and the vertical tab are the breaks that Word's users type within a paragraph. */
const breaks = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
/** What stands around the words of a line. */
const around = ' \t\u3000\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F';

/** Signs of lists, those of Word's symbol fonts among them, and 附件1：. A dash or a star needs a blank or a word behind it. */
const bullet = new RegExp(
  `^\\0*(?:[${entrySigns}${partSigns}\\uF000-\\uF0FF]|(?:[-–—－]|--|——)(?=[ \\t\\u3000\\u00A0]|\\p{Script=Han}|[“《【（(]?[\\d０-９一二三四五六七八九十]{1,3}[）)、.．])|\\*(?=[ \\t\\u3000])|#{1,6} |附件[ \\u3000]*[\\d０-９]{0,2}[：:])`,
  'u',
);

/** Marks behind which a sentence is over; brackets, quotes and what is hidden may follow. */
const closed = /[。！？!?；;：:…][”’"'）)】》」』\0]*$/;
/** Marks and words behind which a sentence goes on; 目的, 参与, 普及 and 祥和 are words that end. */
const open =
  /(?:[，,、（(《“‘「『【—\-–]|(?<![目有])的|(?<![参參])[与與]|(?<!普)及|(?<![祥平温溫缓緩])和|或)$/;

/** The lines of a text; what isn't to be read as words is hidden in it by \0. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  let before: Line['before'] = 'wrap';
  const read = (to: number, mark: string) => {
    const whole = text.slice(from, to);
    const words = stripped(whole, around);
    if (words === '') before = 'blank';
    else {
      lines.push(line(whole, words, from, before));
      before = 'wrap';
    }
    from = to + mark.length;
    if (mark !== '' && !/[\r\n]/.test(mark) && before === 'wrap') before = 'typed';
  };
  for (const { index, 0: mark } of text.matchAll(breaks)) read(index, mark);
  read(text.length, '');
  return lines;
}

function line(whole: string, text: string, from: number, before: Line['before']): Line {
  const blanks = whole.slice(0, whole.indexOf(text));
  const ordinal = ordinalOf(text);
  const start = from + blanks.length;
  return {
    start,
    end: start + text.length,
    text,
    whole,
    from,
    width: width(text.replaceAll('\0', '')),
    before,
    opens: bullet.test(text) || isIndented(blanks) || text.includes('\t'),
    indent: /^ *$/.test(blanks) ? blanks.length : 0,
    ...(ordinal && { ordinal }),
    hidden: /^[\0 \t]*$/.test(text),
    ends: closed.test(text) ? 'closed' : open.test(text) ? 'open' : 'bare',
  };
}

/** Two characters of blanks that were typed to indent a paragraph; plain ones only align what was wrapped. */
function isIndented(blanks: string): boolean {
  return (
    blanks.includes('\t') || (/[^ ]/.test(blanks) && width(blanks.replace(/[\u2000-\u200A]/g, '　')) >= 4)
  );
}
