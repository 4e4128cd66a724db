import deadline from './deadline.ts';
import load from './load.ts';
import owner from './owner.ts';
import ownerUnknown from './owner-unknown.ts';

export const task = [owner, deadline, ownerUnknown, load];
