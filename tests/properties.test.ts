import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { plain } from '../src/document/block.ts';
import { escapeProse, escapeValue } from '../src/markup/escape.ts';
import { parse } from '../src/markup/parse.ts';
import { parseYaml } from '../src/plan/yaml.ts';

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
          }
        }),
        { numRuns: 600 },
      );
    },
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
