/** Words of a document as a plan says them: what would name a variable is words there. */
export function asTyped(text: string): string {
  return text.replaceAll('{{', '\\{{');
}
