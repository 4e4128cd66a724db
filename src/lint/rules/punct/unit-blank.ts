import { insteadOfBlanks } from '../../inner-blanks.ts';
import { rule } from '../../rule.ts';

/** Several units that a blank parts, and nothing else does. */
const parted = /^[\p{Script=Han}（）]{2,}(?:[ \u3000]+[\p{Script=Han}（）]{2,})+$/u;

export default rule({
  id: 'punct/unit-blank',
  title: '单位之间用了空格',
  why: '几个单位之间用顿号；用空格隔开的照样印，像是一个单位的名称里断了一处。',
  basis: 'GB/T 15834—2011',
  level: 'warning',
  preset: 'recommended',
  fix: 'unsafe',
  since: '0.2.0',
  signs: [' ', '\u3000'],
  kinds: ['unit'],
  passage({ prose, path, span }, tell) {
    if (/^(?:issuer|signers)\b/.test(path) || !parted.test(prose.trim())) return;
    tell(span(0, prose.length), `“${prose.trim()}”中间是空格。`, {
      advice: '几个单位的，写成顿号；一个单位的，删去空格。',
      fix: insteadOfBlanks(prose, span, '、'),
    });
  },
  texts: () => ({
    examples: [
      { wrong: '⟦各村 各社区⟧', right: '各村、各社区', in: 'unit' },
      { wrong: '⟦综治办　司法所　派出所⟧', right: '综治办、司法所、派出所', in: 'unit' },
    ],
    silent: ['各村、各社区', '各村（社区）', '平安集团 A 座物业中心'],
  }),
});
