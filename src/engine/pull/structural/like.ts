import { fields } from '../../../plan/item.ts';
import type { Entry, Mapping, Node, Scalar } from '../../../schema/node.ts';
import { list, map, type Text, type Value, type Mapping as Written } from '../../../writing/yaml.ts';
import { formOf, type Group } from './groups.ts';
import { type Captured, Pattern } from './pattern.ts';
import { spelled } from './spelling.ts';
import type { Standing } from './standing.ts';

/** Writes new entries as those beside them are written. */
export class Likeness {
  readonly #standing: Standing;

  constructor(standing: Standing) {
    this.#standing = standing;
  }

  /** The ways to say a new entry, the most like its neighbours first. */
  *entries(group: Group, siblings: readonly Node[]): Iterable<Value> {
    const texts = [group.head, ...group.behind].map(({ text }) => text);
    const patterns = siblings.map((node) => new Pattern(this.#standing, node));
    const below = this.#below(group, siblings);
    const paragraphs = texts.slice(1).join('\n\n');
    const seen = new Set<string>();
    const isNew = (value: Value) => seen.size < seen.add(JSON.stringify(value)).size;
    for (const pattern of patterns) {
      const captured = pattern.read(texts);
      const value = captured && this.#built(pattern.node, captured);
      const whole = value && below ? this.#withBelow(value, below) : value;
      if (whole && isNew(whole)) yield whole;
    }
    const model = patterns.find(({ title }) => title !== undefined);
    if (model?.title && (below || paragraphs !== '')) {
      const value = this.#titled(model, texts[0] ?? '', paragraphs, below);
      if (isNew(value)) yield value;
    }
    if (below) yield this.#fields(texts[0] ?? '', paragraphs, below);
    else {
      const text = this.#text(texts.join('\n\n'), siblings[0]);
      if (isNew(text)) yield text;
    }
  }

  /** What stands behind the title of a section. */
  content(group: Group, sibling: Node | undefined): Value {
    const paragraphs = group.behind.map(({ text }) => text).join('\n\n');
    const below = this.#below(group, sibling ? [sibling] : []);
    if (!below) return this.#text(paragraphs, sibling);
    if (paragraphs === '') return below;
    return map([
      { key: spelled(this.#standing, '内容'), value: this.#text(paragraphs, undefined) },
      { key: spelled(this.#standing, '条目'), value: below },
    ]);
  }

  #below({ below }: Group, siblings: readonly Node[]): Value | undefined {
    const [first] = below;
    if (!first) return undefined;
    const models = siblings
      .flatMap((node) => listsIn(node))
      .find((items) =>
        items.some((item) => {
          const [printed] = new Pattern(this.#standing, item).paragraphs;
          return printed && formOf(printed) === first.form;
        }),
      );
    return list(below.map((each) => [...this.entries(each, models ?? siblings)][0] as Value));
  }

  #withBelow(value: Value, below: Value): Value {
    if (typeof value === 'string' || value.kind === 'text') {
      const text = typeof value === 'string' ? value : value.text;
      return text.includes('\n') ? this.#fields('', text, below) : map([{ key: text, value: below }]);
    }
    if (value.kind !== 'map') return value;
    const [only] = value.entries;
    if (only && value.entries.length === 1 && fields.names.find(only.key) === undefined)
      return this.#fieldsOf(only.key, only.value, below);
    return { ...value, entries: [...value.entries, { key: spelled(this.#standing, '条目'), value: below }] };
  }

  #titled({ title, node, body }: Pattern, head: string, paragraphs: string, below: Value | undefined): Value {
    const isPair = node.kind === 'map' && node.entries[0]?.key === title;
    const text =
      paragraphs === '' ? undefined : this.#text(paragraphs, isPair ? node.entries[0]?.value : body);
    if (isPair && below && text) return this.#fieldsOf(head, text, below);
    if (isPair) return map([{ key: head, value: below ?? text ?? '' }]);
    if (node.kind !== 'map')
      return map([{ key: head, value: below && text ? list([text]) : (below ?? text ?? '') }]);
    const keyOf = (wanted: Scalar | undefined) =>
      node.entries.find(({ value }) => value === wanted)?.key.text;
    const named = keyOf(title) ?? spelled(this.#standing, '标题');
    return map([
      { key: named, value: head },
      ...(text ? [{ key: keyOf(body) ?? spelled(this.#standing, '内容'), value: text }] : []),
      ...(below ? [{ key: spelled(this.#standing, '条目'), value: below }] : []),
    ]);
  }

  #fieldsOf(title: string, text: Value, below: Value): Written {
    return map([
      { key: spelled(this.#standing, '标题'), value: title },
      { key: spelled(this.#standing, '内容'), value: text },
      { key: spelled(this.#standing, '条目'), value: below },
    ]);
  }

  #fields(head: string, paragraphs: string, below: Value): Written {
    const text = [head, paragraphs].filter(Boolean).join('\n\n');
    if (paragraphs === '' && !/[。；！？]$/.test(head)) return map([{ key: head, value: below }]);
    return map([
      { key: spelled(this.#standing, '内容'), value: text },
      { key: spelled(this.#standing, '条目'), value: below },
    ]);
  }

  /** A copy of an entry with other texts; what has none there isn't in it. */
  #built(node: Node, captured: Captured): Value | undefined {
    const own = captured.get(node);
    if (node.kind === 'scalar') return typeof own === 'string' ? this.#text(own, node) : undefined;
    if (node.kind === 'list') {
      const items =
        own === undefined
          ? node.items.map((item) => this.#built(item, captured)).filter((item) => item !== undefined)
          : [...own];
      return items.length > 0 ? list(items, node.flow) : undefined;
    }
    if (node.kind !== 'map') return undefined;
    const entries = node.entries.flatMap((entry) => this.#builtEntry(entry, captured));
    const [title] = node.entries.flatMap(({ key }) => captured.get(key) ?? []);
    if (entries.length === 0) return typeof title === 'string' ? title : undefined;
    return { ...map(entries), ...(this.#isFlow(node) && { flow: true }) };
  }

  #builtEntry({ key, value }: Entry, captured: Captured): Written['entries'] {
    const title = captured.get(key);
    const built = this.#built(value, captured);
    return built === undefined ? [] : [{ key: typeof title === 'string' ? title : key.text, value: built }];
  }

  #isFlow(node: Mapping): boolean {
    return this.#standing.source[node.start] === '{';
  }

  /** A text where the like of it stands: behind its key or below it. */
  #text(text: string, model: Node | undefined): Text {
    const at = model?.kind === 'scalar' ? this.#standing.source[model.start] : undefined;
    const where = at === '|' || at === '>' ? 'below' : at === undefined ? undefined : 'behind';
    return { kind: 'text', text, ...(where && { where }) };
  }
}

/** The lists of entries below an entry. */
function listsIn(node: Node): Node[][] {
  if (node.kind === 'list') return [node.items];
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(({ value }) => (value.kind === 'list' ? [value.items] : listsIn(value)));
}
