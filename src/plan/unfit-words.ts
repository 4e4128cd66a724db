import { isYesOrNo } from '../schema/choices.ts';
import type { Scalar } from '../schema/node.ts';
import type { Report } from '../schema/problem.ts';
import { documentKeys, type Plan } from './plan.ts';

/** Words that fill a form and say nothing; `/` and the dashes are strokes of a pen. */
const filler =
  /^(?:好的?|行|可以|默认|随便|都行|任意|不用|不需|不写|不填|没|暂无|未定|待定|空|[/／—–-]{1,2})$/;

/** 红头: 好, 主送: 无: an answer where a text is wanted, which would be printed. */
function isAnswer({ text }: Scalar): boolean {
  return isYesOrNo(text) || filler.test(text.trim());
}

/** Some offices print 抄送：无。 as their forms have it. */
const asForms = new Set(['cc', 'signatory', 'note']);

/** Answers where names and texts of the document are wanted: they would be printed as these. 请假: 无 is printed by right. */
export function checkAnswers(plan: Plan, report: Report): void {
  const { recipients, cc, note, contact, signatory, secrecy, urgency, imprint, coverNotice } = plan;
  const { attachments, issuer, signers, docNumber, copyNumber, subtitle, title } = plan;
  const texts = {
    title: [title],
    subtitle: [subtitle],
    issuer,
    docNumber: [docNumber],
    copyNumber: [copyNumber],
    secrecy: [secrecy],
    urgency: [urgency],
    signatory,
    recipients: [...(recipients ?? []), ...(coverNotice?.recipients ?? [])],
    attachments: attachments?.map((each) => each.title),
    signers,
    note: [note],
    contact: [contact?.text],
    cc,
    imprint: [imprint?.printer, imprint?.handler, imprint?.handledBy],
  };
  for (const [name, some = []] of Object.entries(texts))
    for (const text of some) {
      if (!text || !isAnswer(text)) continue;
      const { label } = documentKeys[name as keyof typeof texts];
      report({
        severity: asForms.has(name) ? 'warning' : 'error',
        code: 'plan/choice',
        start: text.start,
        end: text.end,
        message: `“${label}”写了“${text.text}”，会照样印出来。`,
        advice: '不要的，删去这一行；要的，写上要印的字。',
      });
    }
}
