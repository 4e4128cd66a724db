import type { Passage } from '../../passage.ts';
import { rule } from '../../rule.ts';
import { wordsOnly } from '../../titles.ts';

/** Shorter ones may well be said twice. */
const least = 30;

export default rule({
  id: 'consistency/duplicate-paragraph',
  title: '两段文字完全相同',
  why: '整段重复多半是复制粘贴以后忘了改。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan({ passages }, tell) {
    const seen = new Map<string, Passage>();
    for (const passage of passages) {
      if (passage.kind !== 'body' || !/[。；]/.test(passage.text)) continue;
      const words = wordsOnly(passage.text);
      if (words.length < least) continue;
      const first = seen.get(words);
      if (first === undefined) seen.set(words, passage);
      else
        tell(passage.span(0, passage.text.length), '这一段和前面的一段完全相同。', {
          advice: '多余的删去；本来是两件事的，把其中一段改过来。',
          related: [{ ...first.span(0, first.text.length), message: '相同的一段在这里' }],
        });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '正文:\n  - 平安学校: 每月组织一次安全隐患排查，建立台账，明确责任人和整改时限，整改完成后逐项销号。\n  - 平安医院: ⟦每月组织一次安全隐患排查，建立台账，明确责任人和整改时限，整改完成后逐项销号。⟧',
        right:
          '正文:\n  - 平安学校: 每月组织一次安全隐患排查，建立台账，明确责任人和整改时限，整改完成后逐项销号。\n  - 平安医院: 每季度组织一次消防演练。',
        in: 'plan',
      },
    ],
    silent: ['正文:\n  - 平安学校: 每月排查一次。\n  - 平安医院: 每月排查一次。'],
  }),
});
