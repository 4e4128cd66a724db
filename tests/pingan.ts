import type { Host } from '../src/commands/host.ts';
import { main } from '../src/main.ts';

export interface Run {
  code: number;
  out: string;
  bytes: Buffer;
  err: string;
}

type Typed = Partial<Host> & { input?: string | Uint8Array };

/** Runs a command line in this process, in a folder, as a clerk would type it. */
export const runs =
  (program: typeof main) =>
  async (args: readonly string[], cwd: string, more: Typed = {}): Promise<Run> => {
    const out: Buffer[] = [];
    let err = '';
    let input = more.input ?? '';
    const code = await program(args, {
      cwd,
      out: (bytes) => void out.push(Buffer.from(bytes as Uint8Array)),
      say: (text) => {
        err += text;
      },
      // What was read is gone.
      stdin: async () => {
        const given = Buffer.from(input);
        input = '';
        return given;
      },
      async *arriving() {
        yield Buffer.from(more.input ?? '');
      },
      outIsTerminal: false,
      colour: false,
      outColour: false,
      now: () => new Date(2026, 2, 5),
      watched: false,
      env: {},
      signal: new AbortController().signal,
      ...more,
    });
    const bytes = Buffer.concat(out);
    return { code, out: bytes.toString(), bytes, err };
  };

export const pingan = runs(main);
