import { describe, expect, test } from 'vitest';
import type { Block, Inline } from '../src/document/block.ts';
import { printedRows } from '../src/document/merges.ts';
import { MarkupError } from '../src/markup/error.ts';
import { escapeProse, escapeValue, oneLine, printable } from '../src/markup/escape.ts';
import { inert } from '../src/markup/inert.ts';
import { parse } from '../src/markup/parse.ts';
import { testCases } from './cases.ts';

/** Bold between 【】, a line break as ↵, a tab as →. */
const text = (inlines: readonly Inline[]) =>
  inlines
    .map(({ text, bold }) => (bold ? `【${text}】` : text))
    .join('·')
    .replaceAll('\n', '↵')
    .replaceAll('\t', '→');

/** What a block is, in a line; a table with a line a row, each cell with how far it reaches. */
function shown(block: Block): string {
  switch (block.kind) {
    case 'title':
    case 'pageBreak':
      return `${block.kind} ${'text' in block ? text(block.text) : ''}`.trim();
    case 'contents':
      return `${block.kind} ${block.levels} ${text(block.text)}`;
    case 'picture': {
      const { kind, ...rest } = block;
      return `${kind} ${JSON.stringify(rest)}`;
    }
    case 'heading':
    case 'item':
      return `${block.kind} ${block.level} ${text(block.text)}`;
    case 'paragraph':
      return `${block.role} ${text(block.text)}`;
    case 'turn':
      return `turn ${block.closes} → ${block.to}`;
    case 'signature':
      return `signature ${block.seal} ${block.signers.map(text).join('、')} ${text(block.date ?? [])}`.trim();
    case 'redHead': {
      const { kind, form, preprinted, size: _, ...texts } = block;
      const lists = Object.entries(texts).map(([name, value]) =>
        Array.isArray(value[0])
          ? `${name}=${(value as Inline[][]).map(text).join('、')}`
          : `${name}=${text(value as Inline[])}`,
      );
      return [kind, form, ...(preprinted ? ['preprinted'] : []), ...lists].join(' ');
    }
    case 'table': {
      const rows = printedRows(block).map((row) =>
        row.map((cell) => `${cell.column}:${text(cell.text)} ${cell.across}×${cell.down}`).join(' | '),
      );
      const { headRows, shares = [], wide, joins, alike = [] } = block;
      const head = `table head ${headRows} shares ${shares.join('/')} alike ${alike.join('/')}${wide ? ' wide' : ''}${joins ? ' joined' : ''}`;
      return [head, ...rows].join('\n  ');
    }
  }
}

function told(markup: string): string {
  try {
    return parse(markup).map(shown).join('\n');
  } catch (error) {
    if (error instanceof MarkupError) return `错误：${error.message}`;
    throw error;
  }
}

testCases('markup/cases.txt', told);

test('blanks around a line are nothing, but full-width ones are text', () => {
  expect(told('\t 甲 \r\n\u3000乙\u3000\n\r\n \n')).toBe('body 甲\nbody \u3000乙\u3000');
});

describe('escaping', () => {
  test.each([
    ['\u0000甲\u0008\u001f\u007f\u0084\u0086\u009f\ufffe\uffff', '甲'],
    ['甲𠀀', '甲𠀀'],
  ])('%j can’t all stand in a document', (value, kept) => {
    expect(printable(value)).toBe(kept);
    expect(escapeProse(value)).toBe(kept);
    expect(inert(escapeValue(value))).toBe(kept);
  });

  test.each([
    ['**甲** # | : \\', '\\*\\*甲\\*\\* \\# \\| \\: \\\\'],
    ['^甲^<', '\\^甲^<'],
    ['<甲', '\\<甲'],
    ['  甲\t乙  ', '甲 乙'],
    ['甲\r\n乙\r丙\n丁\v戊\f己\u0085庚\u2028辛\u2029壬', '甲\\n乙\\n丙\\n丁\\n戊\\n己\\n庚\\n辛\\n壬'],
  ])('a value %j', (value, escaped) => expect(escapeValue(value)).toBe(escaped));

  test.each([
    ['**甲** *乙* # | : \\', '**甲** \\*乙\\* \\# \\| \\: \\\\'],
    ['***甲***', String.raw`\*\*\*甲\*\*\*`],
    ['甲\t乙\n丙', '甲 乙\n丙'],
  ])('an author’s text %j', (value, escaped) => expect(escapeProse(value)).toBe(escaped));

  test('paragraphs in a cell stand on one line', () => expect(oneLine('甲\n\n乙\n丙')).toBe('甲\\n乙\\n丙'));
});
