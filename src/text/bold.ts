/**
 * Two stars that can't be a mark of bold: more than two in a row, stars inside a number, a year or a code
 * (鄂A**123, 20**年), and those that hide its end (尾号**5678).
 */
const never =
  /\*{3,}|(?<=[\dA-Za-z])\*\*(?=[\dA-Za-z])|(?<=(?:19|20))\*\*(?=年)|(?<=[号號码碼])\*\*(?=\d{3})/g;
/** Nothing bold begins with the end of a clause, or ends with an opening bracket: 张**，李**. */
const opens = /^[^\s，。、；：！？）》〉」』】〕”’,;)\]]/u;
const closes = /[^\s（《〈「『【〔“‘([]$/u;

/** Where two stars stand that may be a mark of bold. */
export function boldMarks(text: string): number[] {
  if (!text.includes('**')) return [];
  const open = text.replace(never, (stars) => '\0'.repeat(stars.length));
  const marks: number[] = [];
  let opened: number | undefined;
  for (const { index, 0: found } of open.matchAll(/\*\*|\n[ \t\u3000]*\n/g)) {
    if (found !== '**') opened = undefined;
    else if (opened === undefined) {
      if (opens.test(open.slice(index + 2, index + 4))) opened = index;
    } else if (index > opened + 2 && closes.test(open.slice(0, index).slice(-1))) {
      marks.push(opened, index);
      opened = undefined;
    }
  }
  return marks;
}

/** A text of the same length in which the stars that make bold are `mark`. */
export function withBoldMarks(text: string, mark: string): string {
  let marked = '';
  let from = 0;
  for (const place of boldMarks(text)) {
    marked += text.slice(from, place) + mark.repeat(2);
    from = place + 2;
  }
  return marked + text.slice(from);
}
