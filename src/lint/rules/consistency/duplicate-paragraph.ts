import type { Passage } from '../../passage.ts';
import { rule, type Tell } from '../../rule.ts';
import { bare } from '../../titles.ts';

/** Shorter ones may well be said twice. */
const least = 30;

export default rule({
  id: 'consistency/duplicate-paragraph',
  title: '两段文字完全相同',
  why: '紧接着的两段一字不差，或者一段话在两个部分里各写一遍，多半是复制粘贴以后忘了改。几级响应、几个奖项分列的同样的职责、材料不算。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan({ passages }, tell) {
    const sections = new Map<string, Passage>();
    let previous: Passage | undefined;
    for (const passage of passages) {
      // What stands under a title of its own may be the same for each: Ⅰ级响应, Ⅱ级响应.
      if (passage.kind === 'title') previous = undefined;
      if (passage.kind !== 'body') continue;
      const words = /[。；]/.test(passage.text) ? bare(passage.text) : '';
      const elsewhere = sections.get(words);
      const first =
        previous && bare(previous.text) === words
          ? previous
          : elsewhere && passage.section && elsewhere.section !== passage.section
            ? elsewhere
            : undefined;
      if (words.length >= least) {
        if (first) same(passage, first, tell);
        if (passage.section && !elsewhere) sections.set(words, passage);
      }
      previous = passage;
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '正文:\n  - 平安学校:\n      - 每月组织一次安全隐患排查，建立台账，明确责任人和整改时限，整改完成后逐项销号。\n      - ⟦每月组织一次安全隐患排查，建立台账，明确责任人和整改时限，整改完成后逐项销号。⟧',
        right:
          '正文:\n  - 平安学校:\n      - 每月组织一次安全隐患排查，建立台账，明确责任人和整改时限，整改完成后逐项销号。\n      - 每季度组织一次消防演练。',
        in: 'plan',
      },
      {
        wrong:
          '指导思想: 坚持预防为主、综合治理，完善责任体系，把风险隐患化解在基层、消灭在萌芽状态。\n工作要求: ⟦坚持预防为主、综合治理，完善责任体系，把风险隐患化解在基层、消灭在萌芽状态。⟧',
        right:
          '指导思想: 坚持预防为主、综合治理，完善责任体系，把风险隐患化解在基层、消灭在萌芽状态。\n工作要求: 各村要明确专人负责，按月报送进展。',
        in: 'plan',
      },
    ],
    silent: [
      '正文:\n  - 平安学校: 每月排查一次。\n  - 平安医院: 每月排查一次。',
      '应急处置:\n  - Ⅰ级响应: 指挥部立即组织力量赶赴现场，开展抢险救援、人员转移和物资调运，及时报告情况。\n  - Ⅱ级响应: 指挥部立即组织力量赶赴现场，开展抢险救援、人员转移和物资调运，及时报告情况。',
      '正文:\n  - 优秀集体:\n      - 申报表一式两份，由所在单位填写意见并加盖公章，于11月底前报镇平安办汇总。\n      - 事迹材料一份。\n  - 先进个人:\n      - 申报表一式两份，由所在单位填写意见并加盖公章，于11月底前报镇平安办汇总。',
    ],
  }),
});

function same(passage: Passage, first: Passage, tell: Tell): void {
  tell(passage.span(0, passage.text.length), '这一段和前面的一段完全相同。', {
    advice: '多余的删去；本来是两件事的，把其中一段改过来。',
    related: [{ ...first.span(0, first.text.length), message: '相同的一段在这里' }],
  });
}
