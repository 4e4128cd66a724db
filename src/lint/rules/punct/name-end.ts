import { rule } from '../../rule.ts';

export default rule({
  id: 'punct/name-end',
  title: '单位、人的名称末尾有标点',
  why: '名称后面的顿号、逗号、分号多半是从一串名称里复制来的，或者后面还漏了一个；名单里照样印出来。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  kinds: ['unit', 'person', 'post'],
  passage({ prose, span }, tell) {
    const from = prose.trimEnd().search(/[，、；,;]$/);
    if (from < 1) return;
    const at = span(from, prose.length);
    tell(at, `名称末尾多了“${prose[from]}”。`, {
      advice: '删去它；后面还有的，补上。',
      fix: { ...at, text: '' },
    });
  },
  texts: () => ({
    examples: [
      { wrong: '赵大山、钱小河⟦、⟧', right: '赵大山、钱小河', in: 'person' },
      { wrong: '综治办⟦，⟧', right: '综治办', in: 'unit' },
    ],
    silent: ['赵大山、钱小河', '各村（社区）、镇直各单位：'],
  }),
});
