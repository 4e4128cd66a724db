import type { RedHead } from '../../document/block.ts';
import { lineHeight, type Profile } from '../../page/profile.ts';
import type { HeadLayout } from '../../page/red-head.ts';
import { blank, inlines, points } from './text.ts';

type LaidOutHead = RedHead & { layout: HeadLayout };

/** 7.2; the places are those of the Word file. */
export function redHead(block: LaidOutHead, profile: Profile): string {
  if (block.form === 'letter') return letterHead(block, profile);
  const { front, word, number, signatories, preprinted, form, layout } = block;
  const names = layout.mark.names.map((issuer) => `<div>${inlines(issuer)}</div>`).join('');
  const beside = word.length === 0 ? '' : `<span>${inlines(word)}</span>`;
  const top = layout.top - front.length * lineHeight(profile);
  const style = `margin-top:${points(Math.max(0, top) / 20)}pt;${markSize(block)}`;
  const persons = signatories.map(inlines).join('　');
  return [
    ...front.map((line) => `<p class="secrecy">${inlines(line)}</p>\n`),
    `<div class="mark${preprinted ? ' preprinted' : ''}" style="${style}"><div>${names}</div>${beside}</div>\n`,
    blank.repeat(2),
    persons === ''
      ? `<p class="docNumber">${inlines(number)}</p>\n`
      : `<p class="numberLine"><span>${inlines(number)}</span> <span>${persons}</span></p>\n`,
    form === 'order' ? '' : `<p class="${preprinted ? 'room' : 'redRule'}"></p>\n`,
    blank.repeat(2),
  ].join('');
}

/** 10.1: a letter; its lower rule is a matter of the printed page. */
function letterHead(block: LaidOutHead, profile: Profile): string {
  const { front, number, preprinted, layout } = block;
  const [issuer = []] = layout.mark.names;
  const style = markSize(block);
  const { page, rule } = profile.redHead.letter;
  const height = layout.rule === rule ? '' : ` style="height:${points((layout.rule - page + 62) / 20)}pt"`;
  const [first = [], ...others] = front;
  const name = layout.copyNumber || front.length === 0 ? 'copyNumber' : 'secrecy';
  return [
    `<div class="letter${preprinted ? ' preprinted' : ''}"${height}><div class="mark" style="${style}"><span>${inlines(issuer)}</span></div></div>\n`,
    `<p class="letterLine"><span class="${name}">${inlines(first)}</span> <span>${inlines(number)}</span></p>\n`,
    ...others.map((line) => `<p class="secrecy">${inlines(line)}</p>\n`),
    blank.repeat(2),
  ].join('');
}

/** Browsers can't set characters narrower, so they are smaller. */
function markSize({ layout: { mark } }: LaidOutHead): string {
  return `font-size:${points((mark.size * mark.scale) / 200)}pt;line-height:${points(mark.line / 20)}pt`;
}
