export function meant(
  argv: readonly string[],
  about: { isTerminal: boolean; isWindows: boolean },
): readonly string[];
