import { fields } from '../../../plan/item.ts';
import { leaders } from '../../../plan/leaders.ts';
import { sectionNames } from '../../../plan/sections.ts';
import type { Mapping, Node } from '../../../schema/node.ts';
import { patched, type Rewrite, sewn, whole } from '../../../text/patchwork.ts';
import { blockLines, map, type Mapping as Written } from '../../../writing/yaml.ts';
import type { Plain } from '../../form/plain.ts';
import { endOf, type Lines, lineEnd, lineStart, nextLine, shifted } from '../../form/whole.ts';
import { isInFlow, type Place, put } from './place.ts';
import { plainOfValue, type Said, saying, sound, type Way } from './said.ts';
import { spelled } from './spelling.ts';
import type { Standing } from './standing.ts';

/** What is added to an entry or a part: more text behind or below its title, entries, or words behind these. */
export type More = Written['entries'][number];

/**
 * Gives more fields to an entry; one that was a text or a list alone becomes a map of fields with it. What is taken
 * out of that list at the same time is `without`.
 */
export function extended(
  standing: Standing,
  place: Place,
  more: More,
  where: 'first' | 'last',
  without?: Way,
): Way | undefined {
  const { source } = standing;
  if (isInFlow(source, place)) return undefined;
  if ('map' in place) {
    const entry = place.map.entries[place.index];
    const isPart = entry && sectionNames.find(entry.key.text) !== undefined;
    return isPart ? extendedValue(standing, entry.value, more, where, without) : undefined;
  }
  const item = place.list.items[place.index];
  if (!item) return undefined;
  const pair = item.kind === 'map' && isPair(item) ? item.entries[0] : undefined;
  return extendedValue(standing, pair?.value ?? item, more, where, without);
}

function extendedValue(
  standing: Standing,
  value: Node,
  more: More,
  where: 'first' | 'last',
  without: Way | undefined,
): Way | undefined {
  if (value.kind === 'map')
    return isPair(value) || without ? undefined : withField(standing, value, more, where);
  if (value.kind === 'empty' || (value.kind === 'list' && value.flow)) return undefined;
  const name = spelled(standing, value.kind === 'scalar' ? '内容' : '条目');
  return inFields(standing, value, name, more, where, without);
}

/** A title with what stands behind it, and no field. */
export function isPair({ entries }: Mapping): boolean {
  const [only] = entries;
  return entries.length === 1 && only !== undefined && fields.names.find(only.key.text) === undefined;
}

function withField(standing: Standing, node: Mapping, more: More, where: 'first' | 'last'): Way | undefined {
  const isField = (typed: string) =>
    fields.names.find(typed) !== undefined || leaders.names.find(typed) !== undefined;
  const has = (typed: string) => fields.names.find(typed) === fields.names.find(more.key);
  if (!node.entries.some(({ key }) => isField(key.text)) || node.entries.some(({ key }) => has(key.text)))
    return undefined;
  const title = node.entries.findIndex(({ key }) => fields.names.find(key.text) === 'title');
  const index = where === 'last' ? node.entries.length - 1 : Math.max(title, 0);
  const side = where === 'last' || title >= 0 ? 'after' : 'before';
  const entry = node.entries[index];
  const rewrite = put(standing.source, { map: node, index }, side, [map([more])]);
  if (!entry || !rewrite) return undefined;
  const said: Said = { [side]: new Map([[entry, [plainOfValue(map([more]))]]]) };
  return sound(standing, [{ rewrites: [rewrite], said }]);
}

/** A text or a list becomes one field of two, indented further. */
function inFields(
  standing: Standing,
  value: Node,
  name: string,
  more: More,
  where: 'first' | 'last',
  without: Way = { rewrites: [], said: {} },
): Way | undefined {
  const { source } = standing;
  const line = lineStart(source, value.start);
  const isBelow = source.slice(line, value.start).trim() === '' && value.kind === 'list';
  const above = isBelow ? lineStart(source, line - 1) : line;
  const dashes =
    /^ *(?:- +)*/.exec(source.slice(above, isBelow ? lineEnd(source, above) : value.start))?.[0].length ?? 0;
  const isItem = !isBelow && above + dashes === value.start;
  const indent = isItem ? dashes : dashes + 2;
  const space = ' '.repeat(indent);
  const end = endOf(source, value);
  const was = isBelow ? value.start - line : dashes + 2;
  const left = leftOf(source, { start: isBelow ? line : value.start, end }, without.rewrites);
  if (left === undefined) return undefined;
  const body = shifted(left, indent + 2 - (value.kind === 'list' ? was : Math.min(was, indent)));
  const field =
    value.kind === 'list' ? `${space}${name}:\n${' '.repeat(indent + 2)}${body}` : `${space}${name}: ${body}`;
  const added = blockLines(map([more]), indent).join('\n');
  const text = where === 'first' ? `${added}\n${field}` : `${field}\n${added}`;
  const before = source.slice(0, value.start).trimEnd().length;
  const rewrite = isItem
    ? { start: value.start, end, text: text.slice(indent) }
    : isBelow
      ? { start: line, end, text }
      : { start: before, end, text: `\n${text}` };
  const said = [[name, saying(value, without.said)] as const, [more.key, plainOfValue(more.value)] as const];
  const of: Plain = { of: where === 'first' ? said.reverse() : said };
  return sound(standing, [{ rewrites: [rewrite], said: { instead: new Map([[value, of]]) } }]);
}

/** What stands somewhere when some of it is changed; undefined where something else is changed too. */
function leftOf(source: string, { start, end }: Lines, rewrites: readonly Rewrite[]): string | undefined {
  const within = rewrites.map((each) => ({ ...each, end: Math.min(each.end, Math.max(end, each.start)) }));
  const isWithin = within.every(
    (each, index) => each.start >= start && nextLine(source, end) >= (rewrites[index]?.end ?? 0),
  );
  if (!isWithin) return undefined;
  const text = source.slice(start, end);
  const local = within.map((each) => ({ ...each, start: each.start - start, end: each.end - start }));
  return sewn(text, patched(whole(text), local)).trim();
}
