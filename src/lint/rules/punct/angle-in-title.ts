import { isWithin } from '../../../text/sentences.ts';
import { rule, running } from '../../rule.ts';

/** What a title that stands by itself ends in; 〈填写单位〉 is none. */
const titled =
  /(?:法|条例|條例|办法|辦法|规定|規定|通知|意见|意見|方案|要点|要點|决定|決定|纲要|綱要|规划|規劃|计划|計劃|标准|標準|规范|規範|细则|細則|预案|預案)(?:（[^（）]*）)?$/;

export default rule({
  id: 'punct/angle-in-title',
  title: '用大于号、小于号当书名号',
  why: '“<”“>”是数学符号；书名号是《》，里面一层是〈〉。',
  basis: 'GB/T 15834—2011',
  level: 'error',
  preset: 'essential',
  fix: 'safe',
  since: '0.2.0',
  signs: ['<', '＜'],
  kinds: [...running, 'citedTitle'],
  passage({ kind, prose, span }, tell) {
    for (const { index, 0: found, 1: opening = '', 2: name = '', 3: closing = '' } of prose.matchAll(
      /([<＜]{1,2})([^<>＜＞《》\d][^<>＜＞]{0,100})([>＞]{1,2})/g,
    )) {
      const within = kind === 'citedTitle' || isWithin(prose, index, '《》');
      if (opening.length !== closing.length || !/\p{Script=Han}/u.test(name)) continue;
      if (!within && !titled.test(name)) continue;
      const [left, right] = within ? ['〈', '〉'] : ['《', '》'];
      const end = index + found.length;
      tell(span(index, end), `“${opening}${closing}”不是书名号，这里应为“${left}${right}”。`, {
        fix: [
          { ...span(index, index + opening.length), text: left },
          { ...span(end - closing.length, end), text: right },
        ],
      });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '贯彻《关于转发⟦<消防安全责任制实施办法>⟧的通知》。',
        right: '贯彻《关于转发〈消防安全责任制实施办法〉的通知》。',
      },
      { wrong: '学习⟦<<烟花爆竹管理办法>>⟧。', right: '学习《烟花爆竹管理办法》。' },
      { wrong: '关于印发⟦＜防汛预案＞⟧的通知', right: '关于印发〈防汛预案〉的通知', in: 'citedTitle' },
    ],
    silent: ['浓度<5%且压力>2帕。', '甲村<乙村，丙村>丁村。', '<填写单位>', '贯彻《消防法》，温度<40度。'],
  }),
});
