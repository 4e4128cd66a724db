import angleInTitle from './angle-in-title.ts';
import conflict from './conflict.ts';
import dash from './dash.ts';
import docNumberBracket from './doc-number-bracket.ts';
import docNumberForm from './doc-number-form.ts';
import dunhaoBetweenQuotes from './dunhao-between-quotes.ts';
import dunhaoBetweenTitles from './dunhao-between-titles.ts';
import ellipsis from './ellipsis.ts';
import ellipsisDeng from './ellipsis-deng.ts';
import fullwidthAlnum from './fullwidth-alnum.ts';
import halfWidth from './half-width.ts';
import halfWidthBracket from './half-width-bracket.ts';
import halfWidthPeriod from './half-width-period.ts';
import lineWithoutEnd from './line-without-end.ts';
import middleDot from './middle-dot.ts';
import missingEnd from './missing-end.ts';
import mixedBracket from './mixed-bracket.ts';
import nameEnd from './name-end.ts';
import nestedTitle from './nested-title.ts';
import percentDouble from './percent-double.ts';
import percentWidth from './percent-width.ts';
import primeAsQuote from './prime-as-quote.ts';
import repeated from './repeated.ts';
import spaceInHan from './space-in-han.ts';
import spacedOut from './spaced-out.ts';
import straightQuote from './straight-quote.ts';
import titleEnd from './title-end.ts';
import titleWithinTitle from './title-within-title.ts';
import titlesRunTogether from './titles-run-together.ts';
import unitBlank from './unit-blank.ts';
import unpaired from './unpaired.ts';

export const punct = [
  halfWidth,
  halfWidthPeriod,
  halfWidthBracket,
  mixedBracket,
  straightQuote,
  primeAsQuote,
  unpaired,
  nestedTitle,
  titleWithinTitle,
  angleInTitle,
  dunhaoBetweenTitles,
  titlesRunTogether,
  dunhaoBetweenQuotes,
  docNumberBracket,
  docNumberForm,
  titleEnd,
  nameEnd,
  unitBlank,
  spacedOut,
  missingEnd,
  lineWithoutEnd,
  repeated,
  conflict,
  ellipsis,
  ellipsisDeng,
  dash,
  percentDouble,
  percentWidth,
  fullwidthAlnum,
  middleDot,
  spaceInHan,
];
