/** XML with an element a line, those within it further in; a text stays with what holds it. */
export function indented(xml: string): string {
  let depth = 0;
  const lines: string[] = [];
  for (const [piece, end, name] of xml.matchAll(/<(\/?)([\w:?]+)[^>]*>[^<]*/g)) {
    if (end) depth--;
    const closesText =
      end && lines.at(-1)?.trimStart().startsWith(`<${name}`) && !lines.at(-1)?.endsWith('>');
    if (closesText) lines.push(`${lines.pop()}${piece}`);
    else lines.push('  '.repeat(depth) + piece);
    if (!end && !/^<\?|\/>/.test(piece)) depth++;
  }
  return `${lines.join('\n')}\n`;
}
