import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crashed } from '../../errors.ts';
import { type Answer, answer, type Behind } from './answers.ts';
import { deserting, type Patience } from './desertion.ts';
import { admitted } from './gate.ts';

/** A desk that is being served. */
export interface Serving {
  url: string;
  /** Tells all open pages of a file that has changed. */
  tell(name: string): void;
  /** Comes when the last page has been closed for a while. */
  deserted: Promise<void>;
  close(): Promise<void>;
}

const largest = 20 * 1024 * 1024;

/** Nothing is kept by the browser, shown within another page, or told to another. */
const always = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** Serves the desk on the loopback of this machine, at a port of the system's choice. */
export async function serve(behind: Behind, token: string, patience: Patience): Promise<Serving> {
  const pages = new Set<ServerResponse>();
  const desertion = deserting(patience);
  const server = createServer((request, response) => {
    const path = admitted(
      { url: request.url ?? '', headers: request.headers },
      { port: portOf(server), token },
    );
    if (typeof path === 'number') return end(response, { status: path });
    if (path === 'events' && request.method === 'GET') return listen(response);
    answered(request, path, behind).then(
      (made) => end(response, made),
      (thrown) => end(response, failed(thrown)),
    );
  });

  function listen(response: ServerResponse): void {
    response.writeHead(200, { ...always, 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.write(': hello\n\n');
    pages.add(response);
    desertion.stop();
    response.on('close', () => {
      pages.delete(response);
      if (pages.size === 0) desertion.start(patience.again);
    });
  }

  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server)}/${token}/`,
    tell: (name) => {
      for (const page of pages) page.write(`event: changed\ndata: ${JSON.stringify(name)}\n\n`);
    },
    deserted: desertion.over,
    close: () => {
      desertion.stop();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

function answered(request: IncomingMessage, path: string, behind: Behind): Promise<Answer> {
  const { method = '', headers } = request;
  const ifMatch = /^"([0-9a-f]+)"$/.exec(headers['if-match'] ?? '')?.[1];
  // Who says neither hasn't looked at what may be there.
  if (method === 'PUT' && ifMatch === undefined && headers['if-none-match'] !== '*')
    return Promise.resolve({ status: 428 });
  return answer({ method, path, ifMatch, body: () => bodyOf(request) }, behind);
}

class TooLarge extends Error {}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += (piece as Buffer).length;
    if (size > largest) throw new TooLarge();
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}

function failed(thrown: unknown): Answer {
  if (thrown instanceof TooLarge) return { status: 413 };
  const body = JSON.stringify({ message: crashed(thrown) });
  return { status: 500, type: 'application/json; charset=utf-8', body };
}

function end(response: ServerResponse, { status, type, version, body }: Answer): void {
  response.writeHead(status, {
    ...always,
    ...(type !== undefined && { 'Content-Type': type }),
    ...(version !== undefined && { ETag: `"${version}"` }),
    // What was too large or refused isn't read to its end.
    ...(status >= 400 && { Connection: 'close' }),
  });
  response.end(body);
}
