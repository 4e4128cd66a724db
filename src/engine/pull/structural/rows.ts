import type { New } from './add.ts';
import type { Way } from './said.ts';
import type { Standing } from './standing.ts';

export function* waysToAddRow(_standing: Standing, _added: New): Iterable<Way> {}
