import { gather } from '../../../text/groups.ts';
import { simplified } from '../../../text/script.ts';
import type { Passage } from '../../passage.ts';
import { rule } from '../../rule.ts';

/** Labels of one kind, and what they may be called: what differs only behind the first word is meant to be the same. */
const labels =
  /(责任|牵头|配合|主办|协办)(单位|处室|部门|科室|股室)(?=[：:])|(完成|办理)(时限|时间|期限)(?=[：:])/g;
/** A name and a short form that isn't its own: 综治 is short for 综合治理. */
const shortened = /(?<!社会治安)综合整治(?=工作|办|领导小组|办公室|行动)|综治(?=工作|办公室|领导小组|行动)/g;

interface Use {
  passage: Passage;
  term: string;
  from: number;
}

function usesOf(passages: readonly Passage[], pattern: RegExp, nameOf: (found: RegExpExecArray) => string) {
  const groups = new Map<string, Use[]>();
  for (const passage of passages) {
    if (passage.kind !== 'body' && passage.kind !== 'title' && passage.kind !== 'cell') continue;
    for (const found of simplified(passage.outside('bookTitle', 'quote')).matchAll(pattern)) {
      const name = nameOf(found);
      gather(groups, name, { passage, term: found[0], from: found.index });
    }
  }
  return [...groups.values()];
}

export default rule({
  id: 'consistency/term',
  title: '同一个名目前后说法不一',
  why: '一处写“责任处室”、一处写“责任单位”，读的人会以为是两回事；多半是几份材料拼起来的。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan({ passages }, tell) {
    const groups = [
      ...usesOf(passages, labels, ([, first, , time]) => first ?? time ?? ''),
      ...usesOf(passages, shortened, () => ''),
    ];
    for (const uses of groups) {
      const usual = mostUsed(uses);
      const first = uses.find(({ term }) => term === usual);
      for (const { passage, term, from } of uses)
        if (first && term !== usual)
          tell(passage.span(from, from + term.length), `这里写“${term}”，别处写“${usual}”。`, {
            advice: '是一回事的，改成一样；确是两回事的，可以不管。',
            related: [
              { ...first.passage.span(first.from, first.from + usual.length), message: `“${usual}”在这里` },
            ],
          });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '正文:\n  - 加强排查: 每月排查一次。（责任单位：应急办）\n  - 抓好演练: 每季演练一次。（责任单位：司法所）\n  - 强化宣传: 每月宣传一次。（⟦责任处室⟧：平安办）',
        right:
          '正文:\n  - 加强排查: 每月排查一次。（责任单位：应急办）\n  - 抓好演练: 每季演练一次。（责任单位：司法所）\n  - 强化宣传: 每月宣传一次。（责任单位：平安办）',
        in: 'plan',
      },
      {
        wrong:
          '正文:\n  - 综合整治工作: 每月排查一次，综合整治工作由平安办负责。\n  - 严格考核: 把⟦综治⟧工作纳入考核。',
        right:
          '正文:\n  - 综合整治工作: 每月排查一次，综合整治工作由平安办负责。\n  - 严格考核: 把综合整治工作纳入考核。',
        in: 'plan',
      },
    ],
    silent: [
      '正文:\n  - 加强排查: 每月排查一次。（牵头单位：应急办；责任单位：各村）',
      '正文:\n  - 加强排查: 各责任单位、责任处室每月排查一次。',
      '正文:\n  - 综合治理: 由综治中心负责，开展环境综合整治。',
    ],
  }),
});

/** The form used most, and the first of them where none is. */
function mostUsed(uses: readonly Use[]): string {
  const counts = new Map<string, number>();
  for (const { term } of uses) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
