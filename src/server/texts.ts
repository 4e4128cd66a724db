import { fileOf } from '../io/addresses.ts';
import { isConfiguration, refusal } from '../io/files.ts';
import { isPlan } from '../plan/known-keys.ts';

/** A text as it stands in an editor. */
export interface Text {
  uri: string;
  file: string;
  version: number | undefined;
  source: string;
  /** Whether it is a plan, or may become one: editors send all files of a language. */
  concerns: boolean;
  /** Why it isn't looked at. */
  refused?: string;
}

interface Given {
  uri: string;
  language: string;
  version: number | undefined;
  source: string;
}

/** A text with what is told by its words: a key of plans, a schema line, or nothing yet. */
export function textOf({ uri, language, version, source }: Given, cwd: string): Text {
  const file = fileOf(uri, cwd);
  const refused = refusal(source, file.replace(/^.*[\\/]/, ''));
  if (refused !== undefined) return { uri, file, version, source, concerns: false, refused };
  const concerns =
    !isConfiguration(file) &&
    (language === 'pingan' || isPlan(source) || /^#.*pingan/m.test(source) || isUnbegun(source));
  return { uri, file, version, source, concerns };
}

/** Nothing but remarks and words that are being typed. */
function isUnbegun(source: string): boolean {
  return source.split('\n').every((line) => /^(?:#.*|\p{Script=Han}*)$/u.test(line.trim()));
}
