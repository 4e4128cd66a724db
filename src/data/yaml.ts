import { parseYaml } from '../notation/yaml.ts';
import type { Node } from '../schema/node.ts';
import type { Problem } from '../schema/problem.ts';
import { brokenText, decode } from '../text/encoding.ts';
import { Lines } from '../text/lines.ts';
import { DataError } from './data-error.ts';
import type { Record } from './dotted.ts';
import { tableOfRecords } from './records.ts';
import { type Source, whole } from './source.ts';
import type { Table, Value } from './table.ts';

/** YAML takes two hundred times as long as CSV, and as much memory as it has bytes; 1 MB are some 4,000 villages. */
const largest = 1024 * 1024;

/** A list of maps; every value stays the text that was written. */
export async function yaml(source: Source): Promise<Table> {
  const { name } = source;
  const bytes = await whole(source, largest, '存成 CSV 或 Excel');
  const text = decode(bytes)?.text;
  if (text === undefined) throw new DataError(brokenText(bytes, name) ?? `${name} 不是文本文件。`);
  const problems: Problem[] = [];
  const root = parseYaml(text, (problem) => problems.push(problem));
  const lines = new Lines(text);
  const at = (offset: number) => {
    const { line, column } = lines.position(offset);
    return `${name}:${line}:${column}`;
  };
  const bad = problems.find(({ severity }) => severity === 'error');
  if (bad) throw new DataError(`${at(bad.start)} ${bad.message}${bad.advice ?? ''}`);
  if (root?.kind !== 'list') throw new DataError(`${name}:1:1 应是一列：每个村写成“- 村名: …”。`);
  const records = root.items.map((item) => {
    if (item.kind !== 'map') throw new DataError(`${at(item.start)} 应写成“- 名称: 值”。`);
    return value(item) as Record;
  });
  return tableOfRecords(
    async function* () {
      for (const [index, record] of records.entries()) yield { number: index + 1, record };
    },
    name,
    '条',
  );
}

function value(node: Node): Value {
  switch (node.kind) {
    case 'scalar':
      return node.text;
    case 'empty':
      return '';
    case 'list':
      return node.items.map(value);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value: inner }) => [key.text, value(inner)]));
  }
}
