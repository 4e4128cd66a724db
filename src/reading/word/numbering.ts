import type { Attributes } from '../../package/xml.ts';
import { type RunSaid, runSaid } from './said.ts';
import { type Reading, type Scope, skipped } from './scope.ts';
import { everything } from './tracked.ts';

/** A level of a list, as numbering.xml defines it (ECMA-376 17.9). */
export interface Level {
  start: number;
  format: string;
  /** `第%1条`; %1 is the number of the first level. */
  text: string;
  /** What follows the number. */
  follows: string;
  /** Numbers of other levels are written in digits too. */
  isLegal: boolean;
  /** Begins again behind a level from 1, at none where it is 0; undefined: at any above it. */
  restart: number | undefined;
  style: string | undefined;
  face: RunSaid;
}

export interface AbstractList {
  id: string;
  levels: (Level | undefined)[];
  /** It is what the style of lists of that name says. */
  link: string | undefined;
}

export interface List {
  abstract: string;
  starts: (number | undefined)[];
  levels: (Level | undefined)[];
}

const most = 9;

/** The lists of a file: `lists` by the ids that paragraphs name, each of them of an abstract one. */
export class Numbering {
  readonly lists = new Map<string, List>();
  readonly abstracts = new Map<string, AbstractList>();

  constructor(read: Reading) {
    read(this.top());
  }

  private top(): Scope {
    const scope: Scope = {
      open: (name, attributes) => {
        if (name === 'w:abstractNum') return this.abstract(attributes['w:abstractNumId'] ?? '');
        if (name === 'w:num') return this.list(attributes['w:numId'] ?? '');
        return name === 'w:numPicBullet' ? skipped : scope;
      },
    };
    return scope;
  }

  private abstract(id: string): Scope {
    const abstract: AbstractList = { id, levels: [], link: undefined };
    this.abstracts.set(id, abstract);
    return {
      open(name, attributes) {
        if (name === 'w:numStyleLink') abstract.link = attributes['w:val'];
        return name === 'w:lvl' ? levelOf(abstract.levels, attributes) : skipped;
      },
    };
  }

  private list(id: string): Scope {
    const list: List = { abstract: '', starts: [], levels: [] };
    this.lists.set(id, list);
    let at = 0;
    const scope: Scope = {
      open(name, attributes) {
        switch (name) {
          case 'w:abstractNumId':
            list.abstract = attributes['w:val'] ?? '';
            return skipped;
          case 'w:lvlOverride':
            at = whole(attributes['w:ilvl'], 0);
            return scope;
          case 'w:startOverride':
            if (at < most) list.starts[at] = whole(attributes['w:val'], 0);
            return skipped;
          case 'w:lvl':
            return levelOf(list.levels, attributes);
          default:
            return skipped;
        }
      },
    };
    return scope;
  }
}

function levelOf(levels: (Level | undefined)[], attributes: Attributes): Scope {
  const level: Level = {
    start: 0,
    format: 'decimal',
    text: '',
    follows: 'tab',
    isLegal: false,
    restart: undefined,
    style: undefined,
    face: {},
  };
  const at = whole(attributes['w:ilvl'], most);
  if (at < most) levels[at] = level;
  const scope: Scope = {
    open(name, { 'w:val': value, 'w:format': custom }) {
      switch (name) {
        case 'w:start':
          level.start = whole(value, 0);
          break;
        case 'w:numFmt':
          level.format =
            value === 'custom' && /^0+1\b/.test(custom ?? '') ? 'decimalZero' : (value ?? 'decimal');
          break;
        case 'w:lvlText':
          level.text = value ?? '';
          break;
        case 'w:suff':
          level.follows = value ?? 'tab';
          break;
        case 'w:isLgl':
          level.isLegal = !/^(?:0|false|off)$/.test(value ?? '');
          break;
        case 'w:lvlRestart':
          level.restart = whole(value, 0);
          break;
        case 'w:pStyle':
          level.style = value;
          break;
        case 'w:rPr':
          return runSaid(level.face, everything);
        case 'mc:AlternateContent':
        case 'mc:Choice':
          return scope;
      }
      return skipped;
    },
  };
  return scope;
}

function whole(value: string | undefined, otherwise: number): number {
  const read = Number.parseInt(value ?? '', 10);
  return Number.isFinite(read) && read >= 0 ? read : otherwise;
}
