import { inside, tree } from './tree.ts';
import { local } from './xml.ts';

/** What a part of a package has to do with another one, or with a file elsewhere (ECMA-376-2 9.3). */
export interface Relationship {
  id: string;
  /** The last word of its type: hyperlink, image, styles. */
  type: string;
  target: string;
  external: boolean;
  start: number;
  end: number;
}

export function relationships(xml: string): Relationship[] {
  return [...inside(tree(xml))]
    .filter(({ name }) => local(name) === 'Relationship')
    .map(({ attributes: { Id = '', Type = '', Target = '', TargetMode = 'Internal' }, start, end }) => ({
      id: Id,
      type: Type.split('/').at(-1) ?? '',
      target: Target,
      external: !/^internal$/i.test(TargetMode.trim()),
      start,
      end,
    }));
}
