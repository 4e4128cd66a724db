import { append } from '../text/long-lists.ts';
import { simplified } from '../text/script.ts';
import { inChineseBraces } from './full-width-comma.ts';
import type { JsonSchema } from './json.ts';
import { keyAlone } from './key-alone.ts';
import { keysJson, pairJson } from './keys-json.ts';
import { type Entry, type Node, pairs, type Scalar } from './node.ts';
import { firstOf } from './once.ts';
import { error, type Report } from './problem.ts';
import type { Role, RoleOf } from './role.ts';
import { unknownKey } from './unknown-key.ts';

/** How one kind of value is declared: reading it, and telling an editor about it. */
export interface Schema<T> {
  /** What is expected, as it stands in a message: “一行文字”. */
  readonly expects: string;
  /** The value, or undefined after a problem was reported. */
  read(node: Node, report: Report): T | undefined;
  json(): JsonSchema;
  /** The keys that a value, or an entry of it, has; nothing where it has none. */
  keysOf?(value: unknown): Keys | undefined;
  /** All keys that may stand inside, whatever the value is. */
  inside?(): readonly Names[];
}

/** A key of a map: one declaration gives its spellings, type, check, message and JSON Schema. */
export interface Key<T> {
  /** The Chinese name, Simplified; it is also the name in templates. Traditional spellings are found by `simplified`. */
  label: string;
  role: Role;
  schema: Schema<T>;
  /** Other spellings seen in real plans. */
  aliases: readonly string[];
  /** One Chinese sentence for the manual and the editor. */
  note: string;
}

export function key<T>(
  label: string,
  role: RoleOf<T>,
  schema: Schema<T>,
  note: string,
  aliases: readonly string[] = [],
): Key<T> {
  return { label, role, schema, note, aliases };
}

/** A key of a configuration. */
export function option<T>(
  label: string,
  schema: Schema<T>,
  note: string,
  aliases: readonly string[] = [],
): Key<T> {
  return { label, role: 'setting', schema, note, aliases };
}

export type Keys = Record<string, Key<unknown>>;
export type Fields<K extends Keys> = { [name in keyof K]?: K[name] extends Key<infer T> ? T : never };

/** Finds the name of a key by any of its spellings: Simplified, Traditional, English, alias. */
export class Names {
  readonly keys: Keys;
  readonly #names = new Map<string, string>();
  /** Every spelling a person would use, for “did you mean”. */
  readonly spellings: string[] = [];

  constructor(keys: Keys) {
    this.keys = keys;
    for (const [name, { label, aliases }] of Object.entries(keys)) {
      append(this.spellings, [label, ...aliases]);
      for (const spelling of [label, ...aliases, name]) this.#names.set(spelling.toLowerCase(), name);
    }
  }

  /** 组　长 is 组长: blanks inside are set for looks, as in Word. Those in front are an indent that has failed. */
  find(typed: string): string | undefined {
    const word = typed.includes(' ') || typed.includes('\u3000') ? typed.replace(inner, '') : typed;
    return this.#names.get(simplified(word).toLowerCase());
  }

  /** The Chinese names, those first whose schema takes a value. */
  offered(value: Node): string[] {
    const keys = Object.values(this.keys);
    const fitting = keys.filter(({ schema }) => accepts(schema, value));
    return [...new Set([...fitting, ...keys])].map(({ label }) => label);
  }
}

/** Whether a value could stand behind a key; nothing yet could stand anywhere. */
export function accepts(schema: Schema<unknown>, value: Node): boolean {
  let sound = true;
  if (value.kind !== 'empty')
    schema.read(value, () => {
      sound = false;
    });
  return sound;
}

const inner = /(?<=\S)[ \u3000]+/g;

/** Reports a value of the wrong shape. */
export function mismatch(schema: { expects: string }, node: Node, report: Report, what = '这里'): undefined {
  if (node.kind === 'empty' && node.reported) return undefined;
  const found = { scalar: '一段文字', list: '一个列表', map: '一组“键: 值”', empty: '空的' }[node.kind];
  const advice = node.kind === 'empty' ? undefined : instead(schema.expects, node.kind);
  return error(report, 'plan/shape', node, `${what}应是${schema.expects}，现在是${found}。`, advice);
}

