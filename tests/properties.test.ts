import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { plain } from '../src/document/block.ts';
import { escapeProse, escapeValue } from '../src/markup/escape.ts';
import { parse } from '../src/markup/parse.ts';
import { parseYaml } from '../src/notation/yaml.ts';
import { lineHeight } from '../src/page/profile.ts';
import { profile } from '../src/page/profiles.ts';
import { sealedLines } from '../src/page/seal.ts';
import { signatureLines } from '../src/page/signature.ts';
import { countBelow, stretchAt } from '../src/text/ascending.ts';
import { isHan } from '../src/text/paragraphs.ts';
import { isWithin, sentenceEnd, sentenceStart } from '../src/text/sentences.ts';
import { occurrences } from '../src/writing/occurrences.ts';

/** Texts as plans have them, with everything that means something to YAML or to markup. */
const text = fc
  .array(
    fc.constantFrom(
      '平安',
      '村',
      '。',
      '，',
      ' ',
      '  ',
      '\n',
      '\n\n',
      'a',
      '1',
      ':',
      ': ',
      '#',
      ' #',
      "'",
      '"',
      '\\',
      '-',
      '|',
      '{{',
      '}}',
      '**',
      '<w:p>',
      '&',
      '𠮷',
      '　',
      ':::',
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('the place of every character of a scalar, whatever its notation', () => {
  test.each(['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const)(
    '%s',
    (style) => {
      let ends = 0;
      fc.assert(
        fc.property(text, fc.boolean(), (value, windows) => {
          fc.pre(value.trim() !== '');
          const written = stringify(
            { 外: { 键: value } },
            { defaultStringType: style, defaultKeyType: 'PLAIN', lineWidth: 24 },
          );
          const source = windows ? written.replaceAll('\n', '\r\n') : written;
          const root = parseYaml(source, () => undefined);
          const outer = root?.kind === 'map' ? root.entries[0]?.value : undefined;
          const scalar = outer?.kind === 'map' ? outer.entries[0]?.value : undefined;
          if (scalar?.kind !== 'scalar') return;
          for (let index = 0; index < scalar.text.length; index++) {
            const found = source.charAt(scalar.at(index));
            const character = scalar.text.charAt(index);
            const folded = /\s/.test(character) && /\s/.test(found);
            expect(
              found === character || folded || found === '\\' || (found === "'" && character === "'"),
              `${JSON.stringify(source)} ${index}: ${found} for ${character}`,
            ).toBe(true);
            if (character === ' ' && /[\r\n]/.test(found))
              expect(isHan(scalar.text.charAt(index - 1)) || isHan(scalar.text.charAt(index + 1))).toBe(
                false,
              );
            if (folded || found === '\\' || found === "'") continue;

            ends++;
          }
        }),
        { numRuns: 600 },
      );
      expect(ends).toBeGreaterThan(1000);
    },
  );
});

test('7.3.5.1: seals of several issuers never touch, and stay in the type area; the last stands over the date', () => {
  const name = fc.integer({ min: 2, max: 14 }).map((length) => [{ text: '委'.repeat(length), bold: false }]);
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), (signers) => {
      const date = [{ text: '2026年3月5日', bold: false }];
      const lines = signatureLines({ kind: 'signature', seal: 'seal', signers, date }, profile());
      const rows = lines.slice(0, -1).map(({ text, characters }) => {
        let right = characters;
        const middles: number[] = [];
        for (const { text: words } of [...text].reverse()) {
          // A blank of the Latin face is a quarter as wide as a character.
          const length = [...words].length - 0.75 * words.split(' ').length + 0.75;
          if (words.startsWith('委')) middles.unshift(28 - right - length / 2);
          right += length;
        }
        expect(right).toBeLessThanOrEqual(28);
        return middles;
      });
      expect(rows.flat()).toHaveLength(signers.length);
      for (const row of rows)
        row.forEach((middle, index) => {
          // 42 mm across, and in columns.
          if (index > 0) expect(middle - (row[index - 1] ?? 0)).toBeGreaterThanOrEqual(8.5);
          expect(middle).toBe(rows[0]?.at(index - row.length));
          expect(middle).toBeGreaterThan(3.5);
        });
      const filled = rows.flatMap((row, index) => (row.length > 0 ? [index] : []));
      filled.forEach((line, index) => {
        if (index > 0) expect(line - (filled[index - 1] ?? 0)).toBe(5);
      });
      expect(Math.abs((rows.at(-1)?.at(-1) ?? 0) - (28 - 7))).toBeLessThan(1);
    }),
  );
});

test('7.3.5.1: nor do their pictures, as large as they may be, in any profile', () => {
  const picture = fc.record({
    wide: fc.constantFrom(undefined, 567, 2381, 2552, 3402),
    high: fc.constantFrom(0.5, 1, 1.2),
  });
  const length = fc.integer({ min: 2, max: 26 });
  const names = fc.array(fc.tuple(length, picture), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(names, fc.constantFrom('gb9704', 'gb33476', 'plain'), (signers, name) => {
      const look = profile({ profile: name });
      const pitch = lineHeight(look);
      const lines = sealedLines(
        {
          kind: 'signature',
          seal: 'seal',
          signers: signers.map(([length]) => [{ text: '委'.repeat(length), bold: false }]),
          date: [{ text: '2026年3月5日', bold: false }],
          pictures: signers.map(([, { wide, high }]) => ({
            file: '章.png',
            picture: { width: 1000, height: 1000 * high } as never,
            ...(wide && { width: { twips: wide } }),
          })),
        },
        look,
      );
      const placed = lines.flatMap(({ seals = [] }, index) =>
        seals.map(({ left, top, width, height }) => ({
          left,
          right: left + width,
          top: index * pitch + top,
          bottom: index * pitch + top + height,
        })),
      );
      expect(placed).toHaveLength(signers.length);
      placed.forEach((one, index) => {
        for (const other of placed.slice(index + 1))
          expect(
            Math.min(one.right, other.right) < Math.max(one.left, other.left) ||
              Math.min(one.bottom, other.bottom) < Math.max(one.top, other.top),
          ).toBe(true);
      });
    }),
  );
});

