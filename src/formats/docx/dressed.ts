import { utf8 } from '../../package/bytes.ts';
import { type Profile, paper } from '../../page/profile.ts';
import type { Letterhead } from '../../reading/docx/letterhead.ts';
import { insert } from './parts.ts';
import { overleaf, repeated, turned } from './section.ts';
import type { Skeleton } from './skeleton.ts';
import { mergedStyles } from './style-merge.ts';

/** Our profile and our skeleton with the parts, the page and the styles of a letterhead. */
export function dressed(
  profile: Profile,
  made: Skeleton,
  own: Letterhead,
): { look: Profile; made: Skeleton } {
  const text = (parts: ReadonlyMap<string, Uint8Array>) =>
    new TextDecoder().decode(parts.get('word/styles.xml'));
  const styles = mergedStyles(text(own.parts), text(made.parts));
  const parts = new Map(own.parts);
  parts.delete('word/document.xml');
  parts.set('word/styles.xml', utf8(styles.xml));
  withCore(parts, made);
  const again = repeated(own.section);
  const skeleton = {
    parts,
    head: own.head,
    tail: own.tail,
    rest: own.rest,
    sections: { first: own.section, portrait: again, landscape: turned(again), overleaf: overleaf(again) },
    exemplars: new Map([...made.exemplars].map(([name, xml]) => [name, styles.renamed(xml)])),
  };
  return { look: onPage(profile, own), made: skeleton };
}

/** The profile with the page of the letterhead, so that tables and signatures fit it. */
function onPage(profile: Profile, { page }: Letterhead): Profile {
  // Files made from PDFs say 0.
  const margin = (side: keyof Profile['margins']) => page.margins[side] || profile.margins[side];
  const left = margin('left');
  const area = (page.width || paper.width) - left - margin('right');
  // Widths are measured on paper of our own: its right margin is what they leave of it.
  const right = paper.width - left - area;
  return {
    ...profile,
    margins: { ...profile.margins, top: margin('top'), bottom: margin('bottom'), left, right },
    charactersPerLine: Math.floor(area / profile.character),
  };
}

/** docProps/core.xml is ours: it says what the document is, and shows later whether someone has edited it. */
function withCore(parts: Map<string, Uint8Array>, made: Skeleton): void {
  const core = 'docProps/core.xml';
  const known = parts.has(core);
  parts.set(core, made.parts.get(core) ?? new Uint8Array());
  if (known) return;
  insert(
    parts,
    '[Content_Types].xml',
    'Types',
    `Override PartName="/${core}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"`,
  );
  insert(
    parts,
    '_rels/.rels',
    'Relationships',
    `Relationship Id="pinganCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="${core}"`,
  );
}
