import { countWhile } from '../text/ascending.ts';
import { DataError } from './data-error.ts';
import type { Record } from './dotted.ts';
import { tableOfRecords } from './records.ts';
import { type Source, textOf } from './source.ts';
import type { Table, Value } from './table.ts';

/** Some ten thousand villages; all of it is in memory, three times over. */
const largest = 10_000_000;
const longest = 1_000_000;

/** A list of records, alone or as the only list of an object. */
export async function json(source: Source): Promise<Table> {
  const { name } = source;
  let text = '';
  for await (const piece of (await textOf(source))()) {
    text += piece;
    if (text.length > largest) throw new DataError(`${name} 超过一千万字；存成 .jsonl 或 CSV。`);
  }
  const read = parsed(text, name, 1);
  const list = Array.isArray(read) ? read : listIn(read);
  if (list === undefined) throw new DataError(`${name}：应是一列 [{"村名": "…"}, …]。`);
  return tableOfRecords(
    async function* () {
      for (const [index, each] of list.entries())
        yield { number: index + 1, record: record(each, `${name} 第${index + 1}条`) };
    },
    name,
    '条',
  );
}

/** A record a line, read as a stream. */
export async function jsonLines(source: Source): Promise<Table> {
  const { name } = source;
  const texts = await textOf(source);
  return tableOfRecords(
    async function* () {
      let number = 0;
      for await (const line of lines(texts())) {
        number++;
        if (line.length > longest) throw new DataError(`${name} 第${number}行超过一百万字。`);
        if (line.trim() !== '')
          yield { number, record: record(parsed(line, name, number), `${name} 第${number}行`) };
      }
    },
    name,
    '行',
  );
}

async function* lines(texts: AsyncIterable<string>): AsyncIterable<string> {
  let rest = '';
  for await (const text of texts) {
    rest += text;
    // A long line comes in many pieces, which aren't searched anew with each.
    if (!text.includes('\n') && rest.length <= longest) continue;
    const pieces = rest.split('\n');
    rest = pieces.pop() ?? '';
    yield* pieces;
    if (rest.length > longest) break;
  }
  yield rest;
}

/** Lists and records within each other; no table has a tenth of them, and what goes through them is safe. */
const deepest = 100;

/** Numbers are put in quotes before they are read, so that an ID of 18 digits keeps them all. */
function parsed(source: string, name: string, line: number): unknown {
  const outside = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|[[\]{}]/g;
  // What each list and record that is open has been called so far.
  const open: Set<string>[] = [];
  const token = (found: string, offset: number) => {
    const bad = (what: string) => new DataError(`${placed(source, offset, name, line)} ${what}`);
    if (found === '[' || found === '{') {
      if (open.push(new Set()) > deepest)
        throw bad(`层次太深，列表和“名称: 值”套了${deepest}层以上，读不下去；减少嵌套。`);
    } else if (found === ']' || found === '}') open.pop();
    else if (!found.startsWith('"')) return `"${found}"`;
    else if (isName(source, offset + found.length)) {
      const word = JSON.parse(found) as string;
      // Of two values with one name JSON keeps the last, and nobody would hear of the other.
      if (open.at(-1)?.has(word))
        throw bad(`“${word}”在一条里写了两次，不知道用哪一个；删去一个，或改名称。`);
      open.at(-1)?.add(word);
    }
    return found;
  };
  try {
    JSON.parse(source);
    return JSON.parse(source.replace(outside, token));
  } catch (thrown) {
    if (thrown instanceof DataError) throw thrown;
    throw new DataError(
      `${placed(source, brokenAt(source), name, line)} JSON 写得不对：少了引号、逗号或括号，或者多了逗号。`,
    );
  }
}

/** Where a text can't go on as JSON; of what was typed wrong the engine often tells no place. */
function brokenAt(source: string): number {
  return countWhile(source.length, (index) => isBeginning(source.slice(0, index + 1)));
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (thrown) {
    const { message } = thrown as Error;
    const position = /position (\d+)/.exec(message)?.[1];
    return position === undefined ? /end of JSON/.test(message) : Number(position) === text.length;
  }
}

function isName(source: string, behind: number): boolean {
  let at = behind;
  while (/\s/.test(source.charAt(at))) at++;
  return source.charAt(at) === ':';
}

/** A place in a file of which a text begins in some line. */
function placed(source: string, offset: number, name: string, line: number): string {
  const before = source.slice(0, offset).split('\n');
  return `${name}:${line + before.length - 1}:${(before.at(-1)?.length ?? 0) + 1}`;
}

function listIn(value: unknown): unknown[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const lists = Object.values(value).filter(Array.isArray);
  return lists.length === 1 ? lists[0] : undefined;
}

function record(value: unknown, where: string): Record {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new DataError(`${where}：应是 {"名称": "值"}。`);
  return asValue(value) as Record;
}

function asValue(value: unknown): Value {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map(asValue);
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asValue(each)]));
  return String(value);
}
