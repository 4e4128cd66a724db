/** Makes a syntax tree ready to be filled, without making code of it. */
export { walked as compiled, walked as compiledAtSecond } from './walked.ts';
