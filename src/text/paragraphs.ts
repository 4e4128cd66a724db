const han = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—·]/u;

/**
 * The paragraphs of a text: a blank line separates them, a wrapped line is joined to the one before,
 * with a space only between two words that are not Chinese.
 */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n[ \t\u3000]*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.replace(blanks, ''))
        .filter(Boolean)
        .reduce(join, ''),
    )
    .filter((paragraph) => paragraph !== '');
}

/** A paragraph is indented by its style, so blanks typed in front of or behind it are dropped. */
const blanks = /^[ \t\u3000]+|[ \t\u3000]+$/g;

function join(before: string, line: string): string {
  if (before === '') return line;
  return han.test(before.slice(-1)) || han.test(line.charAt(0)) ? before + line : `${before} ${line}`;
}