/** What to write where a text is wanted and something else was. */
function instead(expects: string, kind: Node['kind']): string | undefined {
  if (expects !== '一段文字' && expects !== '一行文字') return undefined;
  if (kind === 'map') return '只写文字；文字里有“: ”的，给整个值加引号。';
  if (kind !== 'list') return undefined;
  return expects === '一段文字' ? '几段话写在“|”下面，段与段之间空一行。' : '不用列表，写成一行。';
}

export interface RecordSchema<K extends Keys> extends Schema<Fields<K>> {
  keys: K;
  names: Names;
}

interface ShortForms<Name extends string> {
  /** The key that a bare text stands for. */
  text?: Name;
  /** The two keys that `甲: 乙` stands for, where 甲 is no key of the record. */
  pair?: readonly [Name, Name];
  /** The key that gathers entries under keys of one's own which look like this, as a list of pairs. */
  gathered?: readonly [Name, RegExp];
}

/** A map with a fixed set of keys, each of which may be left out; and the short forms that stand for it. */
export function record<const K extends Keys>(
  keys: K,
  short: ShortForms<keyof K & string> = {},
): RecordSchema<K> {
  const names = new Names(keys);
  const schema: RecordSchema<K> = {
    keys,
    names,
    keysOf: () => keys,
    inside: () => [names],
    expects: short.text === undefined ? '一组“键: 值”' : '一段文字或一组“键: 值”',
    read(node, report) {
      const entries = spelledOut(node, short, names);
      if (entries === undefined) return mismatch(schema, node, report);
      const value: Record<string, unknown> = {};
      const seen = new Map<string, Scalar>();
      const gathered: Entry[] = [];
      for (const [name, entry] of entries) {
        if (name === undefined && short.gathered?.[1].test(simplified(entry.key.text))) {
          gathered.push(entry);
          value[short.gathered[0]] = undefined;
        } else if (name === undefined) unknownKey(entry, names, report);
        else if (firstOf(seen, name, entry.key, report))
          value[name] = readKey(keys[name] as Key<unknown>, entry, report);
      }
      if (short.gathered && gathered.length > 0)
        value[short.gathered[0]] = keys[short.gathered[0]]?.schema.read(pairs(node, gathered), report);
      for (const name of Object.keys(value)) if (value[name] === undefined) delete value[name];
      return value as Fields<K>;
    },
    json: () => {
      const full: JsonSchema = { type: 'object', additionalProperties: false, ...keysJson(keys) };
      if (short.gathered)
        full.patternProperties = { ...full.patternProperties, [short.gathered[1].source]: {} };
      const forms = [full];
      if (short.text !== undefined) forms.push((keys[short.text] as Key<unknown>).schema.json());
      if (short.pair !== undefined)
        forms.push(pairJson((keys[short.pair[1]] as Key<unknown>).schema.json(), keys));
      return forms.length === 1 ? full : { anyOf: forms };
    },
  };
  return schema;
}

/** The entries with the names of their keys; a short form is spelled out. Undefined when the node has another shape. */
function spelledOut(
  node: Node,
  short: ShortForms<string>,
  names: Names,
): [string | undefined, Entry][] | undefined {
  if (node.kind === 'scalar' && short.text !== undefined) return [[short.text, { key: node, value: node }]];
  if (node.kind !== 'map') return undefined;
  const [only] = node.entries;
  if (
    short.pair !== undefined &&
    node.entries.length === 1 &&
    only &&
    names.find(only.key.text) === undefined
  ) {
    return [
      [short.pair[0], { key: only.key, value: only.key }],
      [short.pair[1], only],
    ];
  }
  return node.entries.map((entry) => [names.find(entry.key.text), entry]);
}

/** Reads the value behind a key; a key with nothing behind it is reported here, once for all keys. */
export function readKey<T>(key: Key<T>, { key: typed, value }: Entry, report: Report): T | undefined {
  if (value.kind === 'empty' && value.reported) return undefined;
  if (value.kind === 'scalar' && key.schema.inside && inChineseBraces(value, report)) return undefined;
  if (value.kind === 'scalar' && keyAlone(key.schema.inside?.() ?? [], typed, value, report))
    return undefined;
  if (value.kind === 'empty') {
    return error(
      report,
      'plan/empty',
      typed,
      `“${typed.text}”后面没有内容。`,
      '填上内容；用不着就把这一行删去。',
    );
  }
  return key.schema.read(value, report);
}
