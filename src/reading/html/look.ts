import type { PrintedLine } from '../printed.ts';

/** How the text in an element looks, and what becomes of it; children look like their parents where they say nothing. */
export interface Look {
  bold: boolean;
  han?: string;
  size?: number;
  align?: NonNullable<PrintedLine['align']>;
  heading?: number;
  /** Of the first line, in characters. */
  indent?: number;
  /** Line breaks and blanks count. */
  isKept: boolean;
  /** It leads somewhere else. */
  link?: boolean;
  /** It belongs to the page, and not to its text. */
  within?: 'page';
  /** Why its text isn't printed. */
  lost?: Lost;
}

export type Lost = '脚本和样式' | '网页标题' | '表单里的字' | '隐藏的字' | '注音';

const lost: Record<string, Lost> = {
  script: '脚本和样式',
  style: '脚本和样式',
  noscript: '脚本和样式',
  template: '脚本和样式',
  svg: '脚本和样式',
  iframe: '脚本和样式',
  title: '网页标题',
  select: '表单里的字',
  textarea: '表单里的字',
  button: '表单里的字',
  rt: '注音',
  rp: '注音',
};

/** Elements that stand on lines of their own. */
export const isBlock = (name: string): boolean =>
  /^(?:address|article|aside|blockquote|body|caption|center|d[dlt]|details|dialog|div|fieldset|fig(?:caption|ure)|footer|form|h[1-6r]|header|html|legend|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/.test(
    name,
  );

/** How menus, the way to a page and its foot are called. */
const around =
  /(?<![\w-])(?:(?:top|main|sub|side)?[-_]?(?:nav|navbar|navigation|menu|menubar)|crumbs?|breadcrumbs?|footer|copyright|share|bdshare)(?![\w-])/i;

/** The sizes of <font size="1"> to 7, in points. */
const sizes = [7.5, 10, 12, 13.5, 18, 24, 36];

export function looked(parent: Look, name: string, attributes: Readonly<Record<string, string>>): Look {
  const look: Look = { ...parent };
  if (
    name === 'nav' ||
    name === 'footer' ||
    around.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`)
  )
    look.within = 'page';
  const why = lost[name];
  if (why && !look.lost) look.lost = why;
  if (/^(?:b|strong|th)$/.test(name)) look.bold = true;
  if (name === 'pre') look.isKept = true;
  if (name === 'a' && attributes['href'] !== undefined) look.link = true;
  if (name === 'center') look.align = 'center';
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level) look.heading = Number(level);
  aligned(look, attributes['align']);
  const { face, size, style = '', hidden } = attributes;
  if (name === 'font' && face) look.han = face;
  const points = name === 'font' && size ? sizes[Number(size) - 1] : undefined;
  if (points) look.size = points;
  if (hidden !== undefined && !look.lost) look.lost = '隐藏的字';
  for (const said of style.split(';')) {
    const colon = said.indexOf(':');
    if (colon > 0) styled(look, said.slice(0, colon).trim().toLowerCase(), said.slice(colon + 1).trim());
  }
  return look;
}

function styled(look: Look, property: string, value: string): void {
  switch (property) {
    case 'font-weight':
      look.bold = /^bold/i.test(value) || Number(value) >= 600;
      break;
    case 'font-family':
    case 'mso-fareast-font-family':
      look.han = value.replace(/["']/g, '');
      break;
    case 'font-size':
      look.size = points(value) ?? look.size ?? 12;
      break;
    case 'text-align':
      aligned(look, value);
      break;
    case 'text-indent':
      look.indent = characters(value, look.size);
      break;
    case 'white-space':
      look.isKept = /^pre/.test(value);
      break;
    case 'display':
    case 'mso-hide':
      if (/^(?:none|all)/.test(value) && !look.lost) look.lost = '隐藏的字';
      break;
    case 'visibility':
      if (value === 'hidden' && !look.lost) look.lost = '隐藏的字';
  }
}

function aligned(look: Look, value: string | undefined): void {
  const align = /^(left|center|right)$/i.exec(value ?? '')?.[1]?.toLowerCase();
  if (align) look.align = align as NonNullable<Look['align']>;
}

/** A length in points: pixels are three quarters of one. */
function points(value: string): number | undefined {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)(pt|px)/i.exec(value) ?? [];
  return number === '' ? undefined : Number(number) * (unit.toLowerCase() === 'px' ? 0.75 : 1);
}

function characters(value: string, size = 12): number {
  const [, em = ''] = /^(-?\d+(?:\.\d+)?)r?em/.exec(value) ?? [];
  if (em !== '') return Number(em);
  return Math.round(((points(value) ?? 0) / size) * 10) / 10;
}
