import { type Relationship, relationships } from '../../package/relationships.ts';
import { TooLarge, unzipped } from '../../package/unzip.ts';
import { UnreadableFile } from '../unreadable.ts';
import { EmbeddedText } from './embedded.ts';
import { otherArchive, otherKind } from './file-kind.ts';
import { Overdone, type Scope, walk } from './scope.ts';

/** All that is read of a file, unpacked: its texts first, then its pictures. */
const largest = { texts: 32 * 1024 * 1024, pictures: 100 * 1024 * 1024 };
/** A document of three hundred pages has a hundred thousand. */
const mostElements = 500_000;
const broken =
  '不完整或者坏了（多半是没有下载完、没有拷贝完）；重新拷贝一份，或者在 Word 里打开、另存一份再试';

/** Something that a part refers to: another part, or a place elsewhere. */
export interface Target extends Relationship {
  /** The name of the part. */
  part: string;
}

/** The parts of a .docx. */
export class Package {
  readonly main: string;
  private readonly bytes: Uint8Array;
  private readonly names = new Map<string, string>();
  private readonly left = { ...largest };
  private elements = mostElements;
  private readonly unpacked = new Map<string, Uint8Array>();

  constructor(bytes: Uint8Array) {
    const other = otherKind(bytes);
    if (other !== undefined) throw new UnreadableFile(other.message, other);
    this.bytes = bytes;
    const usual = this.unzip(largest.texts, (name) => {
      this.names.set(key(name), name);
      return isUsual(key(name));
    });
    for (const [name, part] of usual) {
      this.unpacked.set(key(name), part);
      this.left.texts -= part.length;
    }
    const main = this.targets('').find(({ type }) => type === 'officeDocument')?.part ?? 'word/document.xml';
    if (!this.has(main) || !/^word\//i.test(main)) {
      const other = otherArchive([...this.names.values()]);
      throw new UnreadableFile(other.message, other);
    }
    this.main = main;
  }

  has(name: string): boolean {
    return this.names.has(key(name));
  }

  part(name: string, kind: keyof typeof largest = 'texts'): Uint8Array | undefined {
    const stored = this.names.get(key(name));
    const known = this.unpacked.get(key(name));
    if (stored === undefined || known) return known;
    const part = this.unzip(this.left[kind], (each) => each === stored).get(stored);
    if (!part) return undefined;
    this.left[kind] -= part.length;
    this.unpacked.set(key(name), part);
    return part;
  }

  /** Reads the XML of a part, if there is one. */
  walk(name: string | undefined, top: Scope): void {
    const part = name === undefined ? undefined : this.part(name);
    if (part) this.elements = walk(part, top, this.elements);
  }

  /** What a part refers to; the package itself has no name. */
  targets(source: string): Target[] {
    const [, folder = '', file = ''] = /^(.*\/)?([^/]*)$/.exec(source) ?? [];
    const part = this.part(`${folder}_rels/${file}.rels`);
    if (!part) return [];
    return relationships(new TextDecoder().decode(part)).map((each) => ({
      ...each,
      part: each.external ? '' : resolved(folder, each.target),
    }));
  }

  private unzip(limit: number, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
    try {
      return unzipped(this.bytes, limit, isWanted);
    } catch (thrown) {
      if (thrown instanceof TooLarge) throw new UnreadableFile(`${thrown.message}，不像是公文`);
      throw new UnreadableFile(broken, { cause: thrown });
    }
  }
}

/** What is read of every file is unpacked at once, the rest when it is asked for. */
const isUsual = (name: string) =>
  /^(?:_rels\/\.rels|word\/(?:_rels\/)?(?:document|styles|numbering|foot|end|comments|header)\w*\.xml(?:\.rels)?)$/.test(
    name,
  ) && !/stylesWithEffects|comments[ei]/i.test(name);

const key = (name: string) => name.replaceAll('\\', '/').toLowerCase();

/** The name of a part, from how another one in a folder refers to it. */
function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `/${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Turns whatever goes wrong in reading a file that isn't ours into one sentence. */
export function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof UnreadableFile || thrown instanceof EmbeddedText) throw thrown;
    if (thrown instanceof Overdone || thrown instanceof TooLarge)
      throw new UnreadableFile(`${thrown.message}，不像是公文`);
    throw new UnreadableFile(broken, { cause: thrown });
  }
}
