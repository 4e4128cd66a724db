import type { Plan } from '../../../plan/plan.ts';
import { ordinalOf } from '../../ordinals.ts';
import type { Passage } from '../../passage.ts';
import { rule } from '../../rule.ts';
import { pointOf } from '../../yishi.ts';
import { labelOf } from './labels.ts';

const attachment = /^\0*(附件[ \u3000]*[\d一二三四五六七八九十]{0,3}[:：.．、])[ \u3000]*/;

/** The number in front of a title that the tool numbers itself, or prints as it is. */
function typedNumber(
  { prose, path, kind }: Passage,
  { numbering }: Plan,
): { from: number; to: number } | undefined {
  if (path === 'attachments/title') {
    const found = attachment.exec(prose);
    if (found?.[1]) return { from: found[0].indexOf(found[1]), to: found[0].length };
  }
  if (path.endsWith('enumeration/title')) return pointOf(prose) ?? ordinalOf(prose);
  // Levels that the plan leaves without a number may carry one of the author's.
  if (path.endsWith('tables/title') || path === 'subtitle' || numbering?.levels?.includes(null))
    return undefined;
  return kind === 'documentTitle' ? ordinalOf(prose) : labelOf(prose);
}

export default rule({
  id: 'numbering/hand-typed-in-title',
  title: '标题里手打了序号',
  why: '标题的序号由工具按层次自动加，手打一个，印出来就成了“一、一、加强排查”；以后增删一条，手打的也不会跟着变。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'safe',
  since: '0.2.0',
  kinds: ['title', 'documentTitle'],
  passage(passage, tell, { plan }) {
    const found = typedNumber(passage, plan);
    // A number before marks alone is no title with a number.
    if (found === undefined || !/[\p{L}\p{N}\uFFFC]/u.test(passage.prose.slice(found.to))) return;
    const typed = passage.text.slice(found.from, found.to);
    const at = passage.span(found.from, found.to);
    tell(at, `标题前面的“${typed.trim()}”是手打的序号。`, {
      advice: '删去它，序号由工具自动加。',
      fix: { ...at, text: '' },
    });
  },
  texts: () => ({
    examples: [
      { wrong: '⟦一、⟧加强隐患排查', right: '加强隐患排查', in: 'title' },
      { wrong: '⟦（二）⟧加强隐患排查', right: '加强隐患排查', in: 'title' },
      { wrong: '⟦3. ⟧加强隐患排查', right: '加强隐患排查', in: 'title' },
      { wrong: '⟦4、⟧加强隐患排查', right: '加强隐患排查', in: 'title' },
      { wrong: '⟦第一章　⟧总则', right: '总则', in: 'title' },
      { wrong: '⟦一 ⟧加强隐患排查', right: '加强隐患排查', in: 'title' },
      { wrong: '⟦1）⟧加强隐患排查', right: '加强隐患排查', in: 'title' },
      { wrong: '⟦● ⟧加强隐患排查', right: '加强隐患排查', in: 'title' },
      { wrong: '⟦一、⟧平安镇2026年工作要点', right: '平安镇2026年工作要点', in: 'documentTitle' },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强宣传:\n      分述:\n        - ⟦一是⟧抓队伍: 每村一名网格员。\n        - 抓阵地: 每村一处宣传栏。\n附件:\n  - ⟦1.⟧重点任务清单\n  - 联系人名单\n',
        right:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强宣传:\n      分述:\n        - 抓队伍: 每村一名网格员。\n        - 抓阵地: 每村一处宣传栏。\n附件:\n  - 重点任务清单\n  - 联系人名单\n',
        in: 'plan',
      },
    ],
    silent: [
      '①。。',
      '落实“一岗双责”',
      '一岗双责制度',
      '一、二号矿整治',
      '三、四季度重点工作',
      '1、2号楼加装电梯',
      '5.12防灾减灾日宣传',
      '（2026）年度培训',
      '（一）期工程收尾',
      '第一阶段：宣传发动',
      '第一届平安志愿者评选',
      '3 月集中排查',
      'A、B两个片区整治',
      '十项便民措施',
    ],
  }),
});
