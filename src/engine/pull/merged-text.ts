import { sentencesOf } from '../../review/remembering.ts';
import { ink } from './paragraph.ts';

/** Whether a sentence stood in the document when it was made. */
export type IsOld = (sentence: string) => boolean;

/** Whether some and whether all sentences of a text stood in the document when it was made. */
export function whose(text: string, isOld: IsOld | undefined): { some: boolean; all: boolean } {
  if (!isOld) return { some: true, all: false };
  const old = sentencesOf(text).map(isOld);
  return { some: old.includes(true), all: !old.includes(false) };
}

/** A text that was changed on two sides: of each stretch what the one side made of it that changed it. */
export function merged(
  made: string,
  edited: string,
  isOld: IsOld | undefined,
): { text: string; isConflict: boolean } {
  if (!isOld) return { text: made, isConflict: ink(made) !== ink(edited) };
  let text = '';
  let isConflict = false;
  for (const { before, after } of stretches(sentencesOf(made), sentencesOf(edited))) {
    const [isMineOld, isTheirsOld] = [before.every(isOld), after.every(isOld)];
    if (before.length === 0 || after.length === 0) {
      // Sentences that one side took out, or that the other put in.
      text += [...before, ...after].filter((each) => !isOld(each)).join('');
    } else if (ink(before.join('')) === ink(after.join('')) || (isMineOld && !isTheirsOld))
      text += after.join('');
    else {
      text += before.join('');
      isConflict ||= isMineOld === isTheirsOld;
    }
  }
  return { text, isConflict };
}

/** What stands between the sentences that are in both, and these. */
function stretches(mine: readonly string[], theirs: readonly string[]) {
  const found: { before: string[]; after: string[] }[] = [];
  let from = 0;
  let before: string[] = [];
  const put = (after: string[]) => {
    // As many sentences on either side stand for each other.
    if (before.length === after.length)
      before.forEach((each, index) => {
        found.push({ before: [each], after: [after[index] ?? ''] });
      });
    else found.push({ before, after });
    before = [];
  };
  for (const sentence of mine) {
    const at = theirs.findIndex((each, index) => index >= from && ink(each) === ink(sentence));
    if (at >= 0) {
      put(theirs.slice(from, at));
      before = [sentence];
      put([theirs[at] ?? '']);
      from = at + 1;
    } else before.push(sentence);
  }
  put(theirs.slice(from));
  return found;
}
