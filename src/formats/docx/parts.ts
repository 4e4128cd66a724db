/** Changes a part of a package that is XML; one that isn't there stays away, and one that stays the same isn't touched. */
export function change(parts: Map<string, Uint8Array>, name: string, by: (xml: string) => string): void {
  const part = parts.get(name);
  if (part === undefined) return;
  const xml = new TextDecoder().decode(part);
  const changed = by(xml);
  if (changed !== xml) parts.set(name, Buffer.from(changed));
}

/** Puts XML in front of what stands at the end of a part: a content type, a relationship. */
export function insert(parts: Map<string, Uint8Array>, name: string, before: string, xml: string): void {
  change(parts, name, (text) => text.replace(before, () => `${xml}${before}`));
}
