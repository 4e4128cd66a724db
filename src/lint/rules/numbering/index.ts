import arabicDunhao from './arabic-dunhao.ts';
import bracketDunhao from './bracket-dunhao.ts';
import danglingRef from './dangling-ref.ts';
import doubled from './doubled.ts';
import firstDunhao from './first-dunhao.ts';
import gapOrRepeat from './gap-or-repeat.ts';
import halfWidthBracket from './half-width-bracket.ts';
import hanDot from './han-dot.ts';
import handTypedInBody from './hand-typed-in-body.ts';
import handTypedInTitle from './hand-typed-in-title.ts';
import precomposed from './precomposed.ts';
import yishiGap from './yishi-gap.ts';
import yishiHeadless from './yishi-headless.ts';
import yishiMixed from './yishi-mixed.ts';

export const numbering = [
  handTypedInTitle,
  doubled,
  handTypedInBody,
  yishiGap,
  yishiHeadless,
  yishiMixed,
  gapOrRepeat,
  danglingRef,
  arabicDunhao,
  bracketDunhao,
  hanDot,
  halfWidthBracket,
  firstDunhao,
  precomposed,
];
