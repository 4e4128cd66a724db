import abbrBeforeDef from './abbr-before-def.ts';
import abbrUnused from './abbr-unused.ts';
import duplicateParagraph from './duplicate-paragraph.ts';
import orgName from './org-name.ts';

export const consistency = [duplicateParagraph, orgName, abbrBeforeDef, abbrUnused];
