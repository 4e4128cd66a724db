import { Maker, type Output } from '../../batch/maker.ts';
import { Printing } from '../../batch/printing.ts';
import { UserError } from '../../errors.ts';
import type { Style } from '../../formats/format.ts';
import { album } from '../../io/album.ts';
import { type Folder, FolderFull } from '../../io/folder.ts';
import { crc32 } from '../../package/deflate.ts';
import { read } from '../../plan/read.ts';
import { merged, variablesFrom } from '../../plan/variables.ts';
import { compose, type TemplateFiles } from '../../template/compose.ts';
import { uses } from '../../template/steering.ts';
import { formats } from '../formats.ts';

/** Everything that a worker needs to make documents, in a form that can be sent to it. */
export interface Setup {
  /** The text of the plan, which has been read without errors. */
  source: string;
  templates: TemplateFiles;
  given: Record<string, string>;
  columns: readonly string[];
  formats: readonly string[];
  own: Pick<Style, 'letterhead' | 'look'>;
  /** The folder that pictures of the plan lie in or below, where it has any. */
  pictures: string | undefined;
}

export function makerFrom(setup: Setup, output: Output): Maker {
  return new Maker(printingOf(setup), wantedOf(setup), setup.columns, output);
}

function wantedOf(setup: Setup) {
  return formats.filter(({ name }) => setup.formats.includes(name));
}

export function printingOf(setup: Setup): Printing {
  const { plan } = read(setup.source);
  if (plan === undefined) throw new Error('the plan was readable a moment ago');
  return new Printing({
    plan,
    compose: compose(setup.templates, plan.script),
    uses: uses(plan),
    given: merged(plan.variables ?? {}, variablesFrom(setup.given)),
    columns: setup.columns,
    formats: wantedOf(setup),
    own: setup.own,
    ...(setup.pictures !== undefined && { album: album(setup.pictures) }),
  });
}

/** Writes into a folder; a file that a person has edited is kept unless `force`, and one that would stay the same is left. */
export function intoFolder(folder: Folder, force: boolean): Output {
  return {
    put(file, bytes, untouched) {
      try {
        const stored = folder.stored(file);
        const before = stored && folder.read(file);
        const crc = crc32(bytes);
        if (stored && before?.equals(bytes)) return { file, crc, ...stored };
        if (before && before.length > 0 && !force && !untouched(before)) return undefined;
        return { file, crc, ...folder.write(file, bytes, stored !== undefined) };
      } catch (thrown) {
        if (thrown instanceof UserError && !(thrown instanceof FolderFull)) return thrown.message;
        throw thrown;
      }
    },
  };
}
