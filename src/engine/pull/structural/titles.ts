import { sectionNames } from '../../../plan/sections.ts';
import type { Entry, Mapping, Node } from '../../../schema/node.ts';
import type { Rewrite } from '../../../text/patchwork.ts';
import { inert } from '../../../writing/yaml.ts';
import { waysToWrite } from '../../form/guarded.ts';
import { type Plain, plainOf } from '../../form/plain.ts';
import { endOf, lineStart, shifted } from '../../form/whole.ts';
import type { MadeParagraph } from '../paragraph.ts';
import { isPair } from './extend.ts';
import { type Said, sound, type Way } from './said.ts';
import { spelled } from './spelling.ts';
import type { Standing } from './standing.ts';

/** A title that stands alone: an entry with no other field, or a part under 正文 with none. */
export function titleAlone(standing: Standing, map: Mapping, entry: Entry): Way | undefined {
  const { source, root } = standing;
  const { key } = entry;
  const title = spelled(standing, '标题');
  const field = `${title}: ${source.slice(key.start, key.end)}`;
  const plain: Plain = { of: [[title, plainOf(key)]] };
  if (map === root)
    return sectionNames.find(key.text) ? inBody(standing, entry, `- ${field}`, plain) : undefined;
  if (!isPair(map)) return undefined;
  const end = map.start + source.slice(map.start, map.end).trimEnd().length;
  const text = source[map.start] === '{' ? `{ ${field} }` : field;
  const said = { instead: new Map([[map as Node, plain]]) };
  return sound(standing, [{ rewrites: [{ start: map.start, end, text }], said }]);
}

/** The ways to give a part that has a key of its own another title, which only 正文 can have. */
export function* waysToRetitle(standing: Standing, made: MadeParagraph, text: string): Iterable<Way> {
  const [print, ...others] = standing.of(made);
  const step = print?.trail.steps.at(-1);
  if (others.length > 0 || step?.of !== 'key' || step.map !== standing.root) return;
  const { key, value } = step.entry;
  const { source } = standing;
  if (!sectionNames.find(key.text) || value.kind === 'empty' || source[value.start] === '{') return;
  const rest = source.slice(key.end, endOf(source, value));
  const title = spelled(standing, '标题');
  const said = plainOf(value);
  const fields =
    value.kind === 'map' && typeof said === 'object' && said && 'of' in said ? said.of : undefined;
  const plain: Plain = { of: fields ? [[title, inert(text)], ...fields] : [[inert(text), said]] };
  for (const words of waysToWrite(inert(text), '')) {
    const lines = fields
      ? `- ${title}: ${words}${shifted(rest.replace(/^\s*:/, ''), 4 - (value.start - lineStart(source, value.start)))}`
      : `- ${words}${shifted(rest, 4)}`;
    const way = words.includes('\n') ? undefined : inBody(standing, step.entry, lines, plain);
    if (way) {
      yield way;
      return;
    }
  }
}

/** A part with a key of its own as one under 正文, at the same place. */
function inBody(standing: Standing, entry: Entry, lines: string, plain: Plain): Way | undefined {
  const { source } = standing;
  // Titles of one's own stand under it, at any place among the parts of a plan.
  const body = spelled(standing, '正文');
  const end = endOf(source, entry.value.kind === 'empty' ? entry.key : entry.value);
  const rewrite: Rewrite = { start: entry.key.start, end, text: `${body}:\n  ${lines}` };
  const said: Said = { gone: new Set([entry]), before: new Map([[entry, [{ of: [[body, [plain]]] }]]]) };
  return sound(standing, [{ rewrites: [rewrite], said }]);
}
