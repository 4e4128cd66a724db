import path from 'node:path';
import { deliver, withContent } from '../../io/door.ts';
import { planJson } from '../../plan/json.ts';
import { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';

interface Wanted {
  output?: string;
  force?: boolean;
}

export function run({ output = '-', force = false }: Wanted, host: Host): void {
  const schema = planJson();
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (output === '-') {
    host.out(text);
    return;
  }
  const isOurs = withContent((bytes) => titleOf(bytes.toString()) === schema.title);
  const file = path.resolve(host.cwd, output);
  deliver({ file, shown: output, what: 'JSON Schema', isOurs, force }, Buffer.from(text));
  new Terminal(host).done(`已存成 ${output}`);
}

function titleOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { title?: unknown } | null)?.title;
  } catch {
    return undefined;
  }
}
