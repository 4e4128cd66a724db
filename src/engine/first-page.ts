import type { NumberedBlock } from '../document/block.ts';
import { firstPage } from '../page/first-page.ts';
import { profile } from '../page/profiles.ts';
import type { Plan } from '../plan/plan.ts';
import { textsIn } from '../plan/texts.ts';
import type { Span } from '../schema/node.ts';
import type { Report } from '../schema/problem.ts';

/** Tells where the first page has no text (GB/T 9704—2012 7.3.3), or only with what nobody asked for. */
export function checkFirstPage(plan: Plan, blocks: readonly NumberedBlock[], report: Report): void {
  const { recipients = plan.recipients, title = plan.title } = plan.coverNotice ?? {};
  const place = recipients?.[0] ?? plan.issuer?.[0] ?? title;
  if (place === undefined) return;
  const tell = (message: string, advice: string, { start, end }: Span = place) =>
    report({
      severity: 'warning',
      code: 'plan/first-page',
      start,
      end,
      message,
      advice,
    });
  if (plan.coverNotice && plan.coverNotice.body === undefined)
    tell(
      '印发通知没有正文，这一页只有标题和落款。',
      '在“印发通知”里写“正文: …”，如“现将《……》印发给你们，请认真贯彻执行。”。',
    );
  // A letterhead has a first page of its own.
  if (plan.layout?.letterhead) return;
  const { took } = firstPage(blocks, profile(plan.layout));
  if (took === 'recipients')
    tell('主送机关太多，首页会没有正文，所以印在版记里。', '想印在标题下面的，少写几个，或者写统称。');
  else if (took === 'signature')
    tell(
      '首页可能没有正文：正文只有一段，落款在首页差几行排不下，又不能单独在一页，这一段就跟着它到第二页。',
      '这一段添一两句、删一两句，或者分成两段。',
      textsIn(plan.coverNotice?.body ?? plan.preamble ?? plan.sections)[0],
    );
  else if (took === 'none')
    tell(
      '版头、标题和主送太长，首页可能排不下正文。',
      `标题、主送写短一些。${
        plan.issuer && plan.issuer.length > 3
          ? '单位多的，标志可以只用主办单位的，如“红头: 平安县公安局文件”。'
          : ''
      }`,
    );
  else if (took === 'mark' && plan.layout?.redHead?.size !== undefined)
    tell('照写的字号，首页会没有正文，所以发文机关标志印得小一些。', '标题、主送写短一些，或者不写“字号”。');
}
