import { withRow } from '../../batch/rows.ts';
import type { Value } from '../../data/table.ts';
import type { Draft } from '../../engine/drafted.ts';
import { examined } from '../../engine/examined.ts';
import { withRemedies } from '../../engine/mend.ts';
import { type Printed, printedAt } from '../../engine/places.ts';
import { FaultyFile, UserError } from '../../errors.ts';
import type { Problem } from '../../schema/problem.ts';
import { type Printing, printingOf } from './printing.ts';
import { worldOf } from './world.ts';

/** A text as it stands in the editor. */
export interface Text {
  name: string;
  source: string;
  /** Values of a row that is being looked at. */
  given?: Record<string, Value> | undefined;
}

/** A finding, and where on the pages it stands. */
interface Finding {
  problem: Problem;
  printed?: Printed | undefined;
}

/** What is said of a text. */
export interface Look {
  findings: readonly Finding[];
  /** Whether it prints anything; the last good pages stay where it doesn't. */
  isPrinted: boolean;
  variables: readonly string[];
}

/** What is said of the plan as a whole stands at its beginning. */
const ofFile = (severity: Problem['severity'], message: string, advice?: string): Problem => ({
  severity,
  code: 'plan/around',
  start: 0,
  end: 1,
  message,
  ...(advice !== undefined && { advice }),
});

let last: { text: Text; draft: Draft } | undefined;

/** The draft of a text whatever is found in it, as long as it can be read. */
async function draftOf(
  text: Text,
  early?: (draft: Pick<Draft, 'plan' | 'document'>) => Promise<boolean>,
): Promise<{ draft?: Draft; problems: readonly Problem[] }> {
  const { name, source, given = {} } = text;
  const { draft, problems } = await examined({
    name,
    source,
    given: withRow({}, Object.keys(given), Object.values(given)),
    world: worldOf(name),
    ...(early && { early }),
  });
  if (draft) last = { text, draft };
  return { ...(draft && { draft }), problems };
}

/** What lies around it has changed. */
export function forget(): void {
  last = undefined;
}

/** The draft of the text that was looked at last, made again only where it is another one. */
export async function sameDraft(text: Text): Promise<Draft | undefined> {
  if (
    last?.text.source === text.source &&
    last.text.name === text.name &&
    sameGiven(last.text.given, text.given)
  )
    return last.draft;
  return (await draftOf(text)).draft;
}

function sameGiven(one: Text['given'], other: Text['given']): boolean {
  return JSON.stringify(one ?? {}) === JSON.stringify(other ?? {});
}

/**
 * Looks at a text; what it prints is told at once, what is wrong with it when it has been checked, which whoever has typed
 * on (`tell` says false) doesn't wait for.
 */
export async function look(text: Text, tell: (printing: Printing) => Promise<boolean>): Promise<Look> {
  let made: Awaited<ReturnType<typeof draftOf>>;
  try {
    made = await draftOf(text, (draft) => tell(printingOf(draft)));
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    const advice = thrown instanceof FaultyFile ? thrown.about.problems[0]?.message : undefined;
    const problem = ofFile('error', thrown.message, advice);
    return { findings: [{ problem }], isPrinted: false, variables: [] };
  }
  const { draft, problems } = made;
  const unused = worldOf(text.name)
    .unused()
    .map((each) => ofFile('info', each));
  const found = withRemedies(text.source, [...new Set([...problems, ...(draft?.found ?? []), ...unused])]);
  if (!draft) return { findings: found.map((problem) => ({ problem })), isPrinted: false, variables: [] };
  const printed = printedAt(draft, found);
  return {
    findings: found.map((problem, index) => ({ problem, printed: printed[index] })),
    isPrinted: true,
    variables: Object.keys(draft.plan.variables ?? {}),
  };
}
