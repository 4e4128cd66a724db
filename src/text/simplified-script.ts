import { traditionalOnly } from './script-characters.ts';

/** A text of the same length in Simplified script, character by character: to compare by, not to print. */
export function inSimplifiedScript(text: string): string {
  const { characters, forms } = traditionalOnly;
  return text.replace(/[\u4E00-\u9FFF]/g, (character) => {
    const place = characters.indexOf(character);
    return place < 0 ? character : forms.charAt(place);
  });
}
