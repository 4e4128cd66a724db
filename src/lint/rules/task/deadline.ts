import { kindOf } from '../../../plan/document-kind.ts';
import { simplified } from '../../../text/script.ts';
import { assignmentGroups, hasColumn } from '../../assignments.ts';
import { owesDeadlines } from '../../kinds.ts';
import { tellLacking } from '../../lacking.ts';
import { rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A date or a rhythm by which work can be looked after. */
const time =
  /\d月|[到至]\d{4}年|\d{4}年[底末]|月底|年[底末内]|季度|半年|每[月周季日]|日前|节前|前完成|\d[天日]内/;
const manyHeadings = 5;

/** Whether no text of a plan with a good many parts says when anything is to be done. */
function isTimeless(subject: Subject): boolean {
  if (subject.allHeadings.length < manyHeadings || /通知|总结/.test(kindOf(subject.plan)?.name ?? ''))
    return false;
  return !subject.passages.some(
    ({ kind, text }) =>
      kind === 'deadline' ||
      ((kind === 'body' || kind === 'value' || kind === 'cell') && time.test(simplified(text))),
  );
}

export default rule({
  id: 'task/deadline',
  title: '任务没有完成时限',
  why: '没有时限的任务，检查时说不清是没到时候还是没有做。写了“每月”“全年”“持续”一类的算有时限；全年性的工作不逐项定时限的单位，可以关掉这条规则。预案、办法、制度和仪式、比赛这样的活动方案不查。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan(subject, tell) {
    if (!owesDeadlines(subject.plan) || hasColumn(subject, /时限|时间|期限/)) return;
    if (isTimeless(subject)) {
      tell(subject.face, '全文没有一处写明什么时候完成。', {
        advice: '给主要的任务写上时限，如“2026年6月底前”，或写明总结报送的时间。'.replace(
          '2026',
          String(subject.years?.from ?? 2026),
        ),
      });
      return;
    }
    for (const { assignments, place } of assignmentGroups(subject)) {
      const usual = assignments.filter(({ dated }) => dated).length * 2 > assignments.length;
      const answered = assignments.filter(({ leads }) => leads.length > 0).length * 2 > assignments.length;
      const without = assignments.filter(({ dated, typed }) => !dated && (typed || (usual && answered)));
      tellLacking({ all: assignments.length, without: without.map(({ name }) => name), place }, tell, {
        one: (name) => `任务“${name}”没有写完成时限。`,
        all: (count) => `这里的${count}项任务都没有写完成时限。`,
        advice: '加上“时限: 6月底前”这样的一项。',
      });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n主要任务:\n  - {名称: 化解纠纷, 措施: 排查矛盾纠纷。, 时限: 12月底前}\n  - {名称: ⟦整治隐患⟧, 措施: 检查农房。}',
        right:
          '标题: 平安镇2026年工作要点\n主要任务:\n  - {名称: 化解纠纷, 措施: 排查矛盾纠纷。, 时限: 12月底前}\n  - {名称: 整治隐患, 措施: 每季度检查农房。}',
        in: 'plan',
      },
      {
        wrong:
          '标题: ⟦平安镇2026年工作要点⟧\n正文:\n  - 加强宣传: 宣传到户。\n  - 开展培训: 培训骨干。\n  - 抓好演练: 组织演练。\n  - 完善预案: 修订预案。\n  - 落实责任: 责任到人。',
        right:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强宣传: 宣传到户。\n  - 开展培训: 培训骨干。\n  - 抓好演练: 组织演练。\n  - 完善预案: 6月底前修订预案。\n  - 落实责任: 责任到人。',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇防汛应急预案\n正文:\n  - 总则: 预防为主。\n  - 组织体系: 成立指挥部。\n  - 预警: 发布信息。\n  - 响应: 转移人员。\n  - 保障: 储备物资。',
      '标题: 平安学校门卫管理办法\n主要任务:\n  - {名称: 查验证件, 措施: 登记来访人员。}\n  - {名称: 巡视校园, 措施: 检查门窗。}',
      '标题: 平安学校2026年开学典礼活动方案\n主要任务:\n  - {名称: 布置会场, 措施: 摆放桌椅。}\n  - {名称: 维持秩序, 措施: 引导入场。}',
      '标题: 平安镇2026年工作要点\n正文:\n  - 加强宣传: 宣传到户。\n  - 开展培训: 培训骨干。',
      '标题: 平安镇2026年工作要点\n主要任务:\n  - {标题: 化解纠纷, 内容: 排查矛盾纠纷。, 时限: 12月底前}\n  - 整治隐患: 检查农房。\n  - 关爱帮扶: 走访老人。',
      '标题: 平安镇2026年工作要点\n主要任务:\n  内容: 以下任务6月底前完成。\n  任务:\n    - {名称: 整治隐患, 措施: 检查农房。}',
    ],
  }),
});
