import type { Judge } from '../engine/verdict.ts';
import { UserError } from '../errors.ts';
import type { Terminal } from '../ui/terminal.ts';

/** Tells what checking finds in the values of --set; with an error of the essential rules nothing is made. */
export function admitGiven(
  given: Readonly<Record<string, string>>,
  judge: Judge,
  terminal: Pick<Terminal, 'note'>,
): void {
  for (const [name, value] of Object.entries(given))
    for (const { severity, message, advice = '' } of judge(value, name)) {
      const said = `--set ${name}=${value.slice(0, 40)}：${message}${advice}`;
      if (severity === 'error') throw new UserError(`${said}照样要印就加 --force。`);
      terminal.note(said);
    }
}
