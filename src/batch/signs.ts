const signs = '/／\\—–－―-';

/** What people write into a cell for which there is nothing. */
export function isSign(text: string): boolean {
  return text.length <= 4 && signs.includes(text.charAt(0)) && /^[/／\\—–－―-]+$/.test(text);
}
