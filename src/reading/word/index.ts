import type {
  Printed,
  PrintedBlock,
  PrintedComment,
  PrintedLine,
  PrintedPicture,
  ReadingNote,
} from '../printed.ts';
import { UnreadableFile } from '../unreadable.ts';
import { EmbeddedText, embedded, type TextReader } from './embedded.ts';
import { Fields } from './fields.ts';
import { flow } from './flow.ts';
import { comments, footnotes } from './notes.ts';
import { Numbering } from './numbering.ts';
import { Numbers } from './numbers.ts';
import { Package, reading, type Target } from './package.ts';
import { Ranges } from './ranges.ts';
import type { Reading, Scope } from './scope.ts';
import type { Story } from './story.ts';
import { Styles } from './styles.ts';
import { type Tracked, taking } from './tracked.ts';

export interface Options {
  /** Changes that Word tracked: as if they were accepted, or as if they had never been made. */
  tracked: Tracked;
  /** Reads web pages and texts that are put into the file. */
  text?: TextReader;
}

export { EmbeddedText, UnreadableFile };

/**
 * A Word file as it is printed, numbers that Word makes included. Throws UnreadableFile, whose message goes on behind the
 * name of the file.
 */
export function printedDocx(bytes: Uint8Array, options: Options): Printed {
  return reading(() => printedWithin(bytes, options, 0));
}

function printedWithin(bytes: Uint8Array, options: Options, depth: number): Printed {
  return new Reader(new Package(bytes), options, depth).printed();
}

class Reader {
  private readonly notes: ReadingNote[] = [];
  private readonly comments: PrintedComment[] = [];
  private readonly targets: Target[];
  private readonly styles: Styles;
  private readonly numbering: Numbering;
  private readonly file: Package;
  private readonly options: Options;
  /** How many Word files it stands in. */
  private readonly depth: number;

  constructor(file: Package, options: Options, depth: number) {
    this.file = file;
    this.options = options;
    this.depth = depth;
    this.targets = file.targets(file.main);
    this.styles = new Styles(this.reading('styles'));
    this.numbering = new Numbering(this.reading('numbering'));
  }

  private ofType(type: string): string | undefined {
    return this.targets.find((each) => each.type === type)?.part;
  }

  private reading(type: string): Reading {
    return (top) => this.file.walk(this.ofType(type), top);
  }

  printed(): Printed {
    const aside = (type: string) => {
      const part = this.ofType(type);
      return this.story(part === undefined ? [] : this.file.targets(part), 'footnote');
    };
    const remarks = comments(this.reading('comments'), aside('comments'));
    const notes = {
      'w:footnoteReference': footnotes(this.reading('footnotes'), aside('footnotes')),
      'w:endnoteReference': footnotes(this.reading('endnotes'), aside('endnotes')),
    };
    const remarked = (id: string, source: number) => {
      const comment = remarks.get(id);
      if (!comment) return;
      remarks.delete(id);
      const about = body.ranges.about(id);
      this.comments.push({ ...comment, source: about?.source || source, about: about?.words ?? '' });
      const by = comment.author ? `（${comment.author}）` : '';
      this.notes.push({ source, what: 'left out', message: `批注${by}没有带入`, text: comment.text });
    };
    const blocks: PrintedBlock[] = [];
    const body = this.story(this.targets);
    body.footnote = (kind, id) => {
      const of = notes[kind as keyof typeof notes];
      const lines = of?.get(id) ?? [];
      of?.delete(id);
      return lines;
    };
    body.comment = (id) => remarked(id, body.paragraph);
    this.read(this.file.main, body, blocks);
    for (const id of [...remarks.keys()]) remarked(id, 0);
    for (const lines of Object.values(notes).flatMap((each) => [...each.values()]))
      this.notes.push({
        source: 0,
        what: 'left out',
        message: '正文里没有标出的脚注没有带入',
        text: words(lines),
      });
    return {
      blocks: [...this.around('header'), ...blocks, ...this.around('footer')],
      notes: this.notes,
      ...(this.comments.length > 0 && { comments: this.comments }),
    };
  }

