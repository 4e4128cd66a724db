import { kindOf } from '../../../plan/document-kind.ts';
import type { Plan } from '../../../plan/plan.ts';
import { option, record } from '../../../schema/schema.ts';
import { words } from '../../../schema/values.ts';
import { lookup } from '../../../text/lookup.ts';
import { expectedOf } from '../../kinds.ts';
import { rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A plan of which neither kind nor title is known is taken for 工作要点. */
function isAddressed(plan: Plan): boolean {
  return kindOf(plan) || plan.title || plan.kind ? expectedOf(plan).addressed : true;
}

/** Whether a part of the document is there, or not wanted in this one. */
const there = lookup<(subject: Subject) => boolean>({
  主送: ({ plan }) =>
    (plan.coverNotice?.recipients ?? plan.recipients) !== undefined ||
    !(plan.coverNotice || isAddressed(plan)),
  署名: ({ plan }) => (plan.signers ?? plan.issuer) !== undefined,
  // A speech has its date below the title.
  日期: ({ plan }) => plan.date !== undefined || /\d年\d{1,2}月/.test(plan.subtitle?.text ?? ''),
});

export default rule({
  id: 'structure/missing-parts',
  title: '缺主送、署名或日期',
  why: '没有主送机关、署名和成文日期的文件发不出去，也说不清谁在什么时候定的。内部传阅、张贴的计划没有主送机关的，用选项“要有”去掉它。',
  basis: 'GB/T 9704—2012 7.3.2、7.3.5',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  options: record({ wanted: option('要有', words, '要查的部分：主送、署名、日期，不写就都查') }),
  plan(subject, tell, { wanted = Object.keys(there) }) {
    const { coverNotice, recipients: [first] = [] } = subject.plan;
    if (first && coverNotice && coverNotice.recipients === undefined && wanted.includes('主送'))
      tell(first, '写了“印发通知”，“主送”却写在所印发的文件上，通知上没有主送。', {
        advice: '把“主送”移到“印发通知”里面。',
      });
    const missing = wanted.filter((name) => there[name]?.(subject) === false);
    if (missing.length > 0)
      tell(subject.face, `没有写${missing.join('、')}。`, {
        advice: `加上${missing.map((name) => `“${name}: …”`).join('、')}${missing.includes('署名') ? '，落款就是发文单位的只写“单位: …”' : ''}。`,
      });
  },
  texts: () => ({
    examples: [
      {
        wrong: '标题: ⟦平安镇2026年平安建设工作要点⟧\n正文: 每月排查一次。',
        right:
          '标题: 平安镇2026年平安建设工作要点\n单位: 平安镇人民政府\n主送: 各村民委员会\n日期: 2026-03-05\n正文: 每月排查一次。',
        in: 'plan',
      },
      {
        wrong:
          '标题: ⟦平安镇2026年平安建设工作要点⟧\n单位: 平安镇人民政府\n日期: 2026-03-05\n正文: 每月排查一次。',
        right:
          '标题: 平安镇2026年平安建设工作要点\n单位: 平安镇人民政府\n日期: 2026-03-05\n印发通知: {主送: 各村民委员会, 正文: 现印发给你们。}\n正文: 每月排查一次。',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年平安建设工作要点\n单位: 平安镇人民政府\n主送: ⟦各村民委员会⟧\n日期: 2026-03-05\n印发通知: {正文: 现印发给你们。}\n正文: 每月排查一次。',
        right:
          '标题: 平安镇2026年平安建设工作要点\n单位: 平安镇人民政府\n日期: 2026-03-05\n印发通知: {主送: 各村民委员会, 正文: 现印发给你们。}\n正文: 每月排查一次。',
        in: 'plan',
      },
      {
        wrong: '标题: ⟦柳溪村2026年平安建设工作要点⟧\n单位: 柳溪村村民委员会\n正文: 每月排查一次。',
        right:
          '标题: 柳溪村2026年平安建设工作要点\n单位: 柳溪村村民委员会\n日期: 2026-03-05\n正文: 每月排查一次。',
        in: 'plan',
        options: { wanted: ['署名', '日期'] },
      },
    ],
    silent: [
      '标题: 在平安建设工作会议上的讲话\n副标题: （2026年3月12日）\n单位: 平安镇党政办公室\n正文: 今天开会。',
      '标题: 平安镇2026年平安建设工作方案\n署名: 平安镇人民政府\n日期: 2026-03-05\n正文: 每月排查一次。',
      '标题: 平安镇2025年平安建设工作总结\n单位: 平安镇人民政府\n日期: 2025-12-25\n正文: 全年没有发生群体性事件。',
    ],
  }),
});
