import { UserError } from './errors.ts';
import { refused } from './io/files.ts';
import { readingStandardInput } from './io/sources.ts';
import { isDoubleClick, isScreen, writer } from './io/standard.ts';
import { main } from './main.ts';
import { isDumb, isPainted } from './ui/painted.ts';

/** The process around `main`: the only place that knows process. */
export async function run(): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const { env } = process;
  const toScreen = await isScreen(2);
  const isWatched = toScreen && !env['CI'] && !isDumb(env);
  const outIsTerminal = await isScreen(1);
  let isStreaming = false;
  const streamed = <T>(stream: T): T => {
    isStreaming = true;
    return stream;
  };
  const typed = process.argv.slice(2);
  const argv = typed.length === 0 && isDoubleClick(env) ? ['open'] : typed;
  process.exitCode = await main(argv, {
    cwd: process.cwd(),
    out: writer(
      1,
      () => streamed(process.stdout).on('error', lost),
      () => process.exit(0),
    ),
    // Nobody is left to be told; the work goes on.
    say: writer(
      2,
      () => streamed(process.stderr),
      () => {},
    ),
    stdin: readAll,
    arriving: () => process.stdin,
    outIsTerminal,
    colour: isPainted(env, toScreen),
    outColour: isPainted(env, outIsTerminal),
    watched: isWatched,
    ...(isWatched && (await isScreen(0)) && { dialogue: dialogue() }),
    now: () => new Date(),
    env,
    signal: stop.signal,
  });
  // Node would end by itself, but first compile and take down what nobody needs. A stream may still have to say that what
  // it was given is lost.
  if (!isStreaming && process.getActiveResourcesInfo().length === 0) process.exit();
}

/** Standard input is opened only by who asks something: open, it keeps the process from ending. */
function dialogue(): NonNullable<Parameters<typeof main>[1]['dialogue']> {
  return {
    get input() {
      return process.stdin;
    },
    get output() {
      return process.stderr;
    },
  };
}

function lost(thrown: NodeJS.ErrnoException): void {
  if (thrown.code === 'EPIPE') process.exit(0);
  process.stderr.write(`✘ ${refused(thrown, '写到', '标准输出').message}\n`);
  process.exit(2);
}

/** It is kept in memory, twice for a moment; files are read piece by piece. */
const largest = 50 * 1024 * 1024;

async function readAll(): Promise<Uint8Array> {
  readingStandardInput();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > largest) throw new UserError('标准输入超过 50 MB；存成文件，用文件名给出。');
  }
  return Buffer.concat(chunks);
}
