/** For TypeScript, which reads no JavaScript here. */
export const mark: string;
export function sourcesSum(): string;
export function mustBeBuilt(): void;
