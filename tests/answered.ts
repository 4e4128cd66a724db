import { PassThrough } from 'node:stream';
import { pingan } from './run.ts';

export const left = '\u001B[D';
export const down = '\u001B[B';
/** The keys of what is typed: an arrow is sent whole. */
const keys = (typed: string) =>
  typed
    .split(new RegExp(`(${[left, down].map((key) => key.replace('[', '\\[')).join('|')}|)`, 'u'))
    .filter(Boolean);

/** What a person types at each question, when it has been asked. */
export async function answered(
  args: string[],
  cwd: string,
  answers: readonly [asked: string, typed: string][],
) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  let next = 0;
  output.on('data', (chunk) => {
    shown += chunk;
    const [question, typed] = answers[next] ?? [];
    if (question === undefined || typed === undefined || !shown.includes(question)) return;
    shown = '';
    next++;
    // A key at a time, as a terminal sends them.
    for (const [index, key] of keys(typed).entries()) setTimeout(() => input.write(key), 20 * (index + 1));
  });
  const run = await pingan(args, cwd, { dialogue: { input, output } });
  return { ...run, unasked: answers.slice(next).map(([question]) => question) };
}
