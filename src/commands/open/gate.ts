import { timingSafeEqual } from 'node:crypto';

/** What of a request decides whether it is answered. */
export interface Asking {
  /** The path and what follows it. */
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Where the desk is served. */
export interface Served {
  port: number;
  /** In every path; who doesn't know it isn't the page that pingan has opened. */
  token: string;
}

/** Names of this machine: a page of a stranger can make its own name lead here, but has to say it. */
const names = ['127.0.0.1', 'localhost'];

/** The path behind the token, or the status that refuses a request. */
export function admitted({ url, headers }: Asking, { port, token }: Served): string | 403 | 404 | 421 {
  const hosts = names.map((name) => `${name}:${port}`);
  if (!hosts.includes(one(headers['host']) ?? '')) return 421;
  const origin = one(headers['origin']);
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return 403;
  // Where the browser says who asks, only the page itself and the address line may.
  if (!['same-origin', 'none'].includes(one(headers['sec-fetch-site']) ?? 'none')) return 403;
  const [, given, path] = /^\/([^/?#]*)\/([^?#]*)$/.exec(url.replace(/[?#].*$/s, '')) ?? [];
  if (given === undefined || path === undefined || !isEqual(given, token)) return 404;
  return decoded(path) ?? 404;
}

function one(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.join();
}

/** Takes as long wherever the two differ. */
function isEqual(given: string, token: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(token)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
