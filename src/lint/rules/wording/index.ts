import absolute from './absolute.ts';
import denglu from './denglu.ts';
import jiezhi from './jiezhi.ts';
import passiveSubject from './passive-subject.ts';
import redundant from './redundant.ts';
import renamedOrg from './renamed-org.ts';
import repeatedChar from './repeated-char.ts';
import repeatedPhrase from './repeated-phrase.ts';
import saidByValue from './said-by-value.ts';
import tradSimp from './trad-simp.ts';
import typo from './typo.ts';
import variant from './variant.ts';
import zhang from './zhang.ts';

export const wording = [
  typo,
  zhang,
  denglu,
  jiezhi,
  repeatedChar,
  repeatedPhrase,
  redundant,
  renamedOrg,
  tradSimp,
  variant,
  passiveSubject,
  absolute,
  saidByValue,
];