  private read(part: string, story: Story, blocks: PrintedBlock[]): void {
    const top = flow(story, blocks);
    this.file.walk(part, { open: (name, attributes) => top.open(name, attributes) });
    top.close?.();
    // A field that never ends isn't one: the whole text would be its result.
    if (story.fields.isContents) for (const line of story.listed) delete line.within;
  }

  /** What stands on every page; it has no place in the text. */
  private around(within: 'header' | 'footer'): PrintedBlock[] {
    return this.targets
      .filter(({ type }) => type === within)
      .flatMap(({ part }) => {
        const blocks: PrintedBlock[] = [];
        this.read(part, this.story(this.file.targets(part), within), blocks);
        return blocks.map((block) => ({ ...block, source: 0 }));
      });
  }

  private story(targets: readonly Target[], within?: PrintedLine['within']): Story {
    const byId = new Map(targets.map((target) => [target.id, target]));
    const story: Story = {
      styles: this.styles,
      numbers: new Numbers(this.numbering, this.styles),
      takes: taking(this.options.tracked),
      ranges: new Ranges(),
      notes: this.notes,
      paragraph: 0,
      lines: 0,
      fields: new Fields(),
      contents: 0,
      listed: [],
      told: 0,
      ...(within && { within }),
      picture: (id, alt, source) => this.picture(byId.get(id), alt, source),
      footnote: () => [],
      comment: () => {},
      embedded: (id) => this.embedded(byId.get(id), story.paragraph),
      attached: (id, source) => this.attached(byId.get(id), source),
    };
    return story;
  }

  /** What another file prints where it was put into the text; all of it stands at the paragraph before. */
  private embedded(target: Target | undefined, source: number): PrintedBlock[] {
    const bytes = target && this.file.part(target.part);
    const printed =
      bytes &&
      embedded(bytes, {
        word: (each) => printedWithin(each, this.options, this.depth + 1),
        text: this.options.text,
        depth: this.depth,
      });
    if (!printed) {
      this.notes.push({
        source,
        what: 'left out',
        message: '嵌入的文件没有带入',
        ...(target && { text: target.target }),
      });
      return [];
    }
    for (const note of printed.notes) this.notes.push({ ...note, source });
    return printed.blocks.map((block) => ({ ...block, source }));
  }

  private picture(
    target: Target | undefined,
    alt: string | undefined,
    source: number,
  ): PrintedPicture | undefined {
    const bytes = target && this.file.part(target.part, 'pictures');
    if (target && bytes) {
      const name = target.part.slice(target.part.lastIndexOf('/') + 1);
      return { kind: 'picture', source, name, bytes, ...(alt && { alt }) };
    }
    if (target)
      this.notes.push({ source, what: 'left out', message: '链接到别处的图片没有带入', text: target.target });
    return undefined;
  }

  /** Charts, drawings of SmartArt and files put into the text are told with the words in them. */
  private attached(target: Target | undefined, source: number): void {
    if (!target) return;
    const what = kinds[target.type] ?? '嵌入的内容';
    const lines: string[] = [];
    if (/\.xml$/i.test(target.part)) this.file.walk(target.part, shapeWords(lines));
    const found = lines.join('\n');
    this.notes.push({ source, what: 'left out', message: `${what}没有带入`, ...(found && { text: found }) });
  }
}

const kinds: Record<string, string> = { chart: '图表', diagramData: 'SmartArt 图形' };

const words = (lines: readonly PrintedLine[]) => lines.map(({ text }) => text).join('\n');

/** Takes the words of a drawing. */
function shapeWords(lines: string[]): Scope {
  const letters: Scope = { open: () => letters, text: (text) => void lines.push(text) };
  const scope: Scope = { open: (name) => (name === 'a:t' ? letters : scope) };
  return scope;
}
