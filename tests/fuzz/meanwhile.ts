import { connect } from 'node:net';
import { setTimeout as waited } from 'node:timers/promises';
import { pingan, type Run } from '../pingan.ts';
import { put } from './left.ts';
import type { Scenario } from './scenario.ts';

/** Milliseconds after which an answer is no longer waited for, and between two things that somebody saves. */
const patience = 1000;
const pause = 120;

/** What comes of a command that goes on until it is told to end, and what it answered meanwhile. */
export async function meanwhile(
  args: readonly string[],
  cwd: string,
  { later = [], requests = [] }: Scenario,
): Promise<{ run: Run; answers: string }> {
  const end = new AbortController();
  let answers = '';
  let opened = (_: string) => {};
  const url = new Promise<string>((resolve) => {
    opened = resolve;
  });
  const ended = pingan(args, cwd, { signal: end.signal, out: (bytes) => opened(bytes.toString().trim()) });
  const visited = async () => {
    const where = new URL(await url);
    for (const request of requests) answers += await answered(where, request);
  };
  const saved = async () => {
    for (const files of later) {
      await waited(pause);
      put(cwd, files);
    }
    await waited(pause);
  };
  await Promise.race([ended, requests.length > 0 ? visited() : saved()]);
  end.abort();
  return { run: await ended, answers };
}

function answered({ host, port, pathname }: URL, request: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1');
    let answer = '';
    const end = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(patience, end);
    socket.on('error', end).on('close', end);
    socket.on('data', (piece) => {
      answer += piece;
      if (/\r\n\r\n/.test(answer)) setTimeout(end, 5);
    });
    socket.write(request.replace('@', pathname).replace('Host: @', `Host: ${host}`));
  });
}
