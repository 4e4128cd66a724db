import { abbreviations, definers, firstUse } from '../../abbreviations.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'consistency/abbr-unused',
  title: '说明了简称却没有用',
  why: '后面用不着的简称不必说明；后面还写着全称的，应当改用简称。',
  basis: '惯例',
  level: 'info',
  preset: 'strict',
  fix: 'none',
  since: '0.2.0',
  signs: definers,
  plan(subject, tell) {
    for (const abbreviation of abbreviations(subject)) {
      const { short, passage, index } = abbreviation;
      if (subject.passages.some((each) => firstUse(abbreviation, each) !== undefined)) continue;
      tell(passage.span(index, index + short.length), `简称“${short}”后面没有用到。`, {
        advice: '删去“以下简称”，或者把后面的全称换成简称。',
      });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '正文: 平安镇安全生产委员会（以下简称“⟦安委会⟧”）每季度开会。',
        right: '正文: 平安镇安全生产委员会每季度开会。',
        in: 'plan',
      },
    ],
    silent: ['正文: 平安镇安全生产委员会（以下简称“安委会”）每季度开会。安委会设办公室。'],
  }),
});
