export function pack(): Buffer;
