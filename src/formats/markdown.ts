import type { Inline, NumberedBlock, Table } from '../document/block.ts';
import { plain } from '../document/block.ts';
import { printedRows } from '../document/merges.ts';

/** Writes GitHub-flavoured Markdown that renders as the text was written, with the same numbers as the Word file. */
export function markdown(blocks: readonly NumberedBlock[]): string {
  const texts = blocks.map(block).filter((text) => text !== '');
  return `${texts.join('\n\n')}\n`;
}

/** A block by itself; nothing for one that Markdown has no word for. */
export function block(block: NumberedBlock): string {
  switch (block.kind) {
    case 'title':
      return `# ${line(block.text)}`;
    case 'heading':
      if (block.opens)
        return `**${line([{ text: block.label + plain(block.text), bold: false }]).replace(/。$/, '**。')}${endsOpen(block.text)}${inlines(
          block.opens,
        )
          .split('\\\n')
          .map((text, index) => (index === 0 ? text : lineStart(text)))
          .join('\\\n')}`;
      return `${'#'.repeat(Math.min(block.level + 1, 6))} ${line(labelled(block.label, block.text))}`;
    case 'item':
      return line(labelled(block.label, block.text));
    case 'paragraph':
      return block.role === 'attachmentTitle' ? `# ${line(block.text)}` : line(block.text);
    case 'table':
      return table(block);
    case 'redHead':
      return [
        ...block.front,
        ...block.issuers,
        block.word,
        block.signatories.length === 0 ? block.number : [...block.number, { text: '\t', bold: false }],
        block.signatories.flatMap((name, index) =>
          index === 0 ? name : [{ text: '　', bold: false }, ...name],
        ),
      ]
        .filter((text) => plain(text) !== '')
        .map(line)
        .join('\\\n');
    case 'signature':
      return [...block.signers, ...(block.date === undefined ? [] : [block.date])].map(line).join('\\\n');
    case 'pageBreak':
      return '---';
    case 'turn':
      return '';
    case 'contents':
      return [
        `**${line(block.text)}**`,
        block.entries
          .map(({ level, text }) => `${'  '.repeat(level - 1)}- ${line([{ text, bold: false }])}`)
          .join('\n'),
      ].join('\n\n');
    case 'picture':
      return `![${escaped(block.alternative)}](<${block.file.replace(/[<>\\]/g, '\\$&')}>)`;
  }
}

/** The star pair closes in front of the full stop, where every Markdown reader takes it for bold. */
function endsOpen(text: readonly Inline[]): string {
  return plain(text).endsWith('。') ? '' : '**';
}

function labelled(label: string, text: readonly Inline[]): Inline[] {
  return [{ text: label, bold: false }, ...text];
}

/** Markdown has no joined cells: what a cell is one with stays empty. */
function table(table: Table): string {
  const [columns = [], ...rows] = printedRows(table).map((row) => {
    const line: Inline[][] = table.columns.map(() => []);
    for (const { column, down, text } of row) if (down > 0) line[column] = text;
    return line;
  });
  const row = (cells: Inline[][]) =>
    `| ${cells.map((cell) => inlines(cell).replace(/\\\n/g, '<br>').replace(/\|/g, '\\|')).join(' | ')} |`;
  return [row(columns), `|${' --- |'.repeat(columns.length)}`, ...rows.map(row)].join('\n');
}

/** What would open a list, a heading or a quotation at the start of a line is escaped; a line break starts one too. */
function line(text: readonly Inline[]): string {
  return inlines(text).split('\\\n').map(lineStart).join('\\\n').replace(/#$/, '\\#');
}

function lineStart(text: string): string {
  return text.replace(/^(\s*\d{1,9})([.)])/, '$1\\$2').replace(/^(\s*)([-+=>#])/, '$1\\$2');
}

function inlines(text: readonly Inline[]): string {
  return text
    .map((inline, index) =>
      inline.bold
        ? bold(inline.text, text[index - 1]?.text ?? '', text[index + 1]?.text ?? '')
        : escaped(inline.text),
    )
    .join('');
}

/** Two stars are taken for bold only between the right neighbours (CommonMark 6.2); **重点：**推进 isn't, so it gets tags. */
function bold(text: string, before: string, after: string): string {
  const opens = !isMark(text.charAt(0)) || before === '' || /[\s\p{P}\p{S}]$/u.test(before);
  const closes = !isMark(text.slice(-1)) || after === '' || /^[\s\p{P}\p{S}]/u.test(after);
  const tight = !/^\s|\s$/.test(text);
  return opens && closes && tight ? `**${escaped(text)}**` : `<strong>${escaped(text)}</strong>`;
}

function isMark(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~]|&(?=[#\w]+;)/g, '\\$&')
    .replace(/\t/g, '　　')
    .replace(/\n/g, '\\\n');
}
