export function flowText(text: string): string {
  return /[,[\]{}]/.test(text) ? quoted(text) : plainOrQuoted(text);
}

/** Signs that can't open a plain scalar (YAML 1.2.2, 7.3.3), and what would end one. */
const opening = /^[-?:,[\]{}#&*!|>'"%@`~=<]/;
const breaking = /:(?:\s|$)|\s#|^\s|\s$|\p{Cc}|[\u2028\u2029]/u;

/** What YAML reads as nothing. */
const nothing = /^(?:null|Null|NULL)?$/;

export function plainOrQuoted(text: string): string {
  return nothing.test(text) || opening.test(text) || breaking.test(text) ? quoted(text) : text;
}

function quoted(text: string): string {
  return /\p{Cc}|\\/u.test(text) || text.includes("'") || text === ''
    ? JSON.stringify(text)
    : text.includes('"')
      ? `'${text}'`
      : `"${text}"`;
}
