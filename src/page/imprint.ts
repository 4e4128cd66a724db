import type { Inline } from '../document/block.ts';
import { plain } from '../document/block.ts';
import { type Profile, typeArea } from './profile.ts';
import { room } from './room.ts';
import { inLines, words } from './title.ts';

/**
 * 7.4.3: 印发机关 left and the date right, one character in. A name that leaves no room for the date on its line takes
 * several lines, and the date stands on the last of them.
 */
export function imprint(text: Inline[], profile: Profile): Inline[] {
  const [first, ...others] = text;
  const [printer = '', ...dates] = plain(text).split('\t');
  if (first === undefined || !first.text.startsWith(printer) || dates.length === 0) return text;
  const line = (2 * typeArea(profile)) / (profile.small * 10) - 4;
  // A character at least between them.
  const left = line - room(dates.join('')) - 2;
  if (room(printer) <= left) return text;
  return [
    { ...first, text: above(printer, line, left).join('\n') + first.text.slice(printer.length) },
    ...others,
  ];
}

/** Two even lines where both have room beside the date, else full ones above as long a line as has. */
function above(printer: string, line: number, left: number): string[] {
  const printers = printer.split(/(?<=、)/);
  const stretches =
    printers.length > 1 && printers.every((each) => room(each) <= line) ? printers : words(printer);
  // “承办单位：” stands before a name, never alone.
  const label = stretches.findIndex((each) => each.endsWith('：')) + 2;
  if (label > 1) stretches.splice(0, label, stretches.slice(0, label).join(''));
  const even = room(printer) <= 2 * left ? inLines(printer, left, stretches) : [];
  if (even.length === 2) return even;
  let from = stretches.length;
  for (let last = ''; from > 0; from--) {
    last = `${stretches[from - 1]}${last}`;
    if (room(last) > left) break;
  }
  const full = stretches.slice(0, from);
  return [...inLines(full.join(''), line, full), stretches.slice(from).join('')];
}
