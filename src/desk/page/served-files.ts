import { later } from './dom.ts';
import { Refused } from './engine.ts';
import { type FileInfo, type Files, type FileText, type FolderBehind, Stale } from './files.ts';

/** What plans may use; other plans are read when they are opened. */
const used = /\.(?:hbs|txt|csv|tsv|docx|png|jpe?g)$|pingan\.config\.ya?ml$/i;

/** The folder behind `pingan open`: a file goes by its name below it. */
export class ServedFiles implements Files {
  readonly where = '存在文件夹里';
  readonly keeps = 'folder';
  readonly folder: FolderBehind = {
    given: async () => ({ at: location.href }),
    watch: (changed) => {
      const soon = later(() => 100, changed);
      this.#heard().addEventListener('changed', ({ data }: MessageEvent<string>) => {
        if (used.test(JSON.parse(data))) soon();
      });
    },
    put: async (name, bytes) => {
      const response = await asked(placeOf('made', name), { method: 'POST', body: bytes as BodyInit });
      return ((await response.json()) as { isMade: boolean }).isMade;
    },
  };
  readonly #decode: (bytes: Uint8Array) => Promise<string>;
  #events: EventSource | undefined;

  /** `decode` reads a plan in whatever Chinese encoding it has. */
  constructor(decode: (bytes: Uint8Array) => Promise<string>) {
    this.#decode = decode;
  }

  /** The plan that `pingan open` was given, or the Word file that is to become one. */
  async first(): Promise<{ plan?: string; foreign?: File }> {
    const { plan, foreign } = await this.#told();
    if (foreign === undefined) return plan === undefined ? {} : { plan };
    const bytes = await (await asked(placeOf('files', foreign))).arrayBuffer();
    return { foreign: new File([bytes], foreign) };
  }

  async list(): Promise<readonly FileInfo[]> {
    const { files } = await this.#told();
    return files
      .filter(({ name }) => /\.ya?ml$/i.test(name))
      .map(({ name, changed }) => ({ id: name, name, changed }))
      .sort((a, b) => b.changed - a.changed);
  }

  async read(id: string): Promise<FileText | undefined> {
    const response = await asked(placeOf('files', id), {}, 404);
    if (!response.ok) return undefined;
    const text = await this.#decode(new Uint8Array(await response.arrayBuffer()));
    return { id, name: id, changed: Date.now(), text, version: versionOf(response) };
  }

  /** A new name beside files that have it already is made another one; a file under another name is a copy. */
  async save({ id, name, text, version }: Parameters<Files['save']>[0]): Promise<FileText> {
    const isNew = id === undefined || id !== name;
    for (let number = 1; ; number++) {
      const called = isNew && number > 1 ? name.replace(/(?=\.[^.]*$)/, `（${number}）`) : name;
      const headers: Record<string, string> =
        isNew || version === undefined ? { 'If-None-Match': '*' } : { 'If-Match': version };
      const response = await asked(placeOf('files', called), { method: 'PUT', headers, body: text }, 412);
      if (response.ok)
        return { id: called, name: called, text, changed: Date.now(), version: versionOf(response) };
      if (!isNew) throw new Stale();
    }
  }

  /** Files of the disk are taken away there. */
  async remove(): Promise<void> {}

  watch(id: string, changed: () => void): () => void {
    const events = this.#heard();
    const hear = ({ data }: MessageEvent<string>) => {
      if (JSON.parse(data) === id) changed();
    };
    events.addEventListener('changed', hear);
    return () => events.removeEventListener('changed', hear);
  }

  #heard(): EventSource {
    this.#events ??= new EventSource('events');
    return this.#events;
  }

  async #told(): Promise<{ plan?: string; foreign?: string; files: { name: string; changed: number }[] }> {
    // Whoever looks at the page is there, though nothing is open yet.
    this.#heard();
    return (await asked('files')).json();
  }
}

/** The exact pages of a plan, as LibreOffice sets them. */
export async function proofOf(name: string, text: string): Promise<Uint8Array> {
  const response = await asked(placeOf('proof', name), { method: 'POST', body: text });
  return new Uint8Array(await response.arrayBuffer());
}

/** Whether there is a folder behind the page. */
export const isServed = location.protocol === 'http:';

const placeOf = (what: string, name: string) => `${what}/${encodeURIComponent(name)}`;

function versionOf(response: Response): string {
  return response.headers.get('ETag') ?? '';
}

/** An answer that is one, or the status that is expected. */
async function asked(place: string, request: RequestInit = {}, expected?: number): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(place, request);
  } catch {
    throw new Refused(
      'pingan open 已经结束了。写的还在这一页上：再运行一次 pingan open，复制过去；或者“交出”计划文件。',
    );
  }
  if (response.ok || response.status === expected) return response;
  const { message } = (await response.json().catch(() => ({}))) as { message?: string };
  throw new Refused(message ?? `pingan open 不肯做（${response.status}）。`);
}
