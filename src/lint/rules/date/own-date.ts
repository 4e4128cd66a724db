import type { Scalar } from '../../../schema/node.ts';
import { type PlanDate, parseDate, printDate } from '../../../text/dates.ts';
import { withoutRemark } from '../../../text/remark.ts';
import { simplified } from '../../../text/script.ts';
import { rule, type Tell } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Papers that say what is to be done in their year. */
const ahead = /(?:要点|计划|方案|安排|思路|打算|任务|清单)[》〉]?(?:的通知)?$/;
/** Notices that call for something in their year. */
const call = /关于(?:切实|认真|全力|进一步)?(?:做好|抓好|开展|加强|组织|举办).{0,200}的通知$/;
/** What is written when the year is over: its results, and what is paid, chosen and checked by them. */
const afterwards =
  /总结|小结|述职|报告|汇报|通报|公报|公示|公告|情况|回顾|考核|考评|考查|评价|评估|评议|评选|评优|评审|评比|评定|表彰|表扬|奖|先进|优秀|典型|案例|征集|推荐|结果|决算|验收|审计|核查|复核|检查|回头看|整改|清算|清理|汇算|年报|年检|年审|统计|补助|补贴|资金|发放|答复|名单|归档|档案|鉴定|统计|述评/;
/** What is prepared long before its year begins. */
const longBefore =
  /预算|申报|立项|项目|规划|招生|招聘|招录|考试|高考|中考|报名|征订|征兵|采购|缴费|参保|医保|普查|换届|课题|学年|学期|校历|放假|节假日|假期/;
const summary = /(?:总结|小结|述职报告)$/;

export default rule({
  id: 'date/own-date',
  title: '成文日期与标题、文号、印发日期对不上',
  why: '在去年的文件上改，标题改了、日期没有改，或者日期改了、标题和文号还是去年的，是最常见也最难堪的错。年底印发下一年的要点、年初写上一年的总结不算。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan(subject, tell) {
    const { plan, date } = subject;
    if (!date || !plan.date) return;
    aboutTitle(subject, date, plan.date, tell);
    for (const number of [plan.docNumber, plan.coverNotice?.docNumber]) {
      const year = /[〔[［(（【﹝]((?:19|20)\d{2})[〕\]］)）】﹞]/.exec(number?.text ?? '')?.[1];
      if (number && year && Number(year) !== date.year)
        tell(number, `发文字号是${year}年的，成文日期却在${date.year}年。`, {
          advice: '文号里的年份就是成文的年份，核对哪一个没有改。',
        });
    }
    const printed = plan.imprint?.printedOn;
    const printedOn = printed && parseDate(printed.text);
    if (printed && printedOn && daysOf(printedOn) < daysOf(date))
      tell(printed, `印发日期${printDate(printedOn)}早于成文日期${printDate(date)}。`, {
        advice: '核对两个日期；先定稿，后印发。',
      });
  },
  texts: () => ({
    examples: [
      {
        wrong: '标题: 平安镇2026年工作要点\n日期: ⟦2025-03-05⟧\n正文: 每月排查一次。',
        right: '标题: 平安镇2026年工作要点\n日期: 2025-12-25\n正文: 每月排查一次。',
        in: 'plan',
      },
      {
        wrong: '标题: 平安镇2025年工作要点\n日期: ⟦2026-03-05⟧\n正文: 每月排查一次。',
        right: '标题: 平安镇2026年工作要点\n日期: 2026-03-05\n正文: 每月排查一次。',
        in: 'plan',
      },
      {
        wrong: '标题: 平安镇{{年份}}年工作要点\n变量: {年份: 2026}\n日期: ⟦2025-03-05⟧\n正文: 每月排查一次。',
        right: '标题: 平安镇{{年份}}年工作要点\n变量: {年份: 2026}\n日期: 2026-03-05\n正文: 每月排查一次。',
        in: 'plan',
      },
      {
        wrong: '标题: 平安镇2026年工作总结\n日期: ⟦2025-12-20⟧\n正文: 每月排查一次。',
        right: '标题: 平安镇2026年工作总结\n日期: 2027-01-08\n正文: 每月排查一次。',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n发文字号: ⟦平政发〔2025〕3号⟧\n日期: 2026-03-05\n正文: 每月排查一次。\n印发: {印发日期: ⟦2026-03-02⟧}',
        right:
          '标题: 平安镇2026年工作要点\n发文字号: 平政发〔2026〕3号\n日期: 2026-03-05\n正文: 每月排查一次。\n印发: {印发日期: 2026-03-06}',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇{{年份}}年工作要点\n变量: {年份: 2026}\n日期: 2026-03-05\n正文: 每月排查一次。',
      '标题: 平安镇2026年工作要点\n日期: 2025-12-25\n正文: 每月排查一次。',
      '标题: 平安镇2025年工作总结\n日期: 2026-01-08\n正文: 每月排查一次。',
      '标题: 平安镇2025年度考核工作方案\n日期: 2026-01-08\n正文: 每月考核一次。',
      '标题: 平安镇2024—2026年行动方案\n日期: 2025-03-05\n正文: 每月排查一次。',
      '标题: 平安镇2025年工作总结和2026年工作要点\n日期: 2026-01-08\n正文: 每月排查一次。',
      '标题: 关于编制平安镇2026年预算的工作方案\n日期: 2025-07-08\n正文: 各单位按时报送。',
      '标题: 关于同意申办2027年运动会的批复\n日期: 2025-03-05\n正文: 同意申办。',
      '标题: 平安学校2025—2026学年工作计划\n日期: 2025-08-30\n正文: 每月排查一次。',
    ],
  }),
});

function aboutTitle({ plan, statedYears: years }: Subject, date: PlanDate, at: Scalar, tell: Tell): void {
  if (years === undefined) return;
  const title = withoutRemark(simplified(plan.title?.text ?? ''));
  const stated = years.from === years.to ? `${years.from}年` : `${years.from}—${years.to}年`;
  const say = (advice: string) =>
    tell(at, `标题说的是${stated}，成文日期却是${printDate(date)}。`, { advice });
  const planned = ahead.test(title) || ahead.test(simplified(plan.kind?.text ?? ''));
  const called = call.test(title);
  if (summary.test(title)) {
    if (date.year < years.to) say('总结写在一年过去以后，核对两处的年份。');
    return;
  }
  if (date.year > years.to) {
    if ((planned || (called && !title.includes('年度'))) && !afterwards.test(title))
      say('核对两处的年份：多半是标题还留着去年的。');
    return;
  }
  const ago = (years.from - date.year) * 12 + 1 - date.month;
  const longest = years.from === years.to ? (planned ? 4 : called ? 9 : Number.POSITIVE_INFINITY) : 12;
  if (ago > longest && !longBefore.test(title)) say('核对两处的年份：多半是日期还留着去年的。');
}

const daysOf = ({ year, month, day = 31 }: PlanDate) => (year * 12 + month) * 31 + day;
