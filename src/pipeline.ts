import { type Block, plain } from './document/block.ts';
import { withContents } from './document/contents.ts';
import type { Document, Facts } from './document/document.ts';
import { type NumberingStyle, number } from './document/number.ts';
import type { Album } from './document/picture.ts';
import type { Style } from './formats/format.ts';
import { MarkupError } from './markup/error.ts';
import { escapeValue } from './markup/escape.ts';
import { inline } from './markup/inline.ts';
import { parse } from './markup/parse.ts';
import { standardLevels } from './plan/numbering.ts';
import type { Plan } from './plan/plan.ts';
import type { Variables } from './plan/variables.ts';
import type { Report } from './schema/problem.ts';
import { type Compose, TemplateError } from './template/compose.ts';
import type { View } from './template/showing.ts';
import { view } from './template/view.ts';
import type { Watch } from './template/watched.ts';
import { parseDate } from './text/dates.ts';

/**
 * The story of a document: fill the plan's variables, compose it through its template, read the markup,
 * number it. No terminal, no disk, no clock; the formats take it from here.
 */
export function document(
  plan: Plan,
  given: Variables,
  compose: Compose,
  report: Report,
  { watch, album }: { watch?: Watch; album?: Album | undefined } = {},
): Document {
  const filled = view(plan, given, report, album);
  const made = withPictures(blocks(compose(filled, watch)), album);
  return { facts: facts(filled), blocks: withContents(number(made, numberingStyle(plan))) };
}

/** Each picture with what is in its file; of one that can't be had it was said why, and nothing is printed. */
function withPictures(blocks: readonly Block[], album: Album | undefined): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'signature' && block.pictures) {
      const pictures = block.pictures.map((each) => {
        const picture = album?.(each.file);
        return typeof picture === 'object' ? { ...each, picture } : each;
      });
      return [{ ...block, pictures }];
    }
    if (block.kind !== 'picture') return [block];
    const picture = album?.(block.file);
    return typeof picture === 'object' ? [{ ...block, picture }] : [];
  });
}

/** A list of files as a document; their names are data like any other. */
export function listing(files: readonly string[], compose: Compose): Document {
  const listed = files.map((file, index) => {
    const [name = '', ...folders] = file.split('/').reverse();
    return { 序: index + 1, 目录: escapeValue(folders.reverse().join('/')) || '．', 名称: escapeValue(name) };
  });
  const printed = blocks(compose({ 文件: listed }));
  const title = printed.find((block) => block.kind === 'title');
  return {
    facts: { title: title ? plain(title.text) : '', author: '' },
    blocks: number(printed, { levels: standardLevels, continuous: new Set(), runIn: new Set() }),
  };
}

/** How the document wants to look; native numbering needs to know how many lists there are. */
export function style(
  { layout = {}, numbering }: Plan,
  { blocks }: Document,
  own: Pick<Style, 'letterhead' | 'look'> = {},
): Style {
  const pages = {
    layout,
    landscape: blocks.some((block) => block.kind === 'turn' && block.to === 'landscape'),
    ...own,
  };
  if (numbering?.method !== 'automatic') return pages;
  const lists = blocks.reduce((most, block) => ('list' in block ? Math.max(most, block.list) : most), 0) + 1;
  return {
    ...pages,
    native: { levels: numbering.levels ?? standardLevels, continuous: new Set(numbering.continuous), lists },
  };
}

/** Title, issuer and date as they were printed. */
function facts({ 标题: title = '', 单位: issuer = [], 日期: date = '' }: View): Facts {
  const text = (markup: unknown) => plain(inline(String(markup)));
  const day = parseDate(text(date));
  return {
    title: text(title),
    author: (issuer as unknown[]).map(text).join('、'),
    ...(day && { date: day }),
  };
}

function blocks(markup: string) {
  try {
    return parse(markup);
  } catch (thrown) {
    if (thrown instanceof MarkupError) throw new TemplateError(`模板写得不对：${thrown.message}`);
    throw thrown;
  }
}

function numberingStyle({ numbering }: Plan): NumberingStyle {
  return {
    levels: numbering?.levels ?? standardLevels,
    continuous: new Set(numbering?.continuous),
    runIn: new Set(numbering?.runIn),
  };
}
