import { UserError } from '../errors.ts';

/** Each star of a name is tried at every place of the names it is held against, so few of them take long already. */
const mostStars = 3;

/**
 * A pattern as the packages that match it want it. Brackets are characters of names here, such as 计划(1).yaml: what
 * they mean to those packages, (a+)+, can take for ever.
 */
export function matchable(pattern: string): string {
  for (const segment of pattern.split(/[\\/]/))
    if ((segment.match(/\*+/g)?.length ?? 0) > mostStars)
      throw new UserError(`“${pattern}”里一段名称有 ${mostStars} 个以上的“*”；写得具体些。`);
  if ((pattern.match(/\*\*/g)?.length ?? 0) > mostStars)
    throw new UserError(`“${pattern}”里有 ${mostStars} 个以上的“**”；写得具体些。`);
  const counting = (pattern.match(/\{[^{}]*\}/g) ?? []).some((braces) => braces.includes('..'));
  if ((pattern.match(/[{[]/g)?.length ?? 0) > 10 || counting)
    throw new UserError(`“${pattern}”里的“{ }”“[ ]”太多，或者写了“..”；写得具体些。`);
  return pattern.replaceAll('\\', '/').replace(/[()]/g, '[$&]');
}

/** Whether a name, with “/” between its folders, is one of those that patterns name. */
export async function matcher(patterns: readonly string[]): Promise<(name: string) => boolean> {
  const { default: picomatch } = await import('picomatch');
  return picomatch(patterns.map(matchable), { dot: true });
}
