import { UserError } from '../../errors.ts';
import type { Problem } from '../../schema/problem.ts';
import type { Terminal } from '../../ui/terminal.ts';
import { formats } from '../formats.ts';

/** Comments and bookmarks need a format that can hold them; the others are as they are without. */
export function admitCopies(wanted: readonly string[], comments: number, terminal: Terminal): void {
  const without = formats.filter((format) => wanted.includes(format.name) && !format.comments);
  if (without.length === wanted.length)
    throw new UserError('送审稿只能是 Word 文件：去掉 --review，或加上 -f docx。');
  const others = without.map(({ title }) => title).join('、');
  terminal.note(
    `每行一份送审稿，${comments > 0 ? `各 ${comments} 条批注` : '没有发现问题，没有批注'}；各村改过的，用 pingan pull 收回。${others && `${others}和平常一样，没有这些。`}`,
  );
}

/** Threads are sent no more of a finding than its comment says. */
export function asSaid({ severity, code, message, advice, start, end }: Problem): Problem {
  return { severity, code, message, start, end, ...(advice !== undefined && { advice }) };
}
