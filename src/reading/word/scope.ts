import { type Attributes, XmlReader } from '../../package/xml.ts';
import { Renamed } from './renamed.ts';

/**
 * What an element means where it stands: it is asked about its children and told its text. One that answers a child with
 * itself looks through it; `close` is called only where an answer of its own ends.
 */
export interface Scope {
  open(name: string, attributes: Attributes): Scope;
  text?(text: string): void;
  close?(): void;
}

/** Nothing in it counts. */
export const skipped: Scope = { open: () => skipped };

/** Tells the text of an element when it ends; blanks around it count only where it says so (XML 2.10). */
export function words(attributes: Attributes, told: (text: string) => void): Scope {
  let said = '';
  return {
    open: () => skipped,
    text(text) {
      said += text;
    },
    close() {
      const kept =
        attributes['xml:space'] === 'preserve'
          ? said
          : said.replace(/^[ \t\r\n]+|[ \t\r\n](?<![ \t\r\n]{2})[ \t\r\n]*$/g, '');
      told(kept.replace(/[\r\n]+/g, ' '));
    },
  };
}

/** Looks through to another scope without being it, and says when the element ends. */
export function through(inner: Scope, ended?: () => void): Scope {
  const scope: Scope = {
    open(name, attributes) {
      const answer = inner.open(name, attributes);
      return answer === inner ? scope : answer;
    },
    ...(ended && { close: ended }),
  };
  return scope;
}

/** Choices of the same thing for older and newer programs: the first counts, the others only where it says nothing. */
export function choice(inner: Scope, told: () => number): Scope {
  const before = told();
  return {
    open: (name) => (/^mc:(?:Choice|Fallback)$/.test(name) && told() === before ? through(inner) : skipped),
  };
}

const slice = 1 << 16;

/** A part has more than any document has: such a file is a trap. */
export class Overdone extends Error {}

/** Reads the XML of a part, piece by piece. */
export type Reading = (top: Scope) => void;

/** Reads XML with no more elements than are left of those that a file may have, and says how many are left then. */
export function walk(bytes: Uint8Array, top: Scope, most: number): number {
  const stack: Scope[] = [top];
  let left = most;
  let named: Renamed | undefined;
  const reader = new XmlReader({
    open(name, attributes) {
      named ??= new Renamed(attributes);
      if (--left < 0) throw new Overdone('有五十万个以上的元素');
      const parent = stack[stack.length - 1] ?? skipped;
      stack.push(parent.open(named.name(name), named.attributes(attributes)));
    },
    close() {
      const ended = stack.pop();
      if (ended !== stack[stack.length - 1]) ended?.close?.();
    },
    text(text) {
      stack[stack.length - 1]?.text?.(text);
    },
  });
  const decoder = new TextDecoder(encoding(bytes));
  for (let at = 0; at < bytes.length; at += slice)
    reader.write(decoder.decode(bytes.subarray(at, at + slice), { stream: true }));
  reader.write(decoder.decode()).close();
  return left;
}

function encoding([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
