import { fromHan } from '../../../text/dates.ts';
import { rule } from '../../rule.ts';

/** Only what this plan says of its own: 《通知》附件2 and 其附件3 belong to other documents. */
const references =
  /(?<=(?:^|[见見按照附填写寫（(，,。；;][ \u3000]?))附件[ \u3000]?(\d{1,2}|[一二三四五六七八九十]{1,3})(?![\d年月.．:：])/g;

export default rule({
  id: 'numbering/dangling-ref',
  title: '引用了不存在的附件',
  why: '读的人照着去找，却找不到这个附件。',
  basis: '惯例',
  level: 'error',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  signs: ['附件'],
  plan({ plan, passages }, tell) {
    const count = plan.attachments?.length ?? 0;
    for (const passage of passages) {
      // A cover notice carries the plan itself as its attachment.
      if (passage.kind !== 'body' && passage.kind !== 'cell') continue;
      if (passage.path.startsWith('coverNotice')) continue;
      for (const { index, 0: found, 1: typed = '' } of passage
        .outside('bookTitle', 'quote')
        .matchAll(references)) {
        const number = /^\d/.test(typed) ? Number(typed) : fromHan(typed);
        if (number <= count) continue;
        const have = count === 0 ? '本文没有写“附件:”' : `本文只有${count}个附件`;
        tell(passage.span(index, index + found.length), `这里说的是“${found}”，${have}。`, {
          advice: '核对附件的序号；漏了的补到“附件:”下面。',
        });
      }
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n正文: 任务分工见附件1，考核办法见⟦附件3⟧。\n附件: [任务分工表, 考核办法]\n',
        right:
          '标题: 平安镇2026年工作要点\n正文: 任务分工见附件1，考核办法见附件2。\n附件: [任务分工表, 考核办法]\n',
        in: 'plan',
      },
      {
        wrong: '标题: 平安镇2026年工作要点\n正文: 各村填写汇总表（⟦附件2⟧）。\n附件: 汇总表\n',
        right: '标题: 平安镇2026年工作要点\n正文: 各村填写汇总表（附件1）。\n附件: 汇总表\n',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n正文: 按《考核办法》附件3执行，见《关于印发附件3的通知》。\n附件: [任务分工表, 考核办法]\n',
      '标题: 平安镇2026年工作要点\n正文: 按照县里通知的附件3执行。\n附件: 任务分工表\n',
      '标题: 平安镇2026年工作要点\n正文: 任务分工见附件。\n附件: 任务分工表\n',
    ],
  }),
});
