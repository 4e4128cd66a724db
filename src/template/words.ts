/** Where a word may stand: it has a block of its own, is asked in a condition, or is printed. */
export type Place = 'block' | 'condition' | 'text';

export interface Word {
  place: Place;
  /** How many values it wants. */
  least: number;
  most: number;
  /** It may be given values by name. */
  named?: boolean;
}

const word = (place: Place, least: number, most = least, named = false): Word => ({
  place,
  least,
  most,
  named,
});
const any = Number.POSITIVE_INFINITY;

/** All words that texts of plans may use; what isn't here isn't our language, whatever Handlebars knows. */
export const words: ReadonlyMap<string, Word> = new Map(
  Object.entries({
    if: word('block', 1),
    unless: word('block', 1),
    each: word('block', 1),
    with: word('block', 1),
    列举: word('block', 1),
    项: word('block', 1),
    等于: word('condition', 2),
    含: word('condition', 2),
    提到: word('condition', 2),
    写了: word('condition', 1),
    有: word('condition', 1, any),
    开头是: word('condition', 2, any),
    引出: word('condition', 1, any),
    lookup: word('text', 2),
    列名: word('text', 2),
    汉字: word('text', 1),
    写日期: word('text', 2),
    并列: word('text', 1),
    句: word('text', 1),
    格: word('text', 1),
    括注: word('text', 2, any),
    依次括注: word('text', 1, 1, true),
    短: word('text', 1, any),
    不重: word('text', 2, any),
    括起: word('text', 1),
    书名: word('text', 1),
    组名: word('text', 2, 3),
  }),
);
/** What is known of the place in a list. */
export const counters = new Set(['index', 'first', 'last', 'key']);
/** In these, names belong to what is gone through; and how many names they can give: {{#each 人 as |一 几|}}. */
export const given: Readonly<Record<string, number>> = { each: 2, with: 1, 列举: 2 };
export const scopes: readonly string[] = Object.keys(given);
/** What they say first may be words of the author's, or a day. */
export const labelled = ['括注', '不重', '写日期'];
/** They have nothing else to print. */
export const withoutElse = ['列举', '项'];
