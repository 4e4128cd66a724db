import { kindOf } from '../../../plan/document-kind.ts';
import { simplified } from '../../../text/script.ts';
import { variable } from '../../passage.ts';
import { rule } from '../../rule.ts';

const types =
  '要点|方案|预案|计划|规划|安排|总结|报告|通知|通报|意见|决定|决议|命令|公报|公告|通告|议案|请示|批复|函|纪要|办法|细则|规定|规则|制度|措施|清单|指南|标准|规程|章程|条例|守则|公约|倡议书|责任书|承诺书|公开信|分工|行动|思路|讲话|提纲|汇报|手册|指引|方法|任务|简报|表|令|要求|提示|简介|案|书';
const ending = new RegExp(`(${types})(的?)$`);
/** （试行）、（2026—2028年） and the like, behind the name of the kind. */
const remark = /(?:[（(][^（）()]*[）)])+$/;

export default rule({
  id: 'structure/title-doc-type',
  title: '标题没有以文种收尾',
  why: '标题最后几个字说明这是什么文件；缺了文种，或与“文种”写的不一样，收文的人不知道该办、该批还是该知道。',
  basis: '《党政机关公文处理工作条例》',
  level: 'warning',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  kinds: ['documentTitle'],
  passage({ prose, span }, tell, { plan }) {
    const title = simplified(prose).replace(remark, '').trimEnd();
    if (title.endsWith(variable) || title === '') return;
    const found = ending.exec(title);
    if (found === null)
      return tell(span(0, prose.trimEnd().length), '标题没有以文种收尾，看不出是要点、方案还是通知。', {
        advice: '在末尾写上文种，如“……工作要点”。',
      });
    const [, type = '', more] = found;
    if (more)
      return tell(span(title.length - 1, title.length), `标题以“${type}的”收尾，话没有说完。`, {
        advice: '删去“的”，或补上后面的字。',
      });
    const stated = plan.kind && simplified(plan.kind.text.trim());
    const endings = kindOf(plan)?.endings ?? [];
    if (stated && ![stated, ...endings].some((each) => title.endsWith(each)))
      tell(span(found.index, title.length), `“文种”写的是“${stated}”，标题却以“${type}”收尾。`, {
        advice: '两处改成一样。',
      });
  },
  texts: () => ({
    examples: [
      {
        wrong: '平安镇2026年平安建设工作要点⟦的⟧',
        right: '平安镇2026年平安建设工作要点',
        in: 'documentTitle',
      },
      { wrong: '⟦平安镇2026年平安建设⟧', right: '平安镇2026年平安建设工作要点', in: 'documentTitle' },
      {
        wrong: '标题: 平安镇2026年防汛工作⟦方案⟧\n文种: 工作要点',
        right: '标题: 平安镇2026年防汛工作要点\n文种: 工作要点',
        in: 'plan',
      },
    ],
    silent: [
      '平安镇2026年平安建设工作要点（试行）',
      '平安镇平安建设三年行动计划（2026—2028年）',
      '平安鎮2026年平安建設工作要點',
      '平安镇2026年政务公开重点工作安排',
      '{{镇名}}2026年{{名称}}',
    ],
  }),
});
