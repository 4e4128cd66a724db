import { notice } from './notice.ts';

/** Who takes what was pasted. */
interface Taker {
  readonly editor: { insert(text: string): void };
}

/**
 * A table that was copied from Excel or Word becomes the rows of a Markdown table at the cursor; everything else is
 * pasted as it stands.
 */
export function pastedAsPlan(data: DataTransfer, { editor }: Taker): boolean {
  const html = data.getData('text/html');
  if (!/<table\b/i.test(html)) return false;
  const rows = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('table tr')].map(
    (row) =>
      [...row.querySelectorAll('td, th')].map((cell) =>
        (cell.textContent ?? '').replace(/\s+/g, ' ').trim().replaceAll('|', '\\|'),
      ),
  );
  const widest = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length < 2 || widest < 2) return false;
  const lines = rows.map(
    (row) => `| ${Array.from({ length: widest }, (_, index) => row[index] ?? '').join(' | ')} |`,
  );
  lines.splice(1, 0, `|${' --- |'.repeat(widest)}`);
  editor.insert(lines.join('\n'));
  notice('粘贴的表格已经变成“| 列 | 列 |”的样子，放在“表格: |”下面就会印成表。');
  return true;
}
