import type { Item } from '../../../plan/item.ts';
import type { Scalar } from '../../../schema/node.ts';
import { isScalar } from '../../../schema/node.ts';
import { rule } from '../../rule.ts';
import type { Heading } from '../../subject.ts';
import { oneLine, wordsOnly } from '../../titles.ts';

const about = new Set(['title', 'kind', 'type']);
const noWords = (text: string) => !/[一-龥A-Za-z0-9]/.test(text) && /^[{}]*$/.test(wordsOnly(text));

/** Nothing but lists of nothing and marks. */
function isEmpty(value: unknown): boolean {
  if (isScalar(value)) return noWords(value.text);
  return Array.isArray(value) && value.every(isEmpty);
}

const inside = (content: Item) =>
  Object.entries(content).flatMap(([name, value]) => (about.has(name) ? [] : [value]));

/** A short title; a whole sentence needs nothing below it. */
const isTitle = ({ text }: Scalar) => text.length <= 20 && !/[。；，！？{]/.test(text);

/** The one title that has nothing below it: several of them are a list of short lines. */
function isException(heading: Heading, siblings: readonly Heading[]): boolean {
  const others = siblings.filter((each) => each !== heading && each.title);
  return others.length > 0 && others.every(({ content }) => inside(content).length > 0);
}

/** `人员组成：` as the text of an entry, with nothing behind it. */
function isOpen({ title, content }: Heading): boolean {
  const text = title ? undefined : content.text?.text.trim();
  return text !== undefined && inside(content).length === 1 && /^\p{Script=Han}{2,12}[：:]$/u.test(text);
}

export default rule({
  id: 'structure/empty-section',
  title: '有标题没有内容',
  why: '光有标题、下面空着，印出来是一行悬着的字，读的人不知道是漏了还是没有。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  plan({ headings }, tell) {
    const look = (siblings: readonly Heading[], holder?: Heading): void => {
      for (const heading of siblings) {
        const { title, content, children } = heading;
        const values = inside(content);
        const bare = values.length === 0;
        const empty = bare
          ? title !== undefined && isTitle(title) && isException(heading, siblings)
          : values.every(isEmpty);
        const followed = holder?.content.items?.at(-1) !== content;
        const face = title ?? content.text;
        if (face && (empty || (isOpen(heading) && !(followed && /如下|以下|下列/.test(face.text)))))
          tell(
            face,
            noWords(face.text)
              ? '这里只有标点，没有内容。'
              : `“${oneLine(face.text).replace(/[：:]$/, '')}”下面没有内容。`,
            {
              advice: '填上内容；用不着就把它删去。',
            },
          );
        look(children, heading);
      }
    };
    look(headings);
  },
  texts: () => ({
    examples: [
      {
        wrong: '标题: 平安镇2026年工作要点\n主要任务: 每月排查一次。\n⟦工作要求⟧: []',
        right: '标题: 平安镇2026年工作要点\n主要任务: 每月排查一次。\n工作要求: 按月报送。',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n组织机构:\n  - ⟦人员组成：⟧\n  - 工作职责: 统筹协调。\n正文:\n  - 加强排查: 每月排查一次。\n  - ⟦抓好演练⟧: ……',
        right:
          '标题: 平安镇2026年工作要点\n组织机构:\n  - 人员组成: 由镇长任组长。\n  - 工作职责: 统筹协调。\n正文:\n  - 加强排查: 每月排查一次。\n  - 抓好演练: 每季度演练一次。',
        in: 'plan',
      },
      {
        wrong: '标题: 平安镇2026年工作要点\n正文:\n  - 标题: ⟦加强排查⟧\n  - 抓好演练: 每季度演练一次。',
        right:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强排查: 每月排查一次。\n  - 抓好演练: 每季度演练一次。',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n主要任务:\n  - 标题: 配备专职人员\n  - 标题: 健全服务网络\n  - 建立台账: 一处一档。',
      '标题: 平安镇2026年工作要点\n主要任务:\n  - 未编制专项方案，未经论证就施工的。\n  - 标题: 隐瞒不报、谎报事故',
      '标题: 平安镇2026年工作要点\n主要任务:\n  - 标题: 平安学校\n  - 标题: 平安医院\n',
      '标题: 平安镇2026年工作要点\n正文:\n  - 标题: 本要点自印发之日起施行，由镇政府办公室负责解释。\n  - 加强排查: 每月排查一次。',
      '标题: 平安镇2026年工作要点\n主要任务:\n  - {标题: 排查隐患, 牵头: 镇应急管理办公室, 时限: 12月底前}\n  - 抓好演练: 每季度演练一次。',
      '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长',
    ],
  }),
});
