import { crashed, UserError } from '../errors.ts';
import { type Asked, answers, capabilities } from './answers.ts';
import { findings } from './findings.ts';
import { OpenTexts } from './open-texts.ts';
import { framed, type Message, messages } from './wire.ts';

interface Rim {
  cwd: string;
  version: string;
  send(text: string): void;
}

/** Changes that come at once are looked at once. */
const pause = 15;

/** Codes of JSON-RPC and of the protocol. */
const codes = {
  notJson: -32700,
  invalid: -32600,
  unknown: -32601,
  broken: -32603,
  notYet: -32002,
  refused: -32803,
};

/** Speaks with an editor until it says goodbye; false where it went without. */
export async function serve(input: AsyncIterable<Uint8Array>, rim: Rim): Promise<boolean> {
  const server = new Server(rim);
  for await (const message of messages(input)) if (!(await server.take(message))) break;
  server.stop();
  return server.hasEnded;
}

class Server {
  readonly #rim: Rim;
  readonly #texts: OpenTexts;
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  #state: 'new' | 'running' | 'ended' = 'new';
  #snippets = false;

  constructor(rim: Rim) {
    this.#rim = rim;
    this.#texts = new OpenTexts(rim.cwd);
  }

  get hasEnded(): boolean {
    return this.#state === 'ended';
  }

  /** False when there is nothing more to wait for. */
  async take(message: Message | undefined): Promise<boolean> {
    if (message?.method === 'exit') return false;
    if (message === undefined) this.#refuse(null, codes.notJson, '看不懂的消息：不是 JSON。');
    else if (message.id !== undefined && message.method !== undefined) await this.#answer(message);
    else if (message.method !== undefined && this.#state === 'running') this.#hear(message);
    return true;
  }

  stop(): void {
    for (const waiting of this.#waiting.values()) clearTimeout(waiting);
  }

  async #answer({ id, method = '', params }: Message): Promise<void> {
    try {
      if (this.#state === 'ended') return this.#refuse(id, codes.invalid, '已经结束了。');
      if (method === 'initialize') return this.#send({ id, result: this.#begin(params) });
      if (this.#state === 'new') return this.#refuse(id, codes.notYet, '还没有 initialize。');
      if (method === 'shutdown') {
        this.#state = 'ended';
        return this.#send({ id, result: null });
      }
      const answer = answers.get(method);
      if (answer === undefined) return this.#refuse(id, codes.unknown, `没有“${method}”。`);
      if (!isAsked(params))
        return this.#refuse(id, codes.invalid, `“${method}”没有说明是哪一个文件、哪一处。`);
      const around = { texts: this.#texts, snippets: this.#snippets };
      this.#send({ id, result: (await answer(params, around)) ?? null });
    } catch (thrown) {
      if (thrown instanceof UserError) this.#refuse(id, codes.refused, thrown.message);
      else this.#refuse(id, codes.broken, crashed(thrown));
    }
  }

  #begin(params: unknown): object {
    this.#state = 'running';
    const asked = params as
      | { capabilities?: { textDocument?: { completion?: Completion } } }
      | null
      | undefined;
    this.#snippets = asked?.capabilities?.textDocument?.completion?.completionItem?.snippetSupport === true;
    return { capabilities, serverInfo: { name: 'pingan', version: this.#rim.version } };
  }

  #hear(message: Message): void {
    try {
      this.#heed(message);
    } catch (thrown) {
      this.#log(crashed(thrown));
    }
  }

  #heed({ method, params }: Message): void {
    if (method === 'workspace/didChangeWatchedFiles' || method === 'textDocument/didSave') {
      // A configuration, a template or a file beside a plan may be another one now.
      this.#texts.forget();
      for (const uri of this.#texts.uris) this.#lookSoon(uri);
    }
    if (!isAbout(params)) return;
    const { uri } = params.textDocument;
    if (method === 'textDocument/didOpen' || method === 'textDocument/didChange') {
      if (this.#texts.take(params)) this.#lookSoon(uri);
      else this.#log(`“${method}”没有把 ${uri} 整篇传来，不理会。`);
    } else if (method === 'textDocument/didClose') {
      this.#texts.close(uri);
      this.#tell('textDocument/publishDiagnostics', { uri, diagnostics: [] });
    }
  }

  #lookSoon(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.set(
      uri,
      setTimeout(() => void this.#publish(uri), pause),
    );
  }

  async #publish(uri: string): Promise<void> {
    this.#waiting.delete(uri);
    try {
      const look = await this.#texts.look(uri);
      // Another text may have come meanwhile.
      if (look === undefined || look.text !== this.#texts.text(uri)) return;
      const { version } = look.text;
      this.#tell('textDocument/publishDiagnostics', {
        uri,
        diagnostics: findings(look),
        ...(version !== undefined && { version }),
      });
    } catch (thrown) {
      this.#log(crashed(thrown));
    }
  }

  #log(message: string): void {
    this.#tell('window/logMessage', { type: 1, message });
  }

  #tell(method: string, params: object): void {
    this.#send({ method, params });
  }

  #refuse(id: Message['id'], code: number, message: string): void {
    this.#send({ id: id ?? null, error: { code, message } });
  }

  #send(message: object): void {
    this.#rim.send(framed(message));
  }
}

interface Completion {
  completionItem?: { snippetSupport?: boolean };
}

function isAbout(params: unknown): params is Pick<Asked, 'textDocument'> {
  const { textDocument } = (params ?? {}) as { textDocument?: { uri?: unknown } };
  return typeof textDocument?.uri === 'string';
}

/** Whether a question says where: places and ranges are numbers, where there are any. */
function isAsked(params: unknown): params is Asked {
  if (!isAbout(params)) return false;
  const { position, range } = params as Partial<Asked>;
  const places = [position, range?.start, range?.end].filter((each) => each !== undefined);
  return places.every((each) => Number.isInteger(each?.line) && Number.isInteger(each?.character));
}
