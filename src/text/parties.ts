import { simplified, traditional } from './script.ts';

/** 责任单位 and who or when that is, as typed. */
export type Party = readonly [label: string, value: string];

/** What a bracket says of who answers for something. */
export interface Parties {
  pairs: Party[];
  /** They are parted by other signs than ；. */
  isReparted: boolean;
}

/** The labels that a plan has keys for. */
const known = ['牵头单位', '配合单位', '责任单位', '完成时限'];
/** What an office may call those who answer for something, so that it can be a key of an item. */
const own = /(?:单位|处室|科室|股室|部门|站所|责任人|负责人|领导)$/;
const labels = known.flatMap((label) => [label, traditional(label)]);
const between = new RegExp(`[；;，,](?=(?:${labels.join('|')})[：:])`);
/** One of several parties or a deadline, and nothing that is said of them. */
const party = /^[\p{Script=Han}\d（）、—]{1,60}$/u;
const doing = /[牵负]头|配合|负责(?!人)|参与|协助|组织|完成/;
const deadline = /^(?:\d{4}年)?(?:\d{1,2}月|第?[一二三四]季度|上半年|下半年|年|全年|长期|持续)/;

/** The words of a bracket, 责任单位：综治办；完成时限：9月底前, where they can mean nothing else. */
export function partiesIn(inside: string): Parties | undefined {
  const exact = inside.includes('（') ? undefined : pairsOf(inside.split('；'), /：/);
  const pairs = exact ?? certain(inside);
  if (!pairs) return undefined;
  const isReparted = inside.split(between).join('；').replaceAll(':', '：') !== inside;
  return { pairs, isReparted: !exact && isReparted };
}

/** The bracket that closes a text, and the text in front of it. */
export function closingParties(text: string): (Parties & { before: string }) | undefined {
  const found = /（([^（）]*(?:（[^（）]*）[^（）]*)*)）$/.exec(text);
  const before = found ? text.slice(0, found.index) : '';
  if (!/[。！？；…”]$/.test(before)) return undefined;
  const parties = partiesIn(found?.[1] ?? '');
  return parties && { before, ...parties };
}

/** What commas part, or half-width signs, where nothing else can be meant. */
function certain(inside: string): Party[] | undefined {
  const pieces = inside.split(between);
  const isSure = pieces.every((piece) => {
    const [label = '', value = '', ...more] = piece.split(/[：:]/);
    if (more.length > 0 || !known.includes(simplified(label))) return false;
    return simplified(label) === '完成时限'
      ? deadline.test(simplified(value)) && value.length <= 16 && !/[，,]/.test(value)
      : party.test(value) && !doing.test(simplified(value));
  });
  return isSure ? pairsOf(pieces, /[：:]/) : undefined;
}

function pairsOf(pieces: readonly string[], colon: RegExp): Party[] | undefined {
  const parted = pieces.map((each) => each.split(colon));
  const pairs = parted.flatMap(([label = '', value = '', ...more]): Party[] => {
    const name = simplified(label);
    const isLabel = known.includes(name) || (own.test(name) && label.length <= 8);
    return !isLabel || value.trim() === '' || more.length > 0 || /[。：:\s]/.test(value)
      ? []
      : [[label, value]];
  });
  const names = new Set(pairs.map(([label]) => simplified(label)));
  return pairs.length === parted.length && names.size === pairs.length ? pairs : undefined;
}
