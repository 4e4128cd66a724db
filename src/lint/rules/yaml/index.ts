import aliasBomb from './alias-bomb.ts';
import blockIndent from './block-indent.ts';
import chineseBrackets from './chinese-brackets.ts';
import colonMissing from './colon-missing.ts';
import colonNoSpace from './colon-no-space.ts';
import dash from './dash.ts';
import entryInText from './entry-in-text.ts';
import fullwidthColon from './fullwidth-colon.ts';
import fullwidthCommaInList from './fullwidth-comma-in-list.ts';
import fullwidthIndent from './fullwidth-indent.ts';
import hashSwallowed from './hash-swallowed.ts';
import indent from './indent.ts';
import invisible from './invisible.ts';
import reservedStart from './reserved-start.ts';
import syntax from './syntax.ts';
import unquotedVariable from './unquoted-variable.ts';

/** What the reader finds; these can neither be turned off nor weigh less. */
export const yaml = [
  syntax,
  fullwidthColon,
  colonNoSpace,
  fullwidthIndent,
  fullwidthCommaInList,
  hashSwallowed,
  unquotedVariable,
  reservedStart,
  aliasBomb,
  dash,
  invisible,
  colonMissing,
  chineseBrackets,
  blockIndent,
  indent,
  entryInText,
];
