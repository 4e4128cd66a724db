import type { Remembered } from '../../document/remembered.ts';
import type { Attributes } from '../../package/xml.ts';
import { Package, reading } from './package.ts';
import { type Scope, skipped } from './scope.ts';

/** What a review copy remembers; undefined where the file is none, or no longer says it. */
export function rememberedIn(bytes: Uint8Array): Remembered | undefined {
  return reading(() => {
    const file = new Package(bytes);
    for (const { type, part } of file.targets(file.main)) {
      const found = type === 'customXml' ? rememberedBy(file, part) : undefined;
      if (found) return found;
    }
    return undefined;
  });
}

/** Parts of other programs may be anything. */
function rememberedBy(file: Package, part: string): Remembered | undefined {
  let found: Remembered | undefined;
  try {
    file.walk(part, {
      open: (name, attributes) =>
        /^(?:\w+:)?review$/.test(name) && Object.values(attributes).includes('urn:pingan:review')
          ? said(attributes, (remembered) => {
              found = remembered;
            })
          : skipped,
    });
  } catch {
    return undefined;
  }
  return found;
}

function said(attributes: Attributes, told: (remembered: Remembered) => void): Scope {
  let lines = '';
  return {
    open: () => skipped,
    text(text) {
      lines += text;
    },
    close() {
      const { version = '', plan = '', hash = '', given = '' } = attributes;
      told({ version, plan, hash, given: given.split(' ').filter(Boolean), marks: marks(lines) });
    },
  };
}

/** The hash of a sentence has three characters. */
const hashes = /[\w-]{3}/g;

function marks(lines: string): Remembered['marks'] {
  const found = new Map<string, { place: string; sentences: string[] }>();
  lines.split('|').forEach((line, index) => {
    const at = line.trimEnd().lastIndexOf(' ');
    const [place, sentences] = [line.slice(0, Math.max(at, 0)).trim(), line.slice(at + 1).trim()];
    if (at >= 0) found.set(String(index + 1), { place, sentences: sentences.match(hashes) ?? [] });
  });
  return found;
}
