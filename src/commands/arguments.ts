import { InvalidArgumentError, Option } from 'commander';
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
  if (at <= 0) throw new InvalidArgumentError('应写成 键=值，如 村名=柳溪村。');
  return { ...before, [value.slice(0, at).trim()]: value.slice(at + 1).trim() };
}

/** An option with a few values, which are named in its help and may be typed in Chinese. */
export function oneOf(
  flags: string,
  description: string,
  values: Readonly<Record<string, readonly string[]>>,
): Option {
  const names = Object.keys(values);
  const shown = Object.entries(values).map(([name, [chinese]]) => (chinese ? `${name}（${chinese}）` : name));
  return new Option(flags, `${description}：${shown.join('、')}`)
    .choices(names)
    .argParser((typed: string) => {
      const found = names.find((name) => name === typed || values[name]?.includes(typed.trim()));
      if (found === undefined) throw new InvalidArgumentError(`可以写：${shown.join('、')}。`);
      return found;
    });
}
