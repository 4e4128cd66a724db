import { han } from '../../../text/numerals.ts';
import { bodies, type Ordinal, type OrdinalForm, ordinalOf } from '../../ordinals.ts';
import { rule } from '../../rule.ts';

const shown = ({ form }: Ordinal, value: number): string =>
  form === '①' ? `第${value}个` : form.replace('一', han(value)).replace('1', String(value));

export default rule({
  id: 'numbering/gap-or-repeat',
  title: '手打的序号跳号或重号',
  why: '跳号多半是漏了一条，重号引用起来说不清是哪一条。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan({ passages }, tell) {
    for (const paragraphs of bodies(passages)) {
      // Each form counts by itself: it may begin again below the next heading or run on across all of them.
      const last = new Map<OrdinalForm, number>();
      let before: Ordinal | undefined;
      for (const { prose, span } of paragraphs) {
        const found = ordinalOf(prose);
        if (found) {
          const { form, value, text } = found;
          const previous = last.get(form);
          const repeated = before?.form === form && before.value === value;
          if (repeated || (previous !== undefined && value !== 1 && value !== previous + 1)) {
            const expected = shown(found, (previous ?? 0) + 1);
            tell(
              span(found.from, found.from + text.length),
              `“${shown(found, previous ?? 1)}”后面应为“${expected}”，这里是“${text}”。`,
              { advice: '看看是漏了一条还是写错了序号；写成列表，序号就由工具自动加。' },
            );
          }
          last.set(form, value);
        }
        before = found;
      }
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '一、落实巡查。\n\n⟦三、⟧建立台账。\n\n四、严格考核。',
        right: '抓好三件事：落实巡查、建立台账、严格考核。',
      },
      { wrong: '一、落实巡查。\n\n⟦一、⟧建立台账。', right: '抓好两件事：落实巡查、建立台账。' },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n正文: 文。\n结语: |\n  （一）落实巡查。\n\n  （二）建立台账。\n\n  ⟦（二）⟧严格考核。\n',
        right: '标题: 平安镇2026年工作要点\n正文: 文。\n结语: 抓好三件事：落实巡查、建立台账、严格考核。\n',
        in: 'plan',
      },
    ],
    silent: [
      '一、落实巡查。\n\n（一）每日一次。\n\n（二）每周汇总。\n\n二、建立台账。\n\n（三）一户一档。',
      '一、落实巡查。\n\n（一）每日一次。\n\n二、建立台账。\n\n（一）一户一档。',
      '三、落实巡查。\n\n四、建立台账。',
      '巡查。\n\n1.每日一次。\n\n台账。\n\n1.一户一档。',
      '1、落实巡查。\n\n2.建立台账。',
    ],
  }),
});
