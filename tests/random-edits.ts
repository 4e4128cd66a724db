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

/** Makes one change of a kind at a place that the dice choose; false where there is no such place. */
export function change(document: EditedDocument, kind: Kind, roll: (sides: number) => number): boolean {
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
  if (at === undefined) return false;
  const { length } = text(at);
  const next = lines[lines.indexOf(at) + 1];
  switch (kind) {
    case 'middle': {
      const from = 1 + roll(length - 2);
      document.replace(at, from, from + roll(3), of(words) ?? '');
      break;
    }
    case 'begin':
      document.replace(at, start(text(at)), start(text(at)) + roll(2) * 2, of(words) ?? '');
      break;
    case 'end':
      document.replace(at, length, length, of(sentences) ?? '');
      break;
    case 'cut': {
      const from = start(text(at)) + roll(length - 8);
      document.replace(at, from, from + 2 + roll(4), '');
      break;
    }
    case 'sentence': {
      const ends = [...text(at).matchAll(/[。；]/g)].map(({ index }) => index + 1);
      const place = of(ends);
      if (place === undefined) return false;
      document.replace(at, place, place, of(sentences) ?? '');
      break;
    }
    case 'retyped':
      document.replace(at, start(text(at)), length, of(wholes) ?? '');
      break;
    case 'cell':
    case 'title': {
      const from = roll(length);
      document.replace(at, from, from, of(words) ?? '');
      break;
    }
    case 'number': {
      const to = number.exec(text(at))?.[0].length ?? 0;
      document.replace(
        at,
        0,
        to,
        text(at)
          .slice(0, to)
          .replace(/[一二三四五六七八九\d]/, (digit) =>
            digit === '三' ? '四' : digit === '3' ? '4' : /\d/.test(digit) ? '3' : '三',
          ),
      );
      break;
    }
    case 'split': {
      const ends = [...text(at).matchAll(/[。；]/g)]
        .map(({ index }) => index + 1)
        .filter((each) => each < length);
      const place = of(ends);
      if (place === undefined) return false;
      document.split(at, place);
      break;
    }
    case 'merge':
      if (next !== at + 1 || start(text(next)) > 0) return false;
      document.merge(at);
      break;
    case 'move': {
      // Among paragraphs of its kind: an item among items, a paragraph of the text among others.
      const to = of(
        long.filter((each) => Math.abs(each - at) > 1 && formOf(text(each)) === formOf(text(at))),
      );
      if (to === undefined) return false;
      document.move(at, to);
      break;
    }
    case 'new':
      document.insert(at, text(at).slice(0, start(text(at))) + (of(wholes) ?? ''));
      break;
    case 'gone':
      document.remove(at);
      break;
    case 'row':
      document.addRow(at, ['新增', '入户宣传', '每月一次', '平安办', '各村', '王平', '年底']);
      break;
    case 'row gone':
      document.removeRow(at);
      break;
  }
  return true;
}

const number =
  /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}\.|（\d{1,2}）|[①-⑳]|第[一二三四五六七八九十]+条[ \u3000]?)/;
const formOf = (text: string) => number.exec(text)?.[0].replace(/[一二三四五六七八九十\d①-⑳]+/, '');
const start = (text: string) => number.exec(text)?.[0].length ?? 0;
