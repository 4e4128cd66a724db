import type { PrintedLine } from '../reading/printed.ts';
import { grouped } from '../text/groups.ts';
import { partSigns } from '../text/list-signs.ts';
import type { Numeral } from './part.ts';
import { shapeOf } from './shape.ts';

/** The longest title behind a sign. */
const longest = 24;
const signed = new RegExp(`^([${partSigns}])[ \\t\\u3000]*(?=\\S)`, 'u');
const bracketed = /^【[^【】]{1,20}】$/;

interface Signed {
  line: PrintedLine;
  sign: string;
  /** Where the words behind the sign begin. */
  to: number;
  next: PrintedLine | undefined;
}

/**
 * Headings that a sign tells and no number: ✅ 平安小区 and 【重点任务】 with something below each of them, ➤ 动员部署：召开会议。
 * Where one follows the other they are entries of a list.
 */
export function signedOf(lines: readonly PrintedLine[]): ReadonlyMap<PrintedLine, Numeral> {
  const words = lines.filter(({ text, within }) => text.trim() !== '' && within === undefined);
  const all = words.flatMap((line, index) => signOf(line, words[index + 1]) ?? []);
  const heads = [...grouped(all, ({ sign }) => sign).values()].filter(
    (group) => group.length > 1 && (group.every(opensText) || group.every(standsAbove)),
  );
  return new Map(
    heads.flatMap((group) =>
      group.map(({ line, sign, to }, index) => [
        line,
        {
          text: line.text.slice(0, to).trimEnd(),
          form: sign,
          value: index + 1,
          to,
          native: false,
          weak: false,
        },
      ]),
    ),
  );
}

function signOf(line: PrintedLine, next: PrintedLine | undefined): Signed | undefined {
  if (bracketed.test(line.text)) return { line, sign: '【】', to: 0, next };
  const [whole, sign] = signed.exec(line.text) ?? [];
  return whole && sign && !line.native ? { line, sign, to: whole.length, next } : undefined;
}

function opensText({ line, to }: Signed): boolean {
  const { kind, title, isValue } = shapeOf(line.text.slice(to));
  return kind === 'opening' && title.length <= longest && !isValue;
}

function standsAbove({ line, sign, to, next }: Signed): boolean {
  const { kind, title } = shapeOf(line.text.slice(to));
  if (kind !== 'bare' || title.length > longest || !next) return false;
  const below = signOf(next, undefined)?.sign;
  return sign === '【】' ? below !== sign : below === undefined;
}
