import type { EditedDocument } from './edited-document.ts';

/** One change that somebody makes in Word. */
export const kinds = [
  'middle',
  'begin',
  'end',
  'cut',
  'sentence',
  'retyped',
  'cell',
  'title',
  'number',
  'split',
  'merge',
  'move',
  'new',
  'gone',
  'row',
  'row gone',
] as const;
export type Kind = (typeof kinds)[number];

/** What was done to a document: at which of its paragraphs as they were, to which stretch, and what was put there or where it went. */
export interface Edit {
  kind: Kind;
  at: number;
  from: number;
  to: number;
  /** The paragraph behind which it went. */
  behind?: number;
  /** The cells of a new row. */
  cells?: readonly string[];
}

/** Numbers that follow each other by chance, the same for the same seed. */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return Math.floor((((state ^ (state >>> 13)) >>> 0) / 2 ** 32) * sides);
  };
}

const words = ['切实', '全面', '进一步', '认真', '及时', '逐村逐户'];
const sentences = ['有关情况每月报镇平安办。', '发现问题立即整改。', '请各单位认真组织实施。'];
const wholes = [
  '各单位要高度重视，明确专人负责，确保各项措施落到实处。',
  '坚持边查边改、立行立改，做到不漏一户、不留死角。',
];

/** Makes one change of a kind at a place that the dice choose; nothing where there is no such place. */
export function change(
  document: EditedDocument,
  kind: Kind,
  roll: (sides: number) => number,
): Edit | undefined {
  const of = <T>(all: readonly T[]): T | undefined => all[roll(all.length)];
  const { texts } = document;
  const text = (at: number) => texts[at] ?? '';
  const lines = document.places(false);
  // The head and the title are no text that somebody splits or moves.
  const long = lines.slice(3).filter((at) => text(at).length >= 20);
  // 版记 is set as a table, and nobody puts rows into it.
  const cells = document.places(true).filter((at) => kind === 'cell' || !/抄送|印发|承办/.test(text(at)));
  const at = of(
    kind === 'cell' || kind.startsWith('row')
      ? cells
      : kind === 'title'
        ? lines.slice(0, 4)
        : kind === 'number'
          ? lines.filter((each) => number.test(text(each)))
          : long,
  );
  if (at === undefined) return undefined;
  const { length } = text(at);
  const next = lines[lines.indexOf(at) + 1];
  const done = (from: number, to = from): Edit => ({ kind, at, from, to });
  const replace = (from: number, to: number, words: string): Edit => {
    document.replace(at, from, to, words);
    return done(from, to);
  };
  switch (kind) {
    case 'middle': {
      const from = 1 + roll(length - 2);
      return replace(from, from + roll(3), of(words) ?? '');
    }
    case 'begin':
      return replace(start(text(at)), start(text(at)) + roll(2) * 2, of(words) ?? '');
    case 'end':
      return replace(length, length, of(sentences) ?? '');
    case 'cut': {
      const from = start(text(at)) + roll(length - 8);
      return replace(from, from + 2 + roll(4), '');
    }
    case 'sentence': {
      const place = of(sentenceEnds(text(at)));
      return place === undefined ? undefined : replace(place, place, of(sentences) ?? '');
    }
    case 'retyped':
      return replace(start(text(at)), length, of(wholes) ?? '');
    case 'cell':
    case 'title': {
      const from = roll(length);
      return replace(from, from, of(words) ?? '');
    }
    case 'number': {
      const to = number.exec(text(at))?.[0].length ?? 0;
      const other = text(at)
        .slice(0, to)
        .replace(/[一二三四五六七八九\d]/, (digit) =>
          digit === '三' ? '四' : digit === '3' ? '4' : /\d/.test(digit) ? '3' : '三',
        );
      return replace(0, to, other);
    }
    case 'split': {
      const place = of(sentenceEnds(text(at)).filter((each) => each < length));
      if (place === undefined) return undefined;
      document.split(at, place);
      return done(place);
    }
    case 'merge':
      if (next !== at + 1 || start(text(next)) > 0) return undefined;
      document.merge(at);
      return done(length);
    case 'move': {
      // Among paragraphs of its kind: an item among items, a paragraph of the text among others.
      const to = of(
        long.filter((each) => Math.abs(each - at) > 1 && formOf(text(each)) === formOf(text(at))),
      );
      if (to === undefined) return undefined;
      document.move(at, to);
      return { ...done(0, length), behind: to };
    }
    case 'new':
      document.insert(at, text(at).slice(0, start(text(at))) + (of(wholes) ?? ''));
      return done(length);
    case 'gone':
      document.remove(at);
      return done(0, length);
    case 'row': {
      // Who adds a row counts on in its first column, and fills in the others.
      const row = document.row(at);
      const cells = row.map((cell, column) =>
        column === 0 && /^(?:\d*|序号)$/.test(cell)
          ? cell && String((Number(cell) || 0) + 1)
          : (rowTexts[column] ?? ''),
      );
      document.addRow(at, cells);
      return { ...done(0, length), cells };
    }
    case 'row gone':
      document.removeRow(at);
      return done(0, length);
  }
}

const rowTexts = ['新增', '入户宣传', '每月一次', '平安办', '各村', '王平', '年底'];

const sentenceEnds = (text: string) => [...text.matchAll(/[。；]/g)].map(({ index }) => index + 1);

const number =
  /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}\.|（\d{1,2}）|[①-⑳]|第[一二三四五六七八九十]+[章条][ \u3000]?)/;
const formOf = (text: string) => number.exec(text)?.[0].replace(/[一二三四五六七八九十\d①-⑳]+/, '');
const start = (text: string) => number.exec(text)?.[0].length ?? 0;
