export function differences(program: string, args?: readonly string[]): string[];
