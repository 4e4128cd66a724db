import { kindAtEnd, kindOf } from '../../../plan/document-kind.ts';
import { withoutRemark } from '../../../text/remark.ts';
import { simplified } from '../../../text/script.ts';
import { variable } from '../../passage.ts';
import { rule } from '../../rule.ts';

/** 公文 of the rules, papers that are sent with them, and what offices, schools and villages put up or hand out. */
const types = [
  '要点|方案|预案|计划|规划|纲要|大纲|安排|总结|小结|报告|综述|通知|通报|意见|决定|决议|命令|公报|公告|通告|公示|启事|声明|议案',
  '请示|批复|答复|函|纪要|办法|细则|规定|规则|规范|规程|规约|民约|制度|机制|体系|措施|清单|指南|指引|导则|准则|标准|章程|条例',
  '守则|公约|须知|简章|流程|倡议|建议|申请|合同|协议|职责|分工|行动|战略|思路|讲话|发言|致辞|贺词|提纲|汇报|说明|解释|手册|方法',
  '任务|指标|简报|动态|要求|提示|简介|问答|解读|议程|日程|名单|目录|台账|台帐|档案|预算|决算|记录|证明|汇编|模板|样本|草案',
  '[表令案书信图单册卡稿]|(?<![执司立普守合违非])法',
].join('|');
const ending = new RegExp(`(${types})(的?)$`);

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
    const title = withoutRemark(simplified(prose)).trimEnd();
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
    // Only kinds that could have been stated speak against the one that is.
    if (stated && kindAtEnd(title) && ![stated, ...endings].some((each) => title.endsWith(each)))
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
      {
        wrong: '标题: 平安镇矛盾纠纷化解工作⟦计划⟧\n文种: 工作方案',
        right: '标题: 平安镇矛盾纠纷化解工作机制\n文种: 工作机制',
        in: 'plan',
      },
    ],
    silent: [
      '平安镇2026年平安建设工作要点（试行）',
      '平安镇平安建设三年行动计划（2026—2028年）',
      '平安鎮2026年平安建設工作要點',
      '平安镇2026年政务公开重点工作安排',
      '{{镇名}}2026年{{名称}}',
      '平安镇2026年公益性岗位拟聘人员公示',
      '平安学校招领启事',
      '平安镇矛盾纠纷多元化解工作机制',
      '平安镇柳溪村村规民约',
      '平安学校2026年招生简章',
      '平安镇政务服务中心办事须知',
      '平安镇人民政府关于政协第12号提案的答复',
    ],
  }),
});
