import { simplified } from '../../../text/script.ts';
import { sentenceStart } from '../../../text/sentences.ts';
import { lookingAhead } from '../../looking-ahead.ts';
import type { Passage } from '../../passage.ts';
import { rule } from '../../rule.ts';

interface Stated {
  passage: Passage;
  /** 调解成功率 */
  indicator: string;
  value: string;
  from: number;
  to: number;
}

/** Of most words in front it can't be told where the name of an indicator begins; four of its last characters say enough. */
const stated =
  /([一-龥]{3,10}(?:率|度|覆盖面))(?:要|须|均|都|应当?)?(达到?|不低于|不少于|保持在?|稳定在|控制在|不超过|低于)(\d+(?:\.\d+)?)[%％]/g;
const leading =
  /^.*(?:确保|力争|实现|使|的|将|把|和|及|全[镇县市区省乡村]|全年|年底|年内|以上|本[镇县市区村])(?=[\p{Script=Han}]{4})/u;
/** Steps towards a target, and targets of one part only. */
const apart =
  /上年|去年|较|比|由|从|提高|上升|阶段|试点|分别|其中|前|底|季度|月|半年|\d{4}年|城[市区]|农村|村级/;
/** Paragraphs about other years have targets of their own. */
const longer = /\d{4}年|“?十[三四五六]五”?|五年|三年|远景|中长期/;

export default rule({
  id: 'consistency/figure',
  title: '同一个指标前后两个数',
  why: '目标里写调解成功率达到98%，任务里写达到95%，照哪一个考核说不清。写明了不同时间、不同范围的不算。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan(subject, tell) {
    const { statedYears: years } = subject;
    if (years === undefined || years.from !== years.to) return;
    const first = new Map<string, Stated>();
    const texts = lookingAhead(subject).filter(({ kind, prose }) => kind === 'body' && !longer.test(prose));
    for (const each of texts.flatMap(statedIn)) {
      const before = first.get(each.indicator);
      if (before === undefined) first.set(each.indicator, each);
      else if (before.value !== each.value)
        tell(
          each.passage.span(each.from, each.to),
          `“${each.indicator}”这里是${each.value}%，前面是${before.value}%。`,
          {
            advice: '改成一样；时间、范围不同的，写明白。',
            related: [
              { ...before.passage.span(before.from, before.to), message: `前面写的是${before.value}%` },
            ],
          },
        );
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n正文:\n  - 工作目标: 确保矛盾纠纷调解成功率达到98%以上。\n  - 化解纠纷: 每月排查一次，⟦矛盾纠纷调解成功率达到95%⟧。',
        right:
          '标题: 平安镇2026年工作要点\n正文:\n  - 工作目标: 确保矛盾纠纷调解成功率达到98%以上。\n  - 化解纠纷: 每月排查一次，矛盾纠纷调解成功率达到98%。',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2024—2026年行动方案\n正文:\n  - 第一年: 隐患整改率达到80%。\n  - 第二年: 隐患整改率达到100%。',
      '标题: 平安镇2026年工作要点\n正文:\n  - 工作目标: 6月底前隐患整改率达到80%，年底隐患整改率达到100%。',
      '标题: 平安镇2026年工作要点\n正文:\n  - 工作目标: 重大隐患整改率达到100%，一般隐患整改率达到95%。',
      '标题: 平安镇2026年工作要点\n正文:\n  - 工作目标: 隐患整改率达到100%。\n  - 整改隐患: 确保隐患整改率达到100%。',
    ],
  }),
});

function statedIn(passage: Passage): Stated[] {
  if (!/\d[%％]/.test(passage.prose)) return [];
  const text = simplified(passage.outside('bookTitle', 'quote', 'bracket'));
  return [...text.matchAll(stated)].flatMap(({ index, 0: found, 1: name = '', 3: value = '' }) => {
    const clause = text.slice(sentenceStart(text, index, '，。；'), index);
    if (apart.test(clause + name)) return [];
    const indicator = name.replace(leading, '');
    const from = index + name.length - indicator.length;
    return [{ passage, indicator, value: String(Number(value)), from, to: index + found.length }];
  });
}
