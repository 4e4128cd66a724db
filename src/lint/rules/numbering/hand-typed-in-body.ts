import { bodies, ordinalOf } from '../../ordinals.ts';
import { rule } from '../../rule.ts';
import { numberedTexts } from './numbered-texts.ts';

/** Goals are printed one behind the other in a paragraph, where numbers of one's own do no harm. */
const inline = /(?:^|\/)(?:goals|basis)\/text$/;

export default rule({
  id: 'numbering/hand-typed-in-body',
  title: '正文段首手打了序号',
  why: '写成列表，序号由工具自动加，层次、缩进都照规定来，增删一条也不用重编。整段引用别人的原文，可以关掉这条规则。',
  basis: '惯例',
  level: 'warning',
  preset: 'strict',
  fix: 'none',
  since: '0.2.0',
  plan({ plan, passages }, tell) {
    const { items, points } = numberedTexts(plan);
    for (const paragraphs of bodies(passages)) {
      if (inline.test(paragraphs[0]?.path ?? '')) continue;
      const typed = paragraphs.flatMap(({ scalar, prose, span }, index) => {
        // A number right behind that of the tool is the business of numbering/doubled.
        if (index === 0 && (items.has(scalar) || points.has(scalar))) return [];
        const found = ordinalOf(prose);
        return found && found.to < prose.length ? [{ ...found, at: span(found.from, found.to) }] : [];
      });
      const [first, ...others] = typed;
      if (first === undefined) continue;
      const all = others.length > 0 ? `，这段文字里共有${typed.length}处` : '';
      tell(first.at, `段首的“${first.text}”是手打的序号${all}。`, {
        advice: '改写成“条目:”下面的列表，一条前面写一个“- ”，序号由工具自动加。',
      });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '⟦1、⟧落实网格员每日巡查。\n\n2、建立隐患台账。',
        right: '落实网格员每日巡查，建立隐患台账。',
      },
      { wrong: '⟦（一）⟧落实网格员每日巡查。', right: '落实网格员每日巡查。' },
    ],
    silent: [
      '一、二号矿每月排查一次。',
      '抓好两件事：1.落实巡查；2.建立台账。',
      '5.12防灾减灾日开展宣传。',
      '2026年底前完成。',
      '（2026）年度计划另发。',
    ],
  }),
});
