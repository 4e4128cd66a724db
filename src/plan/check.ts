import { error, type Report } from '../schema/problem.ts';
import { checkLevels } from './check-levels.ts';
import type { Plan } from './plan.ts';
import { checkAnswers } from './unfit-words.ts';

/** What no single key can tell: whether the parts of a plan fit together. */
export function check(plan: Plan, report: Report): void {
  // GB/T 9704—2012 10.2: a 命令 has none.
  if (plan.title === undefined && plan.layout?.redHead?.style !== 'order') {
    report({
      severity: 'warning',
      code: 'plan/title',
      start: 0,
      end: 1,
      message: '没有写标题，文件会没有标题。',
      advice: '在开头加一行“标题: …”。',
    });
  }
  const [issuer] = plan.issuer ?? [];
  const { title } = plan;
  if (title && issuer && plan.layout?.redHead?.style === 'order' && title.text === `${issuer.text}令`) {
    report({
      severity: 'warning',
      code: 'plan/title',
      start: title.start,
      end: title.end,
      message: `命令的标志就是“${title.text}”，标题会再印一遍。`,
      advice: '命令没有标题，删去“标题”。',
    });
  }
  const imprint = plan.imprint?.printer ?? plan.imprint?.printedOn;
  if (plan.layout?.redHead?.style === 'letter' && imprint) {
    const message = '信函的版记没有印发机关和印发日期，“印发”不会印出来。';
    report({
      severity: 'warning',
      code: 'plan/letter',
      start: imprint.start,
      end: imprint.end,
      message,
      advice: '删去“印发”；要印的不用信函的式样。',
    });
  }
  const { letterhead, redHead } = plan.layout ?? {};
  if (letterhead && redHead)
    error(
      report,
      'plan/letterhead',
      letterhead,
      '“信头”和“红头”只能写一个。',
      '用单位自己的版头就删去“红头”。',
    );
  if (letterhead && plan.numbering?.method === 'automatic')
    error(
      report,
      'plan/letterhead',
      letterhead,
      '用“信头”的文件不能用 Word 的自动编号。',
      '删去“编号”里的“方式: 自动”。',
    );
  const { grid, profile } = plan.layout ?? {};
  if (grid && (letterhead || profile === 'plain'))
    error(
      report,
      'plan/choice',
      grid,
      `${letterhead ? '用“信头”的文件照它自己的页面' : '“普通”的行距不是固定的，没有网格'}，不能再写“网格”。`,
      '删去“网格”。',
    );
  const [seal] = plan.sealPictures ?? [];
  if (seal?.file && plan.seal === 'none')
    error(
      report,
      'plan/picture',
      seal.file,
      '写了“印章: 不盖章”，又写了“印章图片”，只能要一样。',
      '要盖章的删去“印章: 不盖章”，不盖的删去“印章图片”。',
    );
  const { contents } = plan.layout ?? {};
  if (contents && redHead && plan.coverNotice === undefined)
    error(
      report,
      'plan/contents',
      plan.title ?? { start: 0, end: 0 },
      '有红头的文件首页要有正文（GB/T 9704—2012 7.3.3），前面放不下目录。',
      '删去“目录”；要目录的写上“印发通知”，目录印在通知之后、计划之前。',
    );
  checkAnswers(plan, report);
  checkLevels(plan, report);
}
