import type { Inline, NumberedBlock, RedHead, Role, Signature, Table, Turn } from '../../document/block.ts';
import { plain } from '../../document/block.ts';
import { printedRows } from '../../document/merges.ts';
import { type Profile, typeArea } from '../../page/profile.ts';
import { signatureLines } from '../../page/signature.ts';
import { broken } from '../../page/title.ts';
import { width } from '../../text/width.ts';
import { blanksBetween, note } from '../docx/body.ts';
import { shortColumns, tableArea, tableWidths } from '../docx/table.ts';

const blank = '<p class="blank"></p>\n';

/** A block as it stands between its neighbours. */
export function placed(
  block: NumberedBlock,
  before: NumberedBlock | undefined,
  after: NumberedBlock | undefined,
  profile: Profile,
): string {
  return blank.repeat(blanksBetween(before, block)) + one(block, before, after, profile);
}

function one(
  block: NumberedBlock,
  before: NumberedBlock | undefined,
  after: NumberedBlock | undefined,
  profile: Profile,
): string {
  switch (block.kind) {
    case 'title':
      return `<h1${before?.kind === 'pageBreak' ? ' class="newPage"' : ''}>${inlines(broken(block.text, profile))}</h1>\n`;
    case 'heading': {
      const title = text(block.label) + inlines(block.text);
      if (block.opens)
        return `<p><span class="level${block.level}">${title}</span>${inlines(block.opens)}</p>\n`;
      const level = Math.min(block.level + 1, 6);
      return `<h${level} class="level${block.level}">${title}</h${level}>\n`;
    }
    case 'item':
      return `<p>${text(block.label)}${inlines(block.text)}</p>\n`;
    case 'paragraph':
      return paragraph(block.role, block.text, before, after, profile);
    case 'table':
      return table(block, profile);
    case 'redHead':
      return redHead(block, profile);
    case 'signature':
      return signature(block, profile);
    case 'pageBreak':
      return after?.kind === 'title' ? '' : '<p class="blank newPage"></p>\n';
    case 'turn':
      return turn(block);
  }
}

/** Upright pages are in no section. */
function turn({ to, closes }: Turn): string {
  const end = closes === 'landscape' || closes === 'overleaf' ? '</section>\n' : '';
  return to === 'portrait' ? end : `${end}<section class="${to}">\n`;
}

function paragraph(
  role: Role,
  content: Inline[],
  before: NumberedBlock | undefined,
  after: NumberedBlock | undefined,
  profile: Profile,
): string {
  if (role === 'body') return `<p>${inlines(content)}</p>\n`;
  if (role === 'attendance')
    return `<p class="attendance">${inlines(content).replace(/^[^：]*：/, '<span>$&</span>')}</p>\n`;
  if (role === 'attachmentTitle')
    return `<h1 class="attachmentTitle">${inlines(broken(content, profile))}</h1>\n`;
  if (role === 'attachmentLabel') return `<p class="attachmentLabel newPage">${inlines(content)}</p>\n`;
  const ends = [
    before?.kind === 'paragraph' && before.role === 'cc' ? 'inner' : 'first',
    ...(after === undefined || after.kind === 'turn' ? ['last'] : []),
  ];
  const name = role === 'attachmentNote' ? note(before, after) : role;
  const classes = role === 'cc' || role === 'imprint' ? ['foot', role, ...ends] : [name];
  return `<p class="${classes.join(' ')}">${sides(content)}</p>\n`;
}

/** What stands behind a jump to the right edge is put there. */
function sides(content: Inline[]): string {
  const shown = inlines(content);
  const cut = shown.indexOf('\t');
  return cut < 0 ? shown : `<span>${shown.slice(0, cut)}</span><span>${shown.slice(cut + 1)}</span>`;
}

