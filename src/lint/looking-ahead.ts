import { withoutRemark } from '../text/remark.ts';
import type { Passage } from './passage.ts';
import type { Subject } from './subject.ts';

/** Papers that tell of a year gone by. */
const telling = /(?:总结|總結|小结|报告|報告|汇报|通报|公报|情况|讲话|致辞|述职|纪要|说明|公示|公告|答复)$/;
/** Parts of a paper that do so. */
const review =
  /回顾|回顧|总结|總結|完成情况|完成情況|工作情况|工作情況|进展|進展|成效|成绩|成績|问题|問題|现状|現狀|背景|形势|形勢|依据|依據|基础|基礎|概况|概況/;
/** The paragraphs in which a paper asks for something: none of a review, or of a part that looks back. */
export function lookingAhead({ plan, passages }: Subject): Passage[] {
  if ([plan.kind, plan.title].some((named) => named && telling.test(withoutRemark(named.text)))) return [];
  let ahead = true;
  return passages.filter(({ kind, path, prose, section }) => {
    if (path === 'sections/title') ahead = !review.test(prose);
    const known = section === 'background' || section === 'problems' || section === 'basis';
    return (
      ahead && !known && (kind === 'body' || kind === 'title' || kind === 'indicator' || kind === 'value')
    );
  });
}
