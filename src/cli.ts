import { main } from './main.ts';

/** The process around `main`: the only place that knows process. */
export async function run(): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  // A reader that has seen enough (pingan gen … | head) closes the pipe; that is no error of ours.
  process.stdout.on('error', (thrown: NodeJS.ErrnoException) =>
    process.exit(thrown.code === 'EPIPE' ? 0 : 70),
  );
  process.exitCode = await main(process.argv.slice(2), {
    cwd: process.cwd(),
    out: (bytes) => void process.stdout.write(bytes),
    say: (text) => void process.stderr.write(text),
    stdin: readAll,
    outIsTerminal: process.stdout.isTTY ?? false,
    colour: (process.stderr.isTTY ?? false) && !process.env['NO_COLOR'] && !process.env['CI'],
    watched: (process.stderr.isTTY ?? false) && !process.env['CI'],
    env: process.env,
    signal: stop.signal,
  });
}

async function readAll(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