function table(block: Table, profile: Profile): string {
  const area = tableArea(block, profile);
  const rows = printedRows(block);
  const short = shortColumns(block);
  const cols = tableWidths(block, rows, area, profile).map(
    (each) => `<col style="width:${points((100 * each) / area)}%">`,
  );
  const lines = rows.map((row, index) => {
    const name = index <= block.headRows ? 'th' : 'td';
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
    .slice(0, block.headRows + 1)
    .join('')
    .trimEnd();
  return `<table>\n<colgroup>${cols.join('')}</colgroup>\n<thead>${head}</thead>\n<tbody>\n${lines.slice(block.headRows + 1).join('')}</tbody>\n</table>\n`;
}

function signature(block: Signature, profile: Profile): string {
  const lines = signatureLines(block, profile)
    .map(({ text, side, characters }) =>
      text.length === 0
        ? blank
        : `<p class="signature" style="text-align:${side};padding-${side}:${points((Math.max(0, characters) * profile.character) / 20)}pt">${inlines(text)}</p>\n`,
    )
    .join('');
  return `<div class="signatures">\n${lines}</div>\n`;
}

/** 7.2; the places are those of the Word file. */
function redHead(block: RedHead, profile: Profile): string {
  if (block.form === 'letter') return letterHead(block, profile);
  const { front, issuers, word, number, signatories, preprinted, form } = block;
  const room = Math.max(...issuers.map(ems), 1) + (word.length === 0 ? 0 : ems(word) + 0.5);
  const share = Math.min(1, typeArea(profile) / (room * profile.redHead.size * 10));
  const names = issuers.map((issuer) => `<span>${inlines(issuer)}</span>`).join('');
  const beside = word.length === 0 ? '' : `<span>${inlines(word)}</span>`;
  const from = form === 'order' ? profile.redHead.orderTop : profile.redHead.top;
  const top = from - front.length * profile.line.pitch;
  const style = `margin-top:${points(Math.max(0, top) / 20)}pt;font-size:${points((profile.redHead.size / 2) * share)}pt`;
  const persons = signatories.map(inlines).join('　');
  return [
    ...front.map((line) => `<p class="secrecy">${inlines(line)}</p>\n`),
    `<div class="mark${preprinted ? ' preprinted' : ''}" style="${style}"><div>${names}</div>${beside}</div>\n`,
    blank.repeat(2),
    persons === ''
      ? `<p class="docNumber">${inlines(number)}</p>\n`
      : `<p class="numberLine"><span>${inlines(number)}</span><span>${persons}</span></p>\n`,
    form === 'order' ? '' : `<p class="${preprinted ? 'room' : 'redRule'}"></p>\n`,
    blank.repeat(2),
  ].join('');
}

/** 10.1: a letter; its lower rule is a matter of the printed page. */
function letterHead({ front, issuers, number, preprinted }: RedHead, profile: Profile): string {
  const [issuer = []] = issuers;
  const share = Math.min(1, profile.redHead.letter.width / (ems(issuer) * profile.redHead.size * 10));
  const style = `font-size:${points((profile.redHead.size / 2) * share)}pt`;
  const [first = [], ...others] = front;
  const name = /^\d*$/.test(plain(first)) ? 'copyNumber' : 'secrecy';
  return [
    `<div class="letter${preprinted ? ' preprinted' : ''}"><div class="mark" style="${style}"><span>${inlines(issuer)}</span></div></div>\n`,
    `<p class="letterLine"><span class="${name}">${inlines(first)}</span><span>${inlines(number)}</span></p>\n`,
    ...others.map((line) => `<p class="secrecy">${inlines(line)}</p>\n`),
    blank.repeat(2),
  ].join('');
}

function ems(content: Inline[]): number {
  return width(plain(content)) / 2;
}

/** A length as CSS takes it, to a hundredth. */
function points(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function inlines(content: readonly Inline[]): string {
  return content
    .map(({ text: each, bold }) => (bold ? `<strong>${text(each)}</strong>` : text(each)))
    .join('');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '<br>',
};

/** Text as HTML, good for attributes too. */
export function text(value: string): string {
  return value.replace(/[&<>"\n]/g, (character) => entities[character] ?? character);
}
