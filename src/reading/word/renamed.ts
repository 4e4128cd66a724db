import type { Attributes } from '../../package/xml.ts';

/** The namespaces of WordprocessingML and of what stands in it, transitional and strict, by their usual prefixes. */
const usual: readonly [RegExp, string][] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/^urn:schemas-microsoft-com:office:office$/, 'o'],
];

/** Names under their usual prefixes, where a program has chosen others. */
export class Renamed {
  private readonly prefixes = new Map<string, string>();

  constructor(root: Attributes) {
    for (const [name, value] of Object.entries(root)) {
      const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined;
      const known = usual.find(([namespace]) => namespace.test(value))?.[1];
      if (prefix !== undefined && known !== undefined && known !== prefix) this.prefixes.set(prefix, known);
    }
  }

  name(name: string): string {
    if (this.prefixes.size === 0) return name;
    const colon = name.indexOf(':');
    const prefix = this.prefixes.get(name.slice(0, Math.max(colon, 0)));
    return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
  }

  attributes(attributes: Attributes): Attributes {
    if (this.prefixes.size === 0) return attributes;
    const renamed: Record<string, string> = {};
    for (const [name, value] of Object.entries(attributes))
      renamed[name.includes(':') ? this.name(name) : name] = value;
    return renamed;
  }
}
