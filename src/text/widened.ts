/** What no name in {{ }} may hold; what none may begin with, and one that does may not hold either. */
const anywhere = /[{}[\]|=]/g;
const inFront = /^[("'<>@#&*!^~`;,]/;
const behind = /[{}[\]|=()"'<>@#&*!^~`;,]/g;

/** A name with the signs that mean something else in {{ }} as wide as Chinese ones: {{数＝量}}, {{＜数＞}}. */
export function widened(name: string): string {
  return name.replace(inFront.test(name) ? behind : anywhere, (each) =>
    String.fromCharCode(each.charCodeAt(0) + 0xfee0),
  );
}

/** What a column is called whose name holds signs of the language of texts; what this language has itself is no name. */
export function widerName(text: string): string | undefined {
  for (const [written, name = ''] of text.matchAll(/\{\{([^{}\s]+)\}\}/g)) {
    const wide = /^(?:[#/^]|@[a-z./-]+$)/.test(name) ? name : widened(name);
    if (wide !== name) return `列名里的符号在 {{ }} 里另有意思：“${written}”写成“{{${wide}}}”。`;
  }
  return undefined;
}
