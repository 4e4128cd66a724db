import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { changes } from './operators.mjs';

const wrappers = /^TS(As|NonNull|Satisfies)Expression$/;
const loops = /^(While|DoWhile|For|ForOf|ForIn)Statement$/;

/** The mutants of a file, each with the node (`host`) before which it is asked which one is meant. */
function look(file, source) {
  const mutants = [];
  const functions = [];
  const turns = [];
  const walk = (node, parent, key, chain) => {
    if (node.type.startsWith('TS') && !wrappers.test(node.type)) return;
    const asked = key === 'test' && parent.type !== 'SwitchCase';
    // A chain is left as a whole where a link of it is missing, so it is replaced as a whole.
    const host = chain ?? node;
    for (const change of changes(node, source, { parent, key, asked }))
      mutants.push({ file, host, ...change });
    if (/Function/.test(node.type) && node.body) functions.push(node.body);
    if (loops.test(node.type)) turns.push(node.body);
    for (const [name, child] of Object.entries(node)) {
      const link =
        name === 'object' || name === 'callee' || (name === 'expression' && wrappers.test(node.type));
      const within = node.type === 'ChainExpression' ? node : link ? chain : undefined;
      for (const each of Array.isArray(child) ? child : [child])
        if (typeof each?.type === 'string') walk(each, node, name, within);
    }
  };
  walk(parseSync(file, source).program, {}, '', undefined);
  return { mutants, functions, turns };
}

const files = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => path.posix.join(folder, name));

/** All mutants of the files of a folder, in their order. */
export function mutantsOf(folder, isWanted) {
  return files(folder)
    .filter(isWanted)
    .flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      const lines = source.split('\n');
      return look(file, source).mutants.map(({ start, end, text }) => {
        const before = source.slice(0, start).split('\n');
        return {
          file,
          start,
          end,
          text,
          line: before.length,
          column: (before.at(-1) ?? '').length + 1,
          original: source.slice(start, end),
          context: (lines[before.length - 1] ?? '').trim(),
        };
      });
    });
}

/**
 * A file in which all mutants stand side by side; `__mutant(id)` says which one is meant. Functions tell that they are
 * called, and loops that they turn, so that one without end is left.
 */
export function instrumented(file, source, wanted) {
  const { mutants, functions, turns } = look(file, source);
  const ids = new Map(wanted.map(({ id, start, end, text }) => [`${start} ${end} ${text}`, id]));
  const hosts = new Map();
  for (const { host, ...change } of mutants) {
    const id = ids.get(`${change.start} ${change.end} ${change.text}`);
    if (id !== undefined) hosts.set(host, [...(hosts.get(host) ?? []), { id, ...change }]);
  }
  const opened = [];
  const closed = [];
  const wrap = (start, end, before, after) => {
    opened.push({ at: start, other: end, text: before });
    closed.push({ at: end, other: start, text: after });
  };
  // In front of the mutants of the same place, since a loop turns whatever is left of its body.
  const first = (body, text) => ({ at: body.start + 1, other: Number.POSITIVE_INFINITY, text });
  const name = JSON.stringify(file);
  // A table has nothing that could be called.
  if (functions.length === 0)
    opened.push({ at: 0, other: Number.POSITIVE_INFINITY, text: `__still(${name});` });
  for (const body of functions)
    if (body.type === 'BlockStatement') opened.push(first(body, `__called(${name});`));
    else wrap(body.start, body.end, `(__called(${name}),`, ')');
  for (const body of turns)
    if (body.type === 'BlockStatement') opened.push(first(body, '__turned();'));
    else wrap(body.start, body.end, '{__turned();', '}');
  for (const [host, own] of hosts)
    if (host.type === 'BlockStatement')
      wrap(host.start + 1, host.end - 1, `if(!__mutant(${own[0].id})){`, '}');
    else {
      const text = ({ start, end, text }) =>
        source.slice(host.start, start) + text + source.slice(end, host.end);
      if (host.type === 'ExpressionStatement')
        wrap(host.start, host.end, `{if(!__mutant(${own[0].id})){`, '}}');
      else
        wrap(
          host.start,
          host.end,
          `(${own.map((each) => `__mutant(${each.id})?(${text(each)}):`).join('')}(`,
          '))',
        );
    }
  closed.sort((a, b) => a.at - b.at || b.other - a.other);
  opened.sort((a, b) => a.at - b.at || b.other - a.other);
  let result = '';
  let index = 0;
  const pieces = [
    ...closed.map((each) => ({ ...each, order: 0 })),
    ...opened.map((each) => ({ ...each, order: 1 })),
  ];
  for (const { at, text } of pieces.sort((a, b) => a.at - b.at || a.order - b.order)) {
    result += source.slice(index, at) + text;
    index = at;
  }
  return result + source.slice(index);
}
