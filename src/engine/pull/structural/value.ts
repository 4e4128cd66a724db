import type { Entry, Node } from '../../../schema/node.ts';
import { list, map, type Value } from '../../../writing/yaml.ts';

/** What a node of the file says, to be written at another place as it was typed. */
export function asTyped(source: string, each: Node | Entry): Value {
  if (!('kind' in each)) return map([{ key: each.key.text, value: asTyped(source, each.value) }]);
  if (each.kind === 'scalar') {
    const where = /^[|>]/.test(source.slice(each.start)) ? 'below' : 'behind';
    return { kind: 'text', text: each.text.trimEnd(), typed: true, where };
  }
  if (each.kind === 'list')
    return list(
      each.items.map((item) => asTyped(source, item)),
      each.flow,
    );
  if (each.kind === 'empty') return '';
  const entries = each.entries.map(({ key, value }) => ({ key: key.text, value: asTyped(source, value) }));
  return { ...map(entries), ...(source[each.start] === '{' && { flow: true }) };
}
