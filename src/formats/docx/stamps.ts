import type { Profile } from '../../page/profile.ts';
import type { Skeleton } from './skeleton.ts';
import { type Stamp, stamp } from './stamp.ts';
import { type TableStamp, tableStamp } from './table.ts';

/** Everything that is needed to write the body of a document of one style. */
export interface Stamps {
  profile: Profile;
  native: boolean;
  paragraphs: ReadonlyMap<string, Stamp>;
  table: TableStamp;
  blank: string;
  /** A blank line on the page of what stands below it. */
  blankKept: string;
  pageBreak: string;
  sections: Skeleton['sections'];
  rest: string;
  /** LibreOffice sets the pages right away: page numbers are wanted now, not when somebody asks for them. */
  printsNow: boolean;
}

export function stamps(
  profile: Profile,
  native: boolean,
  printsNow: boolean,
  { exemplars, sections, rest = '' }: Skeleton,
): Stamps {
  const text = (name: string) => exemplars.get(name) as string;
  return {
    profile,
    native,
    paragraphs: new Map([...exemplars].map(([name, xml]) => [name, stamp(xml)])),
    table: tableStamp(text('table')),
    blank: text('blank'),
    blankKept: text('blankKept'),
    pageBreak: text('pageBreak'),
    sections,
    rest,
    printsNow,
  };
}
