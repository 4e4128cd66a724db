import { ordinalOf } from '../../ordinals.ts';
import { pointOf } from '../../yishi.ts';

/** What stands in front of a text in the place of a number, by its place; the blanks behind belong to it. */
export interface Label {
  from: number;
  to: number;
}

const han = '[一二三四五六七八九十]{1,3}';
const blanks = '[ \\u3000]';
/** 3 月, 5 个村 and 2 号楼 begin with a number that counts. */
const counted =
  '[个個名项項家次所处處条條户戶人年月日号號天台套座栋棟级級期类類届屆米亩畝元万萬亿億吨噸时時分种種]';

/** Numbers and signs that no form of the tool looks like; a text may still begin with them when it isn't numbered. */
const others = [
  `第${han}${blanks}*(?:章|节|節|条|條|篇|编|編|部分)${blanks}*[：:、，]?`,
  `第${han}[，、：:](?!第)`,
  `其${han}[，、：:](?!其)`,
  `${han}${blanks}+(?=\\p{Script=Han}{2})`,
  `\\d{1,2}${blanks}+(?=\\p{Script=Han}{2})(?!${counted})`,
  `[（(]${blanks}*(?:${han}|\\d{1,2})${blanks}*[）)](?![号號期级級类類])`,
  `[A-Za-z][.．、）)](?=\\p{Script=Han})`,
  '[Ⅰ-Ⅻ][.．、](?![Ⅰ-Ⅻ])',
  `【(?:${han}|\\d{1,2})】`,
  '[●•▪◆➢►▶‧・·]',
].map((source) => new RegExp(`^\\0*(${source})${blanks}*`, 'u'));

const begun = /^\0*[第其一二三四五六七八九十\d（(A-Za-zⅠ-Ⅻ【●•▪◆➢►▶‧・·]/;

/** The number, ordinal word or bullet that a text begins with. */
export function labelOf(prose: string): Label | undefined {
  const ordinal = ordinalOf(prose);
  if (ordinal) return ordinal;
  if (!begun.test(prose)) return undefined;
  for (const pattern of others) {
    const found = pattern.exec(prose);
    if (found?.[1]) return { from: found[0].indexOf(found[1]), to: found[0].length };
  }
  return undefined;
}

/** 一是 in front of a text that has no 二是 behind it: one of several that stand in entries of their own. */
export function lonelyPoint(prose: string): Label | undefined {
  const found = pointOf(prose);
  if (found === undefined) return undefined;
  const inner = /[。；，：！？;,][\0 \u3000]*[一二三四五六七八九十]{1,3}[是要]/.test(prose.slice(found.to));
  return inner ? undefined : found;
}
