export { Chance } from './chance.ts';
export { scenario } from './scenario.ts';
export { shrunk } from './shrunk.ts';
export { trial } from './trial.ts';
