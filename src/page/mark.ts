import type { Inline, RedHead } from '../document/block.ts';
import { plain } from '../document/block.ts';
import { largest } from '../text/long-lists.ts';
import { width } from '../text/width.ts';
import { type Profile, type Twips, typeArea } from './profile.ts';
import { inSeveralLines } from './title.ts';

/** 发文机关标志 as it is laid out. */
export interface Mark {
  /** Above each other: names of several issuers, or one long name in several lines. */
  names: Inline[][];
  /** In half-points. */
  size: number;
  /** As many twips from one name to the next. */
  line: Twips;
  /** How wide its characters are, in hundredths of what they are by themselves. */
  scale: number;
  /** How wide the longest of the names is, and what stands beside them with the room before it. */
  width: Twips;
  beside: Twips;
}

/** Characters are set no narrower than this, in hundredths, before the mark becomes smaller. */
const narrowest = 80;
/** 一号: a long name is put into several lines before its characters become smaller; 二号, as a title, among several. */
const smallestInOneLine = { alone: 52, among: 44 };

/**
 * 7.2.4: no wider than its room; 文件 stands half a character beside the names. 10.1: a letter of several issuers bears
 * the mark of the host alone, in one line, since its rule stands 4 mm below.
 */
export function markOf({ form, issuers, word, size, preprinted }: RedHead, profile: Profile): Mark {
  const letter = form === 'letter';
  const room = letter ? profile.redHead.letter.width : typeArea(profile);
  const wanted = size ?? profile.redHead.size;
  const fits = (ems: number) => Math.min(wanted, Math.floor((room * 10) / (ems * narrowest)));
  let names = letter ? issuers.slice(0, 1) : [...issuers];
  const beside = letter || word.length === 0 ? 0 : ems(word) + 0.5;
  const longest = () => largest(names.map(ems), 1) + beside;
  const least = names.length > 1 ? smallestInOneLine.among : smallestInOneLine.alone;
  if (!letter && !preprinted && fits(longest()) < Math.min(wanted, least)) {
    const most = (room * 20) / (least * narrowest) - 2 * beside;
    names = names.flatMap((name) => inSeveralLines(name, most));
  }
  // A mark that is printed already has its size.
  const set = preprinted ? wanted : Math.max(1, fits(longest()));
  const em = set * 10;
  const scale = Math.min(100, Math.floor((100 * room) / (longest() * em)));
  const wide = (of: number) => Math.ceil((of * em * scale) / 100);
  return {
    names,
    size: set,
    line: Math.round((profile.redHead.line * set) / profile.redHead.size),
    scale,
    width: wide(longest() - beside),
    beside: wide(beside),
  };
}

function ems(text: Inline[]): number {
  return width(plain(text)) / 2;
}
