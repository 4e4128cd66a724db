import { whole } from '../../../schema/choices.ts';
import { option, record } from '../../../schema/schema.ts';
import { goalGroups, isMeasurable } from '../../goals.ts';
import { rule } from '../../rule.ts';
import { oneLine } from '../../titles.ts';

export default rule({
  id: 'goal/measurable',
  title: '目标没有可以考核的指标',
  why: '“明显成效”“进一步提高”年底无法检查。有的目标本来就不能计数，所以只要一半目标可以考核就不报；要求更严的，用选项“至少”写明至少几条。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  options: record({ least: option('至少', whole(0, 100), '至少几条目标可以考核，不写就是一半') }),
  plan(subject, tell, { least }) {
    for (const { goals } of goalGroups(subject)) {
      const vague = goals.filter(({ text }) => !isMeasurable(text));
      if (goals.length - vague.length >= Math.min(least ?? goals.length / 2, goals.length)) continue;
      for (const { face, text } of vague)
        tell(face, `目标“${short(oneLine(text))}”没有可以考核的指标。`, {
          advice: '写出达到多少、建成几个、杜绝什么，如“重大隐患整改率达到100%”。',
        });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n工作目标:\n  - ⟦隐患整改取得明显成效。⟧\n  - ⟦群众安全感进一步提升。⟧\n  - 调解成功率达到98%。',
        right:
          '标题: 平安镇2026年工作要点\n工作目标:\n  - 重大隐患整改率达到100%。\n  - 群众安全感进一步提升。\n  - 调解成功率达到98%。',
        in: 'plan',
      },
      {
        wrong: '标题: 平安镇2026年工作要点\n工作目标: ⟦2026年12月底前，平安建设水平全面提高。⟧',
        right: '标题: 平安镇2026年工作要点\n工作目标: 2026年12月底前，创建平安村3个以上。',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 隐患整改率, 值: 达到100%}\n  - {指标: ⟦群众满意度⟧, 值: 稳步提高}',
        right:
          '标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 隐患整改率, 值: 达到100%}\n  - {指标: 群众满意度, 值: 达到90%}',
        in: 'plan',
        options: { least: 2 },
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n工作目标:\n  - 不发生较大以上事故。\n  - 全镇社会大局和谐稳定。',
      '標題: 平安鎮2026年工作要點\n工作目標:\n  - {指標: 年度考核, 值: 達到合格等次}',
      '标题: 平安镇2026年工作要点\n工作目标: 建立联防联控机制，三年内实现村村建成微型消防站。',
    ],
  }),
});

const short = (text: string) => (text.length > 20 ? `${text.slice(0, 20)}……` : text.replace(/。$/, ''));
