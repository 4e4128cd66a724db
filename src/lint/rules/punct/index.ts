import halfWidth from './half-width.ts';

export const punct = [halfWidth];
