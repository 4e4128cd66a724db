import fontCoverage from './font-coverage.ts';

export const layout = [fontCoverage];
