import type { Inline, RedHead } from '../document/block.ts';
import { plain } from '../document/block.ts';
import { largest } from '../text/long-lists.ts';
import { width } from '../text/width.ts';
import { type Mark, markOf } from './mark.ts';
import type { Profile, Twips } from './profile.ts';

const fourMillimetres = 227;

/** 版头 as it is laid out. */
export interface HeadLayout {
  /** Where the mark begins below the top of the type area. */
  top: Twips;
  mark: Mark;
  /** 10.1: the rule of a letter, 4 mm below the characters of the mark, from the upper edge of the paper. */
  rule: Twips;
  /** Whether what stands in front is led by a 份号, which is in the face of the text. */
  copyNumber: boolean;
  signatories: Signatories;
}

/** 签发人. */
interface Signatories {
  /** Two names a line; “签发人：” in front of the first, a blank of its width in front of the others. */
  lines: readonly { label: string; names: Inline }[];
  /** Where the labels begin, in characters from the left edge. */
  start: number;
}

export function headLayout(head: RedHead, profile: Profile): HeadLayout {
  const { top, orderTop } = profile.redHead;
  const [first = []] = head.front;
  const mark = markOf(head, profile);
  const { page, rule } = profile.redHead.letter;
  return {
    top: head.form === 'order' ? orderTop : top,
    mark,
    rule:
      page +
      fourMillimetres +
      Math.round(((rule - page - fourMillimetres) * mark.size) / profile.redHead.size),
    copyNumber: /^\d+$/.test(plain(first)),
    signatories: signatoriesOf(head, profile),
  };
}

/** 7.2.6: 签发人 stand two a line, one character from the right; names of two characters are as long as those of three. */
function signatoriesOf({ signatories }: RedHead, { charactersPerLine }: Profile): Signatories {
  const persons = signatories.map((text) => {
    const words = plain(text);
    const cut = words.lastIndexOf('：') + 1;
    const [label, name] = [words.slice(0, cut), words.slice(cut)];
    const spread = signatories.length > 1 && [...name].length === 2 ? [...name].join('　') : name;
    return { text, label, name: spread };
  });
  const label = persons[0]?.label ?? '';
  const rows: Inline[] = [];
  for (let index = 0; index < persons.length; index += 2) {
    const row = persons.slice(index, index + 2);
    const text = row.map(({ name }) => name).join('　');
    rows.push({ text, bold: false, ...anchorsOf(row.flatMap((person) => person.text)) });
  }
  const widths = rows.map(({ text }) => width(text));
  return {
    lines: rows.map((names, index) => ({
      label: index === 0 ? label : '　'.repeat(width(label) / 2),
      names,
    })),
    start: charactersPerLine - 1 - (width(label) + largest(widths, 0)) / 2,
  };
}

/** Comments and bookmarks of texts that are put together anew. */
function anchorsOf(text: readonly Inline[]): Pick<Inline, 'begins' | 'ends'> {
  const begins = text.flatMap((inline) => inline.begins ?? []);
  const ends = text.flatMap((inline) => inline.ends ?? []);
  return { ...(begins.length > 0 && { begins }), ...(ends.length > 0 && { ends }) };
}
