import { traditional } from '../text/script.ts';
import type { JsonSchema } from './json.ts';

/** Keys as far as editors are told of them. */
type Declared = Readonly<
  Record<string, { label: string; aliases: readonly string[]; note: string; schema: { json(): JsonSchema } }>
>;

/** `甲: 乙` alone. Editors say nothing of ours of how many keys there are, but of one that isn't allowed. */
export function pairJson(value: JsonSchema, keys: Declared): JsonSchema {
  const known = Object.values(keys).map(({ label }) => label);
  const errorMessage = `写几行的，键只能是${known.join('、')}；自己的名称只能单独写成一行“甲: 乙”。`;
  return {
    type: 'object',
    additionalProperties: value,
    if: { minProperties: 2 },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
    then: { additionalProperties: false, errorMessage },
  };
}

/** Editors offer the Chinese names; every other spelling is accepted without being offered. */
export function keysJson(keys: Declared): Pick<JsonSchema, 'properties' | 'patternProperties'> {
  const properties: Record<string, JsonSchema> = {};
  const patternProperties: Record<string, JsonSchema> = {};
  for (const [name, { label, aliases, schema, note }] of Object.entries(keys)) {
    const others = new Set(
      [label, ...aliases].flatMap((spelling) => [spelling, traditional(spelling)]).concat(name),
    );
    others.delete(label);
    const json = explained(schema.json(), note);
    properties[label] = { description: note, ...json };
    patternProperties[`^(${[...others].join('|')})$`] = { description: `就是“${label}”：${note}`, ...json };
  }
  return { properties, patternProperties };
}

/** With what the note of a key says of single words, 国标：GB/T 9704；…, and of how it may look, 如 机密★3年. */
function explained(json: JsonSchema, note: string): JsonSchema {
  const about = (word: unknown) => note.split(/[；。]/).find((part) => part.startsWith(`${word}：`)) ?? note;
  const inWords = (each: JsonSchema): JsonSchema => ({
    ...each,
    ...(each.enum && !each.enumDescriptions && { enumDescriptions: each.enum.map(about) }),
    ...(each.anyOf && { anyOf: each.anyOf.map(inWords) }),
  });
  const [, samples] = /如(?: |“)([^”，。；[]+)/.exec(note) ?? [];
  return { ...inWords(json), ...(samples && isText(json) && { examples: samples.split(' 或 ') }) };
}

function isText({ type }: JsonSchema): boolean {
  return Array.isArray(type) && type.includes('string');
}
