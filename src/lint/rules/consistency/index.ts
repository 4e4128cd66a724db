import abbrBeforeDef from './abbr-before-def.ts';
import abbrUnused from './abbr-unused.ts';
import count from './count.ts';
import duplicateParagraph from './duplicate-paragraph.ts';
import figure from './figure.ts';
import orgName from './org-name.ts';
import term from './term.ts';

export const consistency = [duplicateParagraph, orgName, term, count, figure, abbrBeforeDef, abbrUnused];
