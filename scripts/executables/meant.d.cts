export function meant(argv: readonly string[], isDoubleClick: boolean): readonly string[];
