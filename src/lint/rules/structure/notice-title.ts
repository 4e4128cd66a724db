import { simplified } from '../../../text/script.ts';
import { rule } from '../../rule.ts';
import { wordsOnly } from '../../titles.ts';

/** What stands in 关于印发……的通知 before the name of what is handed out, without the marks around it. */
const handingOut = /[印下][发發][《〈]?/;

export default rule({
  id: 'structure/notice-title',
  title: '印发的文件用了通知的标题',
  why: '写了“印发通知”的，通知的标题由程序写成“关于印发……的通知”；“标题”是所印发的文件的名称，写成通知的标题，就印成“关于印发关于印发……的通知的通知”，两份文件也分不开。',
  basis: '《党政机关公文处理工作条例》',
  level: 'error',
  preset: 'essential',
  fix: 'unsafe',
  since: '0.2.0',
  kinds: ['documentTitle', 'title'],
  passage({ path, prose, text, span }, tell, { plan }) {
    const { coverNotice } = plan;
    if (coverNotice === undefined) return;
    if (path === 'coverNotice/title') {
      if (plan.title && wordsOnly(plan.title.text) === wordsOnly(text))
        tell(span(0, text.length), '通知和它印发的文件用了同一个标题。', {
          advice: '“标题”写所印发的文件的名称，“印发通知”里的“标题”写通知的，不写就是“关于印发……的通知”。',
        });
      return;
    }
    if (path !== 'title' || coverNotice.title !== undefined) return;
    if (!simplified(prose).trimEnd().endsWith('的通知')) return;
    const title = text.trimEnd();
    const before = handingOut.exec(title);
    const from = before ? before.index + before[0].length : 0;
    const name = title.slice(from).replace(/[》〉]?的通知$/, '');
    tell(span(0, title.length), '写了“印发通知”，“标题”却是通知的标题，会印成“关于印发……的通知的通知”。', {
      advice: `“标题”写所印发的文件的名称${before ? `（${name}）` : ''}；通知的标题不写也有，要另写的写在“印发通知”的“标题”里。`,
      ...(before && {
        fix: [
          { ...span(0, from), text: '' },
          { ...span(from + name.length, text.length), text: '' },
        ],
      }),
    });
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: ⟦关于印发《平安镇2026年防汛工作方案》的通知⟧\n单位: 平安镇人民政府\n印发通知: {主送: 各村, 正文: 现印发给你们。}\n正文: 每月排查一次。',
        right:
          '标题: 平安镇2026年防汛工作方案\n单位: 平安镇人民政府\n印发通知: {主送: 各村, 正文: 现印发给你们。}\n正文: 每月排查一次。',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年防汛工作方案\n印发通知: {标题: ⟦平安镇2026年防汛工作方案⟧, 正文: 现印发给你们。}\n正文: 每月排查一次。',
        right: '标题: 平安镇2026年防汛工作方案\n印发通知: {正文: 现印发给你们。}\n正文: 每月排查一次。',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年防汛工作方案\n印发通知: {正文: 现印发给你们。}\n正文: 每月排查一次。',
      '标题: 关于印发平安镇2026年防汛工作方案的通知\n正文: 每月排查一次。',
      '标题: 关于做好防汛工作的通知\n印发通知: {标题: 转发县政府关于做好防汛工作的通知, 正文: 现转发给你们。}\n正文: 每月排查一次。',
    ],
  }),
});
