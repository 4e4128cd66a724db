import type { PrintedBlock } from '../printed.ts';
import { Fields } from './fields.ts';
import { type Fate, Paragraph, plain } from './paragraph.ts';
import { choice, type Scope, skipped, words } from './scope.ts';
import type { Story } from './story.ts';

/** Reads blocks into a list; given by whoever reads texts, of which a text box is one. */
export type Flow = (story: Story, blocks: PrintedBlock[]) => Scope;

/** Pictures and text boxes, as they are drawn by newer (DrawingML) and by older programs (VML). */
export function drawing(flow: Flow, paragraph: Paragraph, fate: Fate | undefined): Scope {
  const { story } = paragraph;
  let alt: string | undefined;
  const picture = (id: string | undefined) => {
    if (id === undefined || fate !== undefined) return;
    const found = story.picture(id, alt, paragraph.source);
    if (found) paragraph.set(found);
  };
  const scope: Scope = {
    open(name, attributes) {
      switch (name) {
        case 'wp:docPr':
          alt = attributes['descr'] || undefined;
          return skipped;
        case 'v:shape':
          alt ??= attributes['alt'] || undefined;
          return scope;
        case 'a:blip':
          picture(attributes['r:embed'] ?? attributes['r:link']);
          return skipped;
        case 'v:imagedata':
          picture(attributes['r:id']);
          return skipped;
        case 'w:txbxContent':
          return fate === undefined ? box(flow, paragraph) : lost(paragraph, fate);
        case 'v:textpath':
          lettering(attributes['string'] ?? '', paragraph);
          return skipped;
        case 'a:t':
          return words(attributes, (text) => paragraph.add(text, plain, '图形'));
        case 'c:chart':
          story.attached(attributes['r:id'] ?? '', paragraph.source);
          return skipped;
        case 'dgm:relIds':
          story.attached(attributes['r:dm'] ?? '', paragraph.source);
          return skipped;
        case 'mc:AlternateContent':
          return choice(scope, () => story.told);
        default:
          return scope;
      }
    },
  };
  return scope;
}

/** A text box has fields and a place of its own. */
function box(flow: Flow, { story, above }: Paragraph): Scope {
  const { fields, within } = story;
  const inner = flow(story, above);
  story.fields = new Fields();
  story.within ??= 'text-box';
  return {
    open: (name, attributes) => inner.open(name, attributes),
    close() {
      inner.close?.();
      story.fields = fields;
      if (within === undefined) delete story.within;
    },
  };
}

/** The words of a text box that isn't printed. */
function lost(paragraph: Paragraph, fate: Fate): Scope {
  const scope: Scope = {
    open: (name, attributes) =>
      name === 'w:t' || name === 'w:delText'
        ? words(attributes, (text) => paragraph.add(text, plain, fate))
        : scope,
  };
  return scope;
}

/** Ornamental letters, which many red heads are made of, are an attribute. */
function lettering(text: string, { story, above }: Paragraph): void {
  if (text.trim() === '') return;
  const line = new Paragraph(story);
  line.add(text, plain);
  above.push(
    ...line
      .blocks()
      .map((block) =>
        block.kind === 'line' ? { ...block, within: story.within ?? ('text-box' as const) } : block,
      ),
  );
}
