import type { JsonSchema } from './json.ts';

/** What editors show beside a value; it belongs to the place, not to what is shared. */
const annotations = ['description', 'examples', 'defaultSnippets'] as const;
/** A reference is about as long. */
const shortest = 60;

/** The same schema with whatever stands in it twice written once, under `$defs`, by the key that it first stands behind. */
export function shared(schema: JsonSchema): JsonSchema {
  const sharing = new Sharing();
  const { $defs = {}, ...root } = schema;
  for (const [name, each] of Object.entries($defs)) sharing.name(each, name);
  sharing.count(root);
  for (const each of Object.values($defs)) sharing.count(each);
  const rewritten = sharing.inner(root, '');
  for (const [name, each] of Object.entries($defs)) {
    sharing.rewritten(each, '');
    sharing.defs.set(name, { ...parted(each).beside, ...sharing.defs.get(name) });
  }
  return { ...rewritten, $defs: Object.fromEntries(sharing.defs) };
}

class Sharing {
  readonly defs = new Map<string, JsonSchema>();
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** Has a name whether it stands anywhere twice or not. */
  name(schema: JsonSchema, name: string): void {
    this.#names.set(JSON.stringify(parted(schema).core), name);
  }

  count(schema: JsonSchema): void {
    const key = JSON.stringify(parted(schema).core);
    const before = this.#counts.get(key) ?? 0;
    this.#counts.set(key, before + 1);
    if (before === 0)
      within(schema, (inner) => {
        this.count(inner);
        return inner;
      });
  }

  rewritten(schema: JsonSchema, hint: string): JsonSchema {
    const { core, beside } = parted(schema);
    const key = JSON.stringify(core);
    const isShared = (this.#counts.get(key) ?? 0) > 1 && key.length > shortest && core.$ref === undefined;
    const name = this.#names.get(key) ?? (isShared ? this.#free(hint) : undefined);
    if (name === undefined) return this.inner(schema, hint);
    if (!this.defs.has(name)) {
      this.#names.set(key, name);
      // A place for it, so that it may stand within itself.
      this.defs.set(name, {});
      this.defs.set(name, this.inner(core, hint));
    }
    return { ...beside, $ref: `#/$defs/${name}` };
  }

  inner(schema: JsonSchema, hint: string): JsonSchema {
    return within(schema, (inner, label) => this.rewritten(inner, label ?? hint));
  }

  #free(hint: string): string {
    const taken = new Set([...this.defs.keys(), ...this.#names.values()]);
    let name = hint;
    for (let number = 2; taken.has(name); number++) name = `${hint}${number}`;
    return name;
  }
}

function parted(schema: JsonSchema): { core: JsonSchema; beside: JsonSchema } {
  const core = { ...schema };
  const beside: JsonSchema = {};
  for (const name of annotations) {
    if (schema[name] === undefined) continue;
    Object.assign(beside, { [name]: schema[name] });
    delete core[name];
  }
  return { core, beside };
}

/** A copy with the schemas in it changed; `label` is the key that they stand behind. */
function within(schema: JsonSchema, change: (inner: JsonSchema, label?: string) => JsonSchema): JsonSchema {
  const copy = { ...schema };
  const { properties, patternProperties, additionalProperties, items, anyOf } = schema;
  const each = (inner: Record<string, JsonSchema>, labelled: boolean) =>
    Object.fromEntries(
      Object.entries(inner).map(([label, one]) => [label, change(one, labelled ? label : undefined)]),
    );
  if (properties) copy.properties = each(properties, true);
  if (patternProperties) copy.patternProperties = each(patternProperties, false);
  if (typeof additionalProperties === 'object') copy.additionalProperties = change(additionalProperties);
  if (items) copy.items = change(items);
  if (anyOf) copy.anyOf = anyOf.map((one) => change(one));
  return copy;
}