/** What is left of a value: control characters and blanks at the ends are dropped, tabs become blanks. */
const kept = (value: string) => value.trim().replace(/\r\n?/g, '\n').replace(/\t/g, ' ');

test('a value is inert in a paragraph, a heading, a block of its own and a cell', () => {
  fc.assert(
    fc.property(text, (value) => {
      const expected = kept(value);
      fc.pre(expected !== '' && !/^[ ]|[ ]$/.test(expected));
      const inert = escapeValue(value);
      const read = (markup: string) =>
        parse(markup).map((block) => ('text' in block ? [block.kind, plain(block.text)] : [block.kind]));
      expect(read(`甲${inert}`)).toEqual([['paragraph', `甲${expected}`]]);
      expect(read(inert)).toEqual([['paragraph', expected]]);
      expect(read(`## ${inert}`)).toEqual([['heading', expected]]);
      expect(read(`::: 主送\n${inert}\n:::`)).toEqual([['paragraph', expected]]);
      const [table] = parse(`| 甲 | 乙 |\n|---|---|\n| ${inert} | 丙 |`);
      expect(table?.kind === 'table' && table.rows.map((row) => row.map(plain))).toEqual([[expected, '丙']]);
    }),
    { numRuns: 1500 },
  );
});

test('the author’s own text means nothing to markup but **bold**', () => {
  fc.assert(
    fc.property(text, (value) => {
      const line = value.replaceAll('\n', '').replaceAll('**', '').trim();
      fc.pre(line !== '' && !line.includes('*'));
      const blocks = parse(escapeProse(line));
      expect(blocks.map((block) => ('text' in block ? [block.kind, plain(block.text)] : []))).toEqual([
        ['paragraph', line],
      ]);
    }),
    { numRuns: 1500 },
  );
  expect(
    parse(escapeProse('**重点：**推进5*3米')).flatMap((block) => ('text' in block ? block.text : [])),
  ).toEqual([
    { text: '重点：', bold: true },
    { text: '推进5*3米', bold: false },
  ]);
});

test('words are found in a text as often as they stand in it, one within another too', () => {
  const letters = (maxLength: number) =>
    fc.array(fc.constantFrom('平', '安', '镇', '\n'), { maxLength }).map((each) => each.join(''));
  let within = 0;
  fc.assert(
    fc.property(fc.array(letters(5), { maxLength: 8 }), letters(60), (words, text) => {
      const wanted = words.filter((word) => word !== '');
      const naive = (word: string) => [...text].filter((_, at) => text.startsWith(word, at)).length;
      const found = occurrences(new Set(wanted), text);
      expect([...found]).toEqual([...new Set(wanted)].map((word) => [word, naive(word)]));
      within += wanted.filter((word) =>
        wanted.some((other) => other !== word && other.endsWith(word)),
      ).length;
    }),
    { numRuns: 500 },
  );
  expect(within).toBeGreaterThan(100);
});

test('a place is found among ascending ones as by looking at each', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 12 }), fc.integer({ min: -3, max: 35 }), (some, place) => {
      const numbers = [...some].sort((a, b) => a - b);
      expect(countBelow(numbers, place)).toBe(numbers.filter((each) => each < place).length);
      const last = numbers.findLastIndex((each) => each <= place);
      expect(stretchAt(numbers, place)).toBe(Math.max(0, last));
    }),
    { numRuns: 500 },
  );
});

test('a sentence begins behind the mark in front of a place and ends at the next, as far as anybody reads', () => {
  const text = '甲。乙，丙《丁戊》己。庚';
  const at = text.indexOf('戊');
  expect(text.slice(sentenceStart(text, at, '。'), sentenceEnd(text, at, '。'))).toBe('乙，丙《丁戊》己');
  expect(text.slice(sentenceStart(text, at, '。，'), sentenceEnd(text, at, '》'))).toBe('丙《丁戊');
  expect([...text].map((_, place) => isWithin(text, place, '《》'))).toEqual(
    [...text].map((each) => '丁戊》'.includes(each)),
  );
  const rare = '𠮷𠮷𠮷村。乙';
  expect(rare.slice(sentenceStart(rare, 2, '。'), sentenceEnd(rare, 2, '。'))).toBe('𠮷𠮷𠮷村');
  const long = '甲'.repeat(5000);
  expect([sentenceStart(long, 3000, '。'), sentenceEnd(long, 3000, '。')]).toEqual([2000, 4000]);
  expect([sentenceStart(text, 1, '。'), sentenceEnd(text, text.length - 1, '。')]).toEqual([0, text.length]);
});
