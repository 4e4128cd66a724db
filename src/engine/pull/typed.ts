/** Words of a document as a plan says them: what would name a variable is words there, and what nobody sees isn't said. */
export function asTyped(text: string): string {
  return text.replace(/[\u200b\u2060]/g, '').replaceAll('{{', '\\{{');
}
