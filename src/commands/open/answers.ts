import { UserError } from '../../errors.ts';
import type { ServedFolder } from '../../io/served.ts';

/** A request that may be answered. */
export interface Request {
  method: string;
  /** Behind the token, decoded: “files/计划.yaml”. */
  path: string;
  /** The version that is to be written over; undefined where nothing is. */
  ifMatch: string | undefined;
  body(): Promise<Buffer>;
}

export interface Answer {
  status: number;
  type?: string;
  version?: string;
  body?: string | Uint8Array;
}

/** What stands behind the page. */
export interface Behind {
  page(): Uint8Array;
  folder: ServedFolder;
  /** The plan that was asked for, or a Word file that is to become one. */
  plan?: string;
  foreign?: string;
  /** A configuration that lies above the folder, where the page can't see it. */
  above: string | undefined;
  /** Puts a document into the folder; false where one lies there that somebody has edited. */
  put(name: string, bytes: Uint8Array): Promise<boolean>;
  /** The pages of a plan as LibreOffice sets them, as a PDF. */
  proof(name: string, source: Buffer): Promise<Uint8Array>;
}

/** Answers a request of the page; what a person has to know comes as a sentence. */
export async function answer(request: Request, behind: Behind): Promise<Answer> {
  const [, place = '', name = ''] = /^([^/]*)\/?(.*)$/s.exec(request.path) ?? [];
  const way = `${request.method} ${place}`;
  try {
    if (way === 'GET ') return { status: 200, type: 'text/html; charset=utf-8', body: behind.page() };
    if (way === 'GET files' && name === '')
      return json({ plan: behind.plan, foreign: behind.foreign, files: behind.folder.names() });
    if (way === 'GET beside' && name === '')
      return json({ names: behind.folder.beside(), above: behind.above });
    if (way === 'GET files') return given(behind.folder, name);
    if (way === 'PUT files') return await saved(behind.folder, name, request);
    if (way === 'POST proof') {
      const body = await behind.proof(name, await request.body());
      return { status: 200, type: 'application/pdf', body };
    }
    if (way === 'POST made') return json({ isMade: await behind.put(name, await request.body()) });
    return { status: 404 };
  } catch (thrown) {
    if (thrown instanceof UserError) return { ...json({ message: thrown.message }), status: 422 };
    throw thrown;
  }
}

function given(folder: ServedFolder, name: string): Answer {
  const file = folder.read(name);
  return file
    ? { status: 200, type: 'application/octet-stream', version: file.version, body: file.bytes }
    : { status: 404 };
}

/** 412 where the file isn't what the page has seen: someone else has saved it, made it or taken it away. */
async function saved(folder: ServedFolder, name: string, { ifMatch, body }: Request): Promise<Answer> {
  const version = folder.save(name, await body(), ifMatch);
  return version === undefined ? { status: 412 } : { ...json({ version }), version };
}

function json(value: unknown): Answer {
  return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}
