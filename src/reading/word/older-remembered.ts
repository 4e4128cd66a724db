import type { Remembered } from '../../document/remembered.ts';
import type { Attributes } from '../../package/xml.ts';
import type { Package } from './package.ts';
import { type Scope, skipped } from './scope.ts';

/** What review copies of pingan 0.2 remember, in a part for the data of programs: a line for each bookmark, with hashes. */
export function olderRemembered(file: Package): Remembered | undefined {
  for (const { type, part } of file.targets(file.main)) {
    const found = type === 'customXml' ? rememberedBy(file, part) : undefined;
    if (found) return found;
  }
  return undefined;
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
      const memory = { version, plan, given: given.split(' ').filter(Boolean), sentences: sentences(lines) };
      told({ hash, memory });
    },
  };
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Behind the place of each text in the plan, three letters for each of its sentences. */
function sentences(lines: string): Set<number> {
  const hashes = lines.split('|').flatMap((line) => {
    const said = line.trimEnd();
    return said.slice(said.lastIndexOf(' ') + 1).match(/[\w-]{3}/g) ?? [];
  });
  return new Set(
    hashes.map((hash) => [...hash].reduce((sum, letter) => sum * 64 + digits.indexOf(letter), 0)),
  );
}
