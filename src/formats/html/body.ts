import type { Contents, Inline, NumberedBlock, Paragraph, Table, Turn } from '../../document/block.ts';
import type { Attendance } from '../../page/attendance.ts';
import { blanksBetween, isFoot, leadsToSignature, note } from '../../page/blank-lines.ts';
import type { Grid } from '../../page/columns.ts';
import { type LaidOut, laidOut } from '../../page/measured.ts';
import { sizedPicture } from '../../page/picture.ts';
import type { Profile } from '../../page/profile.ts';
import type { SealedLine } from '../../page/seal.ts';
import { picture, seal } from './picture.ts';
import { redHead } from './red-head.ts';
import { blank, inlines, points, text } from './text.ts';

/** The blocks of a document as HTML. */
export function body(blocks: readonly NumberedBlock[], profile: Profile): string[] {
  return blocks.map((block, index) => {
    const after = blocks[index + 1];
    return placed(laidOut(block, after, profile), blocks[index - 1], after, profile);
  });
}

/** A block that is laid out as it stands between its neighbours. */
export function placed(
  block: LaidOut,
  before: NumberedBlock | undefined,
  after: NumberedBlock | undefined,
  profile: Profile,
): string {
  const html = one(block, before, after, profile);
  const lines = blank.repeat(blanksBetween(before, block));
  return (
    (leadsToSignature(block) ? kept(lines) : lines) + ('kept' in block && block.kept ? kept(html) : html)
  );
}

/** On the page of what stands below it. */
function kept(html: string): string {
  return html.replace(/^<(p|h\d|table)(?: class="([^"]*)")?/gm, (_, tag: string, names?: string) =>
    names === undefined ? `<${tag} class="kept"` : `<${tag} class="${names} kept"`,
  );
}

function one(
  block: LaidOut,
  before: NumberedBlock | undefined,
  after: NumberedBlock | undefined,
  profile: Profile,
): string {
  switch (block.kind) {
    case 'title':
      return `<h1${before?.kind === 'pageBreak' ? ' class="newPage"' : ''}>${inlines(block.text)}</h1>\n`;
    case 'heading': {
      const title = text(block.label) + inlines(block.text);
      if (block.opens)
        return `<p><span class="level${block.level}">${title}</span>${inlines(block.opens)}</p>\n`;
      const level = Math.min(block.level + 1, 6);
      return `<h${level} class="level${block.level}"${id(block)}>${title}</h${level}>\n`;
    }
    case 'item':
      return `<p>${text(block.label)}${inlines(block.text)}</p>\n`;
    case 'paragraph':
      return paragraph(block, before, after);
    case 'table':
      return table(block);
    case 'redHead':
      return redHead(block, profile);
    case 'signature':
      return signature(block.lines, profile);
    case 'pageBreak':
      return after?.kind === 'title' ? '' : '<p class="blank newPage"></p>\n';
    case 'turn':
      return turn(block);
    case 'contents':
      return contents(block);
    case 'picture':
      return picture(sizedPicture(block, profile), after);
  }
}

/** Where 目录 points at; pages of a screen have no numbers. */
function id({ anchor }: { anchor?: number | undefined }): string {
  return anchor === undefined ? '' : ` id="toc${anchor}"`;
}

function contents({ text: title, entries }: Contents): string {
  const lines = entries.map(
    ({ level, text: said, anchor }) =>
      `<p class="toc${level}"><a href="#toc${anchor}">${text(said)}</a></p>\n`,
  );
  return `<nav>\n<p class="contentsTitle">${inlines(title)}</p>\n${blank}${lines.join('')}</nav>\n`;
}

/** Upright pages are in no section. */
function turn({ to, closes }: Turn): string {
  const end = closes === 'landscape' || closes === 'overleaf' ? '</section>\n' : '';
  return to === 'portrait' ? end : `${end}<section class="${to}">\n`;
}

function paragraph(
  { role, text: content, attendance, anchor, tens }: Paragraph & { attendance?: Attendance; tens?: boolean },
  before: NumberedBlock | undefined,
  after: NumberedBlock | undefined,
): string {
  if (role === 'body') return `<p>${inlines(content)}</p>\n`;
  if (attendance) {
    const label = inlines(attendance.label);
    return `<p class="attendance">${label && `<span>${label}</span>`}${inlines(attendance.names)}</p>\n`;
  }
  if (role === 'attachmentTitle')
    return `<h1 class="attachmentTitle"${id({ anchor })}>${inlines(content)}</h1>\n`;
  if (role === 'attachmentLabel') return `<p class="attachmentLabel newPage">${inlines(content)}</p>\n`;
  const ends = [
    isFoot(before) ? 'inner' : 'first',
    ...(after === undefined || after.kind === 'turn' ? ['last'] : []),
  ];
  const name = role === 'attachmentNote' ? note(before, after, tens) : role;
  if (role !== 'cc' && role !== 'imprint') return `<p class="${name}">${sides(content)}</p>\n`;
  const foot = `<p class="foot ${role} ${ends.join(' ')}">${sides(content)}</p>\n`;
  return `${isFoot(before) ? '' : '<div class="feet">\n'}${foot}${isFoot(after) ? '' : '</div>\n'}`;
}

/** What stands behind a jump to the right edge is put there. */
function sides(content: Inline[]): string {
  const shown = inlines(content);
  const cut = shown.indexOf('\t');
  if (cut < 0) return shown;
  const [left, right] = [shown.slice(0, cut), shown.slice(cut + 1)];
  // Of several lines only the last has something at its right.
  if (!left.includes('<br>')) return `<span>${left}</span> <span>${right}</span>`;
  if (left.endsWith('<br>'))
    return `<span style="width:100%">${left}<span style="display:block;text-align:right">${right}</span></span>`;
  return `<span>${left}</span> <span style="flex:none;margin-left:-100%">${right}</span>`;
}

function table({ headRows, grid }: Table & { grid: Grid }): string {
  const { area, widths, short } = grid.measures;
  const cols = widths.map((each) => `<col style="width:${points((100 * each) / area)}%">`);
  const lines = grid.rows.map((row, index) => {
    const name = index <= headRows ? 'th' : 'td';
    const cells = row.map(({ text, column, across, down }) => {
      if (down === 0) return '';
      const reach = `${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`;
      const look =
        name === 'th' ? ` scope="${across > 1 ? 'colgroup' : 'col'}"` : short[column] ? ' class="short"' : '';
      return `<${name}${look}${reach}>${inlines(text)}</${name}>`;
    });
    return `<tr>${cells.join('')}</tr>\n`;
  });
  const head = lines
    .slice(0, headRows + 1)
    .join('')
    .trimEnd();
  return `<table>\n<colgroup>${cols.join('')}</colgroup>\n<thead>${head}</thead>\n<tbody>\n${lines.slice(headRows + 1).join('')}</tbody>\n</table>\n`;
}

function signature(lines: readonly SealedLine[], profile: Profile): string {
  const shown = lines
    .map(({ text, side, characters, seals = [] }) => {
      if (text.length === 0) return blank;
      const under = seals.length === 0 ? '' : 'position:relative;z-index:0;';
      return `<p class="signature" style="${under}text-align:${side};padding-${side}:${points((Math.max(0, characters) * profile.character) / 20)}pt">${seals.map(seal).join('')}${inlines(text)}</p>\n`;
    })
    .join('');
  return `<div class="signatures">\n${shown}</div>\n`;
}
