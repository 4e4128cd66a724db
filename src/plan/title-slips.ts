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

/** 组长：甲 and 成员：乙 on two lines are one text to YAML, because the colons are full-width. */
export function fieldsByMistake(text: Scalar, fields: readonly Accepts[], report: Report): boolean {
  const keys = lineStarts(text).flatMap((start) => {
    const [, name] = /^([^\s：:∶，。]{1,8})(?:[：∶]|:(?! |$))/.exec(text.text.slice(start)) ?? [];
    return name === undefined ? [] : [{ index: start, name }];
  });
  const found = fields
    .map((each) => keys.filter(({ name }) => each.find(name) !== undefined))
    .find((all) => all.length > 1 && all[0]?.index === 0);
  for (const { index, name } of found ?? [])
    explainColon(slice(text, index, text.text.length), name.length, report);
  return found !== undefined;
}

/** Where the lines of a wrapped value begin: between Han characters nothing is left of a break but its place in the file. */
function lineStarts({ text, at }: Scalar): number[] {
  const starts = [0];
  for (let index = 1; index < text.length; index++)
    if (/[ \n]/.test(text.charAt(index - 1)) || at(index) - at(index - 1) > 1) starts.push(index);
  return starts;
}
