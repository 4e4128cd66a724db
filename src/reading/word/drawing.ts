import type { PrintedBlock, PrintedPicture } from '../printed.ts';
import type { Height } from './boxes.ts';
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
  let size: Pick<PrintedPicture, 'width' | 'height'> = {};
  let hangs = false;
  let height: Height | undefined;
  const found: PrintedPicture[] = [];
  const picture = (id: string | undefined) => {
    if (id === undefined || fate !== undefined) return;
    const one = story.picture(id, alt, paragraph.source);
    if (!one) return;
    // Of several that are drawn together the whole is so wide.
    if (found.length > 0) {
      delete found[0]?.width;
      delete found[0]?.height;
    } else Object.assign(one, size);
    if (hangs) one.hangs = true;
    found.push(one);
    paragraph.set(one);
  };
  const change = (how: PrintedPicture['changed'], does: boolean) => {
    const last = found.at(-1);
    if (last && how && does) last.changed = how;
  };
  const scope: Scope = {
    open(name, attributes) {
      switch (name) {
        case 'wp:docPr':
          alt = attributes['descr'] || undefined;
          return skipped;
        case 'wp:anchor':
          hangs = true;
          return scope;
        case 'wp:positionV':
          return offset((at) => {
            height = { from: attributes['relativeFrom'] ?? '', at };
          });
        case 'wp:extent':
          size = sizeOf(Number(attributes['cx']) / 635, Number(attributes['cy']) / 635);
          return skipped;
        case 'v:shape': {
          alt ??= attributes['alt'] || undefined;
          const style = attributes['style'] ?? '';
          if (size.width === undefined)
            size = sizeOf(pointsOf(style, 'width') * 20, pointsOf(style, 'height') * 20);
          hangs ||= /(?:^|;)\s*position:absolute/.test(style);
          height ??= heightOf(style);
          return scope;
        }
        case 'a:srcRect':
          change(
            '裁过',
            ['l', 't', 'r', 'b'].some((side) => Number(attributes[side] ?? 0) > 0),
          );
          return skipped;
        case 'a:xfrm':
          change('转过', Number(attributes['rot'] ?? 0) % 21_600_000 !== 0 || isFlipped(attributes));
          return scope;
        case 'a:blip':
          picture(attributes['r:embed'] ?? attributes['r:link']);
          return skipped;
        case 'v:imagedata':
          picture(attributes['r:id']);
          return skipped;
        case 'w:txbxContent':
          return fate === undefined ? box(flow, paragraph, height) : lost(paragraph, fate);
        case 'v:textpath':
          lettering(attributes['string'] ?? '', paragraph, height);
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

function sizeOf(width: number, height: number): Pick<PrintedPicture, 'width' | 'height'> {
  return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : {};
}

function pointsOf(style: string, side: 'width' | 'height'): number {
  return Number(new RegExp(`(?:^|;)\\s*${side}:([\\d.]+)pt`).exec(style)?.[1]);
}

function isFlipped({ flipH, flipV }: Readonly<Record<string, string | undefined>>): boolean {
  return [flipH, flipV].some((each) => each === '1' || each === 'true');
}

/** How far down something floats is said in English metric units. */
function offset(told: (at: number) => void): Scope {
  return {
    open: (name, attributes) =>
      name === 'wp:posOffset' ? words(attributes, (text) => told(Number(text))) : skipped,
  };
}

function heightOf(style: string): Height | undefined {
  const [, at] = /(?:^|;)\s*margin-top:(-?[\d.]+)pt/.exec(style) ?? [];
  const [, from = ''] = /mso-position-vertical-relative:(\w+)/.exec(style) ?? [];
  return at === undefined ? undefined : { from, at: Number(at) };
}

/** A text box has fields and a place of its own. */
function box(flow: Flow, paragraph: Paragraph, height: Height | undefined): Scope {
  const { story } = paragraph;
  const { fields, within } = story;
  const inner = flow(story, paragraph.boxes.add(height));
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
function lettering(text: string, paragraph: Paragraph, height: Height | undefined): void {
  if (text.trim() === '') return;
  const { story } = paragraph;
  const blocks = paragraph.boxes.add(height);
  const line = new Paragraph(story);
  line.add(text, plain);
  const within = story.within ?? 'text-box';
  for (const block of line.blocks()) blocks.push(block.kind === 'line' ? { ...block, within } : block);
}
