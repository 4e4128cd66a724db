import covered from './covered.ts';
import deadline from './deadline.ts';
import dropped from './dropped.ts';
import measurable from './measurable.ts';
import weakened from './weakened.ts';

export const goal = [measurable, deadline, covered, weakened, dropped];
