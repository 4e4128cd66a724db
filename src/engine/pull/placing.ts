import { insert } from '../../text/long-lists.ts';
import { type Expected, formOf, isCounted } from './expected.ts';
import type { Pair } from './pair.ts';
import type { MadeParagraph, Paragraph } from './paragraph.ts';

/** Puts what became of paragraphs into the expected ones; false where its place isn't there. */
export function place(all: Expected[], pair: Pair): boolean {
  const at = (made: MadeParagraph | undefined) => all.findIndex((each) => each.made === made);
  const put = (
    own: readonly Expected[],
    after: MadeParagraph | undefined,
    before: MadeParagraph | undefined,
  ) => {
    const index = after ? at(after) + 1 : before ? at(before) : 0;
    if ((after && index === 0) || index < 0) return false;
    insert(all, index, own);
    return true;
  };
  const asNew = (each: Paragraph): Expected => ({
    text: each.text,
    isNumbered: each.number !== '',
    form: formOf(each.number),
  });
  const asNewIn =
    (beside: MadeParagraph | undefined) =>
    (each: Paragraph): Expected => {
      const { cell } = each;
      const like = all.find(
        ({ made }) =>
          cell &&
          made?.cell?.column === cell.column &&
          made.cell.table === beside?.cell?.table &&
          made.cell.row === beside.cell.row,
      );
      return {
        ...asNew(each),
        ...(like?.made && isCounted(like.made) && /^\d*$/.test(each.text) && { isCount: true }),
      };
    };
  switch (pair.kind) {
    case 'new':
      return put(pair.edited.map(asNewIn(pair.after ?? pair.before)), pair.after, pair.before);
    case 'gone':
      for (const made of pair.made) if (at(made) >= 0) all.splice(at(made), 1);
      return true;
    case 'moved': {
      const [own] = all.splice(at(pair.made), 1);
      return (
        own !== undefined && put([{ ...own, form: formOf(pair.edited.number) }], pair.after, pair.before)
      );
    }
    case 'split': {
      const [first, ...others] = pair.edited;
      const index = at(pair.made);
      if (!first || index < 0) return false;
      const own: Expected = { made: pair.made, text: first.text, isNumbered: pair.made.number !== '' };
      insert(all, index, [own, ...others.map(asNew)], 1);
      return true;
    }
    case 'merged': {
      const [first, ...others] = pair.made;
      const own = all[at(first)];
      if (!own) return false;
      own.text = pair.edited.text;
      for (const made of others) all.splice(at(made), 1);
      return true;
    }
    default:
      return true;
  }
}
