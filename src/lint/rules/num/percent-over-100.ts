import { simplified } from '../../../text/script.ts';
import { rule, running } from '../../rule.ts';

/** Shares of a whole. 完成率, 结案率 and 毛入学率 may pass 100%. */
const shares =
  '(?:整改|治理|合格|(?<!拨备)覆盖|办结|化解|调解|调处|成功|参保|知晓|达标|满意|参与|见面|回复|处置|消除|销号|建档)率|满意度|占比';
const rate = new RegExp(
  `(?:${shares})(?:要|须|应|已|均|都|也|力争|确保|保持|稳定|不低于|不少于|大于|高于|超过|达到?|为|是|在|约|(?:提高|提升|上升|增加)[到至])*[ ]?(\\d{3,}(?:\\.\\d+)?)[%％]`,
  'g',
);

export default rule({
  id: 'num/percent-over-100',
  title: '率或占比超过了100%',
  why: '整改率、合格率、占比说的是全体中的一部分，不会超过100%。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  signs: ['%', '％'],
  kinds: running,
  passage({ kind, scalar, prose, span }, tell, subject) {
    // What a value is the value of stands in the indicator beside it.
    const goal = kind === 'value' ? subject.goalOf(scalar) : undefined;
    const indicator = goal?.indicator?.text ?? '';
    const text = simplified(indicator + prose)
      .replaceAll('覆蓋', '覆盖')
      .replaceAll('滿', '满');
    for (const { index, 0: found, 1: number = '' } of text.matchAll(rate)) {
      if (Number(number) <= 100) continue;
      const to = index + found.length - indicator.length;
      const name = new RegExp(shares).exec(found)?.[0] ?? '';
      tell(span(to - number.length - 1, to), `${name}${number}%超过了100%。`, {
        advice: '核对分子和分母。',
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '隐患整改率⟦102%⟧。', right: '隐患整改率100%。' },
      { wrong: '确保群众满意度达到⟦105%⟧。', right: '确保群众满意度达到95%。' },
      {
        wrong: '标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 隐患整改率, 值: 达到⟦102%⟧}\n',
        right: '标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 隐患整改率, 值: 达到100%}\n',
        in: 'plan',
      },
    ],
    silent: [
      '全年任务完成率120%。',
      '发案数增长率110%。',
      '整改率100%。',
      '覆盖率提高150%。',
      '满意率98%，比上年增长102%。',
      '毛入学率102%。',
      '拨备覆盖率180%。',
      '整改率100.0%。',
    ],
  }),
});
