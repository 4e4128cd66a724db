import type { Entry, Item } from '../../../plan/item.ts';
import type { Task } from '../../../plan/parts.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Scalar } from '../../../schema/node.ts';
import { bodies, ordinalOf } from '../../ordinals.ts';
import type { Passage } from '../../passage.ts';
import { rule } from '../../rule.ts';

/** Texts that stand side by side and are printed as they are, each a paragraph or several. */
type Siblings = readonly Scalar[];

/** What the templates end themselves, like goals and the points of 分述, is left out; so are attachments, forms most of them. */
function siblingsIn({ sections, preamble, closing, coverNotice }: Plan): Siblings[] {
  const found: Siblings[] = [[preamble, closing].flatMap((text) => text ?? [])];
  const visit = ({ items = [], tasks = [], steps = [] }: Item): void => {
    found.push([...items, ...tasks, ...steps].flatMap(own));
    for (const entry of items) if (entry.type === 'item') visit(entry);
  };
  for (const item of coverNotice?.body ? [...sections, coverNotice.body] : sections) {
    found.push(own(item));
    visit(item);
  }
  return found;
}

function own(entry: Item | Entry | Task): Scalar[] {
  if ('type' in entry && (entry.type === 'goal' || entry.type === 'source')) return [];
  const { lead, text, measures, closing, enumeration, goals } = entry as Item & Task;
  return [lead, enumeration || goals ? undefined : text, measures, closing].flatMap((each) => each ?? []);
}

const ended = /[。！？；：…—!?;:”’）》】)"'\uFFFC]\0*$/;
const cut = /[，、,]\0*$/;
const broken = /[\p{L}\p{N}%％℃]\0*$/u;
/** Headings and titles of papers in a pasted text. */
const heading =
  /^\0*[一二三四五六七八九十]{1,3}、|(?:方案|意见|通知|要点|计划|办法|规定|细则|条例|总结|报告|解释|决定|批复)$/;
/** 完成率=完成数÷任务数×100% stands on a line of its own, and is no sentence. */
const formula = /[=＝][^=＝。]{0,60}[+＋×÷]/;
const long = 25;

export default rule({
  id: 'punct/missing-end',
  title: '段末没有标点，像是没有写完',
  why: '一段话停在半句上，或者停在逗号上，多半是复制时少了后面的字。短语、标题一样的条目不查。',
  basis: 'GB/T 15834—2011',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan({ plan, passages }, tell) {
    const byText = new Map(bodies(passages).map((paragraphs) => [paragraphs[0]?.scalar, paragraphs]));
    const groups = siblingsIn(plan).map((siblings) => siblings.flatMap((scalar) => byText.get(scalar) ?? []));
    const careful = mostlyEnded(groups.flat());
    for (const texts of groups) {
      const finished = texts.filter(({ prose }) => ended.test(prose)).length;
      const others = finished > 1 && finished === texts.length - 1;
      for (const [index, passage] of texts.entries()) {
        const { prose, text, span } = passage;
        const last = texts[index + 1]?.scalar !== passage.scalar;
        const stops = cut.test(prose) && last && prose.length > 2;
        if (!stops && !isBroken(passage, others, careful)) continue;
        tell(
          span(Math.max(0, text.length - 5), text.length),
          `这一段到“${text.slice(-5)}”为止，末尾没有句号，像是没有写完。`,
          { advice: '看看后面是不是少了字；写完了的，加上句号。' },
        );
      }
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强巡查: 每月排查一次，建立台账，整改到位；按照镇党委的部署，⟦重点保障平⟧\n  - 抓好宣传: 走村入户，讲清政策。',
        right:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强巡查: 每月排查一次，建立台账，整改到位；按照镇党委的部署，重点保障平安村。\n  - 抓好宣传: 走村入户，讲清政策。',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强巡查:\n      - 每月排查一次。\n      - ⟦重点保障平⟧\n      - 整改到位后销号。',
        right:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强巡查:\n      - 每月排查一次。\n      - 重点保障平安村。\n      - 整改到位后销号。',
        in: 'plan',
      },
      {
        wrong: '标题: 平安镇2026年工作要点\n结语: 各村要按照本要点的要求，认真抓好⟦组织实施，⟧',
        right: '标题: 平安镇2026年工作要点\n结语: 各村要按照本要点的要求，认真抓好组织实施，按月报送。',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n正文:\n  - 加强巡查:\n      - 每月排查一次\n      - 建立台账\n      - 整改销号',
      '标题: 平安镇2026年工作要点\n正文:\n  - 加强巡查: 重点保障“平安村”',
      '标题: 平安镇2026年工作要点\n正文: |\n  （一）加强领导，落实责任\n\n  每月排查一次，建立台账（责任单位：镇平安办）\n\n  联系人：周守平，电话：12345678。',
      '标题: 平安镇2026年工作要点\n正文:\n  - 加强考评:\n      - 每半年考评一次。\n      - 年度分值=（上半年分值+下半年分值）÷2\n      - 结果通报各村。',
      '标题: 平安镇2026年工作要点\n工作目标:\n  - 全年不发生较大以上安全事故，群众安全感和满意度达到98%以上',
    ],
  }),
});

const mostlyEnded = (texts: readonly Passage[]) =>
  texts.length > 2 && texts.filter(({ prose }) => ended.test(prose)).length >= texts.length * 0.8;

/** A sentence without an end: behind another that has one, where all others beside it have one, or a long one in a paper that ends them. */
function isBroken({ prose }: Passage, others: boolean, careful: boolean): boolean {
  if (ended.test(prose)) return false;
  if (!/[。；]/.test(prose) && !others && !(careful && prose.length >= long && prose.includes('，')))
    return false;
  return (
    broken.test(prose) &&
    !heading.test(prose) &&
    !formula.test(prose) &&
    !ordinalOf(prose) &&
    !/[：:\t]|[ \u3000]{2}/.test(prose)
  );
}
