import { type ParagraphSaid, paragraphSaid, type RunSaid, runSaid } from './said.ts';
import { type Reading, type Scope, skipped } from './scope.ts';
import { everything } from './tracked.ts';

interface Style {
  name: string;
  type: string;
  isDefault: boolean;
  basedOn?: string;
  paragraph: ParagraphSaid;
  run: RunSaid;
}

/** The look of a run after all that is said of it. */
export interface Face extends RunSaid {
  bold: boolean;
  hidden: boolean;
}

/** A chain of styles that is longer goes in a circle. */
const deepest = 50;

/** The styles of a file, by their ids, and what those say that they are based on. */
export class Styles {
  private readonly styles = new Map<string, Style>();
  private readonly paragraphDefaults: ParagraphSaid = { mark: {} };
  private readonly runDefaults: RunSaid = {};
  private readonly faces = new Map<string, RunSaid>();
  private normal: string | undefined;

  constructor(read: Reading) {
    read(this.top());
    for (const [id, { type, isDefault }] of this.styles)
      if (isDefault && type === 'paragraph') this.normal = id;
  }

  private top(): Scope {
    const scope: Scope = {
      open: (name, attributes) => {
        switch (name) {
          case 'w:rPr':
            return runSaid(this.runDefaults, everything);
          case 'w:pPr':
            return paragraphSaid(this.paragraphDefaults, everything);
          case 'w:style':
            return this.style(attributes);
          case 'w:latentStyles':
            return skipped;
          default:
            return scope;
        }
      },
    };
    return scope;
  }

  private style(attributes: Readonly<Record<string, string>>): Scope {
    const type = attributes['w:type'] ?? 'paragraph';
    if (type === 'table') return skipped;
    const style: Style = {
      name: '',
      type,
      isDefault: /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''),
      paragraph: { mark: {} },
      run: {},
    };
    this.styles.set(attributes['w:styleId'] ?? '', style);
    return {
      open(name, { 'w:val': value = '' }) {
        if (name === 'w:name') style.name = value;
        if (name === 'w:basedOn') style.basedOn = value;
        if (name === 'w:pPr') return paragraphSaid(style.paragraph, everything);
        return name === 'w:rPr' ? runSaid(style.run, everything) : skipped;
      },
    };
  }

  /** A style and those that it is based on, the nearest first. */
  private *chain(id: string | undefined): Iterable<[string, Style]> {
    let next = id;
    for (let depth = 0; next !== undefined && depth < deepest; depth++) {
      const style = this.styles.get(next);
      if (!style) return;
      yield [next, style];
      next = style.basedOn;
    }
  }

  name(id: string | undefined): string | undefined {
    return this.styles.get(id ?? this.normal ?? '')?.name || undefined;
  }

  /** The level of “heading 3”, by its own name or by that of a style it is based on. */
  heading(id: string | undefined): number | undefined {
    for (const [, { name }] of this.chain(id)) {
      const level = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
      if (level) return Number(level);
    }
    return undefined;
  }

  /** What a paragraph says, else its style and those behind it, else the defaults. */
  paragraph<Name extends keyof ParagraphSaid>(
    said: ParagraphSaid,
    name: Name,
  ): ParagraphSaid[Name] | undefined {
    if (said[name] !== undefined) return said[name];
    for (const [, { paragraph }] of this.chain(said.style ?? this.normal))
      if (paragraph[name] !== undefined) return paragraph[name];
    return this.paragraphDefaults[name];
  }

  /** The list that a paragraph is in by its style, and the nearest style that says something of it: its level alone, at times. */
  list(id: string | undefined): { list: string; level: number | undefined; style: string } | undefined {
    let nearest: { level: number | undefined; style: string } | undefined;
    for (const [style, { paragraph }] of this.chain(id ?? this.normal)) {
      const { list, level } = paragraph;
      if (list !== undefined || level !== undefined) nearest ??= { level, style };
      if (list !== undefined && nearest) return { list, ...nearest };
    }
    return undefined;
  }

  /** The list that a style of lists stands for. */
  listOf(id: string): string | undefined {
    return this.styles.get(id)?.paragraph.list;
  }

  face(paragraph: string | undefined, said: RunSaid): Face {
    const style = paragraph ?? this.normal ?? '';
    const key = `${style}\n${said.style ?? ''}`;
    let base = this.faces.get(key);
    if (!base) {
      base = { ...this.runDefaults, ...this.run(style), ...this.run(said.style) };
      this.faces.set(key, base);
    }
    return { bold: false, hidden: false, ...base, ...said };
  }

  private run(id: string | undefined): RunSaid {
    const said: RunSaid = {};
    for (const [, { run }] of [...this.chain(id)].reverse()) Object.assign(said, run);
    delete said.style;
    return said;
  }
}
