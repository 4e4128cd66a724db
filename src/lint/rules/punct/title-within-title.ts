import { isWithin } from '../../../text/sentences.ts';
import { rule, running } from '../../rule.ts';

/** 关于印发关于…的意见的通知: one title within another, and nothing shows where it begins and ends. */
const within =
  /(?<=[关關][于於](?:印[发發]|[转轉][发發]|批[转轉]))([关關][于於][^《》〈〉“”。]{4,60}?的(?:意见|意見|方案|办法|辦法|规定|規定|决定|決定|通知|报告|報告|请示|請示|计划|計劃|规划|規劃|细则|細則))(?=的通知)/g;

export default rule({
  id: 'punct/title-within-title',
  title: '文件名称里的文件名称没有用单书名号',
  why: '“关于印发关于……的意见的通知”要读两遍才分得清是哪一份文件；名称里的名称用〈〉括起来。',
  basis: 'GB/T 15834—2011',
  level: 'warning',
  preset: 'recommended',
  fix: 'unsafe',
  since: '0.2.0',
  signs: ['发关', '發關', '转关', '轉關', '發关', '发關', '轉关', '转關'],
  kinds: [...running, 'citedTitle'],
  passage({ kind, prose, span }, tell) {
    for (const { index, 0: title } of prose.matchAll(within)) {
      if (kind !== 'citedTitle' && !isWithin(prose, index, '《》')) continue;
      const end = index + title.length;
      tell(span(index, end), `“${title}”是文件名称里的文件名称，应写成“〈${title}〉”。`, {
        fix: [
          { ...span(index, index), text: '〈' },
          { ...span(end, end), text: '〉' },
        ],
      });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '落实《关于印发⟦关于深入推进平安创建活动的意见⟧的通知》。',
        right: '落实《关于印发〈关于深入推进平安创建活动的意见〉的通知》。',
      },
      {
        wrong: '关于转发⟦关于加强应急管理的意见⟧的通知',
        right: '关于转发〈关于加强应急管理的意见〉的通知',
        in: 'citedTitle',
      },
      {
        wrong: '关于批转⟦关于加强应急管理的意见⟧的通知',
        right: '关于批转〈关于加强应急管理的意见〉的通知',
        in: 'citedTitle',
      },
    ],
    silent: [
      '落实《关于印发2026年平安创建工作要点的通知》。',
      '落实《关于印发〈关于深入推进平安创建活动的意见〉的通知》。',
      '印发关于加强值班的通知后，各村贯彻落实。',
    ],
  }),
});
