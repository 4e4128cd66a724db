import type { Judge } from '../engine/verdict.ts';
import { UserError } from '../errors.ts';
import { nearest } from '../text/nearest.ts';
import type { Terminal } from '../ui/terminal.ts';

interface About {
  /** The plan as it was typed, and the names that are used. */
  name: string;
  used: ReadonlySet<string>;
  judge: Judge;
}

/**
 * Tells what checking finds in the values of --set, and which of them nothing prints: a slip in a name would leave the
 * plan's own value. With an error of the essential rules nothing is made.
 */
export function admitGiven(
  given: Readonly<Record<string, string>>,
  { name: plan, used, judge }: About,
  terminal: Pick<Terminal, 'note'>,
): void {
  for (const name of Object.keys(given)) {
    if (isUsed(name, used)) continue;
    const near = nearest(name, [...used]);
    const way = near === undefined ? `写了 {{${name}}} 的地方才印它的值。` : `是不是“${near}”？`;
    terminal.note(`${plan} 里没有用到 --set 给的“${name}”，${way}`);
  }
  for (const [name, value] of Object.entries(given))
    for (const { severity, message, advice = '' } of judge(value, name)) {
      const said = `--set ${name}=${value.slice(0, 40)}：${message}${advice}`;
      if (severity === 'error') throw new UserError(`${said}照样要印就加 --force。`);
      terminal.note(said);
    }
}

function isUsed(name: string, used: ReadonlySet<string>): boolean {
  if (used.has(name)) return true;
  return [...used].some((each) => each.startsWith(`${name}.`) || name.startsWith(`${each}.`));
}
