import type { Chance } from './chance.ts';
import { mutated } from './mutation.ts';
import { short, tables } from './samples.ts';
import type { Scenario } from './scenario.ts';

/** What may stand where a number is asked for. */
const numbers = [0, 1, 2, 3, 5, 8, 20, -1, 1e9, 1e300, 0.5, null, '1', [], {}, undefined];

/** What an editor says to the language server, and what no editor should. */
export function conversation(made: Scenario, chance: Chance): void {
  const source = made.files['计划.yaml'] ?? '';
  const uri = chance.one([
    'file:///tmp/a/计划.yaml',
    'untitled:1',
    'file:///%ff',
    'http://a/b.yaml',
    '',
    'x',
  ]);
  const textDocument = { uri, version: chance.one(numbers), languageId: 'yaml' };
  const place = () => ({ line: chance.one(numbers), character: chance.one(numbers) });
  const asked = () => ({
    textDocument,
    position: place(),
    range: { start: place(), end: place() },
    newName: mutated('村', chance),
    context: chance.one([{ diagnostics: [], only: ['source'] }, { includeDeclaration: true }, null]),
    contentChanges: [{ text: mutated(source, chance) }],
    text: source,
  });
  const methods = [
    ...['completion', 'hover', 'definition', 'references', 'prepareRename', 'rename', 'documentSymbol'],
    ...['codeAction', 'formatting', 'didChange', 'didSave', 'didClose'],
  ].map((name) => `textDocument/${name}`);
  const others = [
    'pingan/pages',
    'workspace/didChangeWatchedFiles',
    '$/cancelRequest',
    'constructor',
    'shutdown',
  ];
  const said: unknown[] = [
    { id: 0, method: 'initialize', params: { capabilities: {} } },
    { method: 'textDocument/didOpen', params: { textDocument: { ...textDocument, text: source } } },
  ];
  for (let id = 1 + chance.below(6); id > 0; id--)
    said.push({ id, method: chance.is(0.8) ? chance.one(methods) : chance.one(others), params: asked() });
  if (chance.is(0.2)) said.splice(chance.below(said.length), 1, chance.one([null, 1, [], '甲', {}]));
  const frames = said.map((each) => framed(JSON.stringify(each), chance)).join('');
  made.input = chance.is(0.3) ? mutated(frames, chance) : frames;
  made.args = ['lsp', '--stdio'];
}

function framed(text: string, chance: Chance): string {
  const length = Buffer.byteLength(text) + (chance.is(0.02) ? chance.one([1, -1, 1e9]) : 0);
  return `Content-Length: ${length}\r\n\r\n${text}`;
}

const [plan, secret, link] = ['计划.yaml', '秘密.yaml', '链接'].map(encodeURIComponent);
const places = [
  ...[
    '',
    'files',
    'files/',
    'beside',
    'secret',
    'events',
    'made/a.docx',
    'made/a.docx/b',
    'files/.git%2fconfig',
  ],
  ...['files/%00', 'files/%ff', 'files//etc/passwd', 'files/C:%5ca.yaml', `files/${link}/${secret}`],
  ...[
    `files/%2e%2e%2f${secret}`,
    `files/../${secret}`,
    `files/..%5c${secret}`,
    `files/a/..%2f..%2f${secret}`,
  ],
];

/** What is asked of the desk's server, of which `@` is the path that only its page knows. */
export function visit(made: Scenario, chance: Chance): void {
  made.files = { '秘密.yaml': '标题: 秘密的话\n', '内/计划.yaml': made.files['计划.yaml'] ?? '' };
  made.args = ['open', '内', '--no-browser'];
  made.requests = Array.from({ length: 1 + chance.below(4) }, () => {
    const place = chance.is(0.5) ? `files/${plan}` : chance.one(places);
    const body = chance.is(0.5) ? mutated(short, chance) : '';
    const heads = [
      `${chance.one(['GET', 'GET', 'PUT', 'POST', 'DELETE', 'OPTIONS'])} @${place} HTTP/1.1`,
      `Host: ${chance.is(0.9) ? '@' : 'evil.example'}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      ...(chance.is(0.5) ? [chance.one(['If-None-Match: *', 'If-Match: "0"', 'If-Match: "a", "b"'])] : []),
      ...(chance.is(0.1) ? ['Origin: http://evil.example'] : []),
    ];
    const request = `${heads.join('\r\n')}\r\n\r\n${body}`;
    return chance.is(0.2) ? mutated(request, chance) : request;
  });
}

/** A plan that is saved again and again while somebody watches it. */
export function watch(made: Scenario, chance: Chance): void {
  made.args = ['gen', '计划.yaml', '-f', chance.one(['md', 'docx', 'html']), '--watch'];
  if (chance.is(0.3)) made.args.push('--force');
  made.later = Array.from({ length: 1 + chance.below(3) }, () =>
    chance.is(0.8)
      ? { '计划.yaml': mutated(short, chance) }
      : { '模板/partials/标题.hbs': mutated('# {{标题}}\n', chance), '村.csv': tables['村.csv'] ?? '' },
  );
}
