import { kindOf } from '../../../plan/document-kind.ts';
import type { SectionKind } from '../../../plan/sections.ts';
import { sectionNames } from '../../../plan/sections.ts';
import { option, record } from '../../../schema/schema.ts';
import { words } from '../../../schema/values.ts';
import { expectedOf, has, type Part } from '../../kinds.ts';
import { rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A plan whose parts all have titles of its own may have everything under other names. */
const usualTitles = ({ plan }: Subject) => plan.sections.filter(({ kind }) => kind !== undefined).length >= 2;

function named(name: string): Part {
  const kind = sectionNames.find(name) as SectionKind | undefined;
  return {
    name,
    kinds: kind ? [kind] : [],
    titles: new RegExp(name.replaceAll(/[^\p{L}\p{N}]/gu, '.?'), 'u'),
  };
}

function expected(subject: Subject): readonly Part[] {
  if (!usualTitles(subject)) return [];
  const own = subject.plan.sections.some(({ kind }) => kind === undefined);
  return expectedOf(subject.plan).parts.filter(({ name }) => !(own && name === '主要任务'));
}

export default rule({
  id: 'structure/required-sections',
  title: '缺少这类文件一般要有的部分',
  why: '方案没有目标、任务或组织保障，总结不谈问题，照着办的人会无所适从。只有一层、各部分标题都是自拟的计划不查；本单位另有规定的，用选项“部分”写明要有哪些部分。',
  basis: '惯例',
  level: 'warning',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  options: record({ parts: option('部分', words, '一定要有的部分，如 [工作目标, 主要任务, 工作要求]') }),
  plan(subject, tell, { parts }) {
    const { sections, preamble } = subject.plan;
    if (sections.length === 0 && preamble === undefined) {
      tell(subject.face, '文件没有正文。', { advice: '在“正文:”下面写各部分，一条是一部分。' });
      return;
    }
    const missing = (parts?.map(named) ?? expected(subject)).filter((part) => !has(part, subject));
    if (missing.length > 0)
      tell(
        subject.face,
        `${parts ? '按本单位的规定' : `${kindOf(subject.plan)?.name}一般`}要有${missing.map(({ name }) => `“${name}”`).join('、')}，这里没有。`,
        { advice: '补上这一部分；已经写在别的标题下面、确实用不着的，可以不管。' },
      );
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: ⟦平安镇2026年防汛工作方案⟧\n主要任务:\n  - 汛前检查: 逐处检查水库、山塘。\n  - 汛期值守: 各村24小时值班。\n实施步骤: 四月检查，五月演练。',
        right:
          '标题: 平安镇2026年防汛工作方案\n工作目标: 不发生人员伤亡。\n主要任务:\n  - 汛前检查: 逐处检查水库、山塘。\n  - 汛期值守: 各村24小时值班。\n实施步骤: 四月检查，五月演练。\n组织机构: {组长: 镇长}',
        in: 'plan',
      },
      {
        wrong: '标题: ⟦平安镇2026年工作要点⟧',
        right: '标题: 平安镇2026年工作要点\n正文: 每月排查一次。',
        in: 'plan',
      },
      {
        wrong: '标题: ⟦平安镇2026年工作要点⟧\n正文:\n  - 加强排查: 每月排查一次。',
        right: '标题: 平安镇2026年工作要点\n正文:\n  - 加强排查: 每月排查一次。\n  - 工作要求: 按月报送。',
        in: 'plan',
        options: { parts: ['工作要求'] },
      },
    ],
    silent: [
      '标题: 平安镇防汛应急预案\n适用范围: 全镇。\n组织机构: {组长: 镇长}\n应急处置: 立即转移人员。',
      '标题: 平安镇2026年工作要点\n正文:\n  - 加强排查: 每月排查一次。\n  - 抓好演练: 每季度演练一次。',
      '标题: 平安镇大病救助实施方案（试行）\n基本原则: 量力而行。\n正文:\n  - 救助对象: 全镇居民。\n  - 救助标准: 每户3000元。\n保障措施: 列入预算。',
      '标题: 平安镇2026年防汛工作方案\n总体要求:\n  - 指导思想: 预防为主。\n  - 工作目标: 不发生人员伤亡。\n重点任务:\n  - 汛前检查: 逐处检查。\n  - 汛期值守: 24小时值班。\n组织领导: 由镇长负责。',
      '标题: 平安镇2026年工作要点\n指导思想: 预防为主。\n正文:\n  - 加强排查: 每月排查一次。\n工作要求: 按月报送。',
    ],
  }),
});
