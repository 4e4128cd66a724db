import { nearest } from '../../../text/nearest.ts';
import { simplified } from '../../../text/script.ts';
import { goalGroups } from '../../goals.ts';
import { rule } from '../../rule.ts';
import { bare, oneLine } from '../../titles.ts';

export default rule({
  id: 'goal/dropped',
  title: '去年的指标今年没有了',
  why: '去年定过的指标悄悄不见，去年的欠账也就没人再提。已经完成、上级不再考核的，本来就该删去，看过就可以不管。与去年的计划比较时才查。',
  basis: '惯例',
  level: 'info',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan(subject, tell) {
    if (!subject.against) return;
    const groups = goalGroups(subject);
    const now = groups.flatMap(({ goals }) => goals.map(({ face }) => bare(face.text)));
    const text = bare(subject.passages.map((passage) => passage.text).join(''));
    const dropped = goalGroups(subject.against)
      .flatMap(({ goals }) => goals.flatMap(({ goal }) => goal?.indicator ?? []))
      .filter(({ text: name }) => !name.includes('{{'))
      .filter(({ text: name }) => !text.includes(bare(name)) && nearest(bare(name), now) === undefined);
    if (dropped.length > 0)
      tell(
        groups[0]?.place ?? subject.face,
        `去年的指标${dropped.map(({ text: name }) => `“${oneLine(simplified(name))}”`).join('、')}今年没有了。`,
        { advice: '核对是已经完成，还是漏写了。' },
      );
  },
  texts: () => ({
    examples: [
      {
        wrong: '标题: 平安镇2026年工作要点\n⟦工作目标⟧:\n  - {指标: 调解成功率, 值: 达到98%}',
        right:
          '标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 调解成功率, 值: 达到98%}\n  - {指标: 重大隐患整改率, 值: 达到100%}',
        in: 'plan',
        against:
          '标题: 平安镇2025年工作要点\n工作目标:\n  - {指标: 调解成功率, 值: 达到98%}\n  - {指标: 重大隐患整改率, 值: 达到100%}',
      },
    ],
    silent: ['标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 调解成功率, 值: 达到98%}'],
  }),
});
