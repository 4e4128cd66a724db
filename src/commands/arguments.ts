import { InvalidArgumentError } from 'commander';
import { formatNames } from '../formats/names.ts';

/** -f docx,md */
export function formatList(value: string, before: string[]): string[] {
  const wanted = value
    .split(/[,，]/)
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
  for (const name of wanted) {
    if (!formatNames.some((known) => known === name))
      throw new InvalidArgumentError(`没有“${name}”这种格式，可以写：${formatNames.join('、')}。`);
  }
  return [...new Set([...before, ...wanted])];
}

/** --set 村名=柳溪村 */
export function assign(value: string, before: Record<string, string>): Record<string, string> {
  const at = value.search(/[=＝]/);
  if (at <= 0) throw new InvalidArgumentError('应写成 键=值，如 --set 村名=柳溪村。');
  return { ...before, [value.slice(0, at).trim()]: value.slice(at + 1).trim() };
}
