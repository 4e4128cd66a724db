type Environment = Readonly<Record<string, string | undefined>>;

/** A terminal that can neither paint nor draw over a line. */
export const isDumb = (env: Environment): boolean => env['TERM'] === 'dumb';

/** Whether what is written is painted: on a screen, unless its user says otherwise (no-color.org, force-color.org). */
export function isPainted(env: Environment, toScreen: boolean): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced) return forced !== '0' && forced !== 'false';
  return toScreen && !env['NO_COLOR'] && !env['CI'] && !isDumb(env);
}
