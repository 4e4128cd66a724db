import { type Mapping, type Scalar, slice } from '../schema/node.ts';
import { error, type Report } from '../schema/problem.ts';
import { type Accepts, explainColon } from '../schema/unknown-key.ts';
import { nearest } from '../text/nearest.ts';
import { simplified } from '../text/script.ts';

/** What lists in Word begin with. */
const ordinal = /^(?:[•·●▪◆■○＊+*]|[（(]?[\d一二三四五六七八九十]+[、.．）)]|[①-⑳]) */;

/** A word that is no field, nor a misspelt one: a title. */
function isOwnTitle({ text }: Scalar, fields: Accepts): boolean {
  return (
    /^[\p{L}\p{N}《“（]/u.test(text.replace(ordinal, '')) &&
    !/[:：]/.test(text) &&
    fields.find(text) === undefined &&
    nearest(simplified(text), fields.spellings) === undefined
  );
}

/** Titles in a row without the dash that makes entries of them. */
export function undashed({ entries }: Mapping, fields: Accepts, report: Report): boolean {
  const [first, second] = entries;
  if (!first || !second || !entries.every(({ key }) => isOwnTitle(key, fields))) return false;
  const title = first.key.text.replace(ordinal, '');
  const numbered = title === first.key.text ? '' : '，前面的序号、圆点不用写';
  error(
    report,
    'plan/dashes',
    first.key,
    `“${first.key.text}”“${second.key.text}”等各条前面少了“- ”。`,
    `每一条前面写减号和空格${numbered}：“- ${title}: …”。`,
  );
  return true;
}

/** `- 加强排查: 每月一次。` with fields below: the title has to become a field, too. */
export function titleAmongFields({ entries }: Mapping, fields: Accepts, report: Report): boolean {
  const [first, second] = entries;
  if (!first || !second || !isOwnTitle(first.key, fields) || fields.find(second.key.text) === undefined)
    return false;
  const { text } = first.key;
  error(
    report,
    'plan/title-among-fields',
    first.key,
    `“${text}”是标题，不能与“${second.key.text}”等字段写在一起。`,
    `写成两行：“标题: ${text}”“内容: …”。`,
  );
  return true;
}

/** A key with a colon that isn't one. */
const field = /([^\s：:∶，。]{1,8})(?:[：∶]|:(?! |$))/y;

/** 组长：甲 and 成员：乙 on two lines are one text to YAML, because the colons are full-width. */
export function fieldsByMistake(text: Scalar, fields: readonly Accepts[], report: Report): boolean {
  const first = fieldAt(text, 0);
  const known = fields.filter((each) => first !== undefined && each.find(first) !== undefined);
  if (known.length === 0) return false;
  // Lines are joined without a blank, so only their places tell where one begins.
  const places = Array.from({ length: text.text.length }, (_, index) => index);
  const begins = places.filter((index) => isLineStart(text, index));
  const found = known
    .map((each) => begins.filter((index) => each.find(fieldAt(text, index) ?? '') !== undefined))
    .find((all) => all.length > 1);
  for (const index of found ?? [])
    explainColon(slice(text, index, text.text.length), fieldAt(text, index)?.length ?? 0, report);
  return found !== undefined;
}

function fieldAt({ text }: Scalar, index: number): string | undefined {
  field.lastIndex = index;
  return field.exec(text)?.[1];
}

function isLineStart(text: Scalar, index: number): boolean {
  return index === 0 || /\s/.test(text.text.charAt(index - 1)) || text.at(index) > text.at(index, 'end');
}
