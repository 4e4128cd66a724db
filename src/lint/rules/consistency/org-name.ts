import { inSimplifiedScript } from '../../../text/simplified-script.ts';
import type { Passage } from '../../passage.ts';
import { rule } from '../../rule.ts';
import { fullNames } from '../../unit-names.ts';

export default rule({
  id: 'consistency/org-name',
  title: '同一单位用了两种名称',
  why: '责任单位一处写全称、一处写简称，汇总任务时会被当成两个单位。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'unsafe',
  since: '0.2.0',
  plan({ passages }, tell) {
    const units = passages.filter(({ kind }) => kind === 'unit');
    const first = new Map<string, Passage>();
    for (const unit of units) {
      const name = inSimplifiedScript(unit.text);
      if (!first.has(name)) first.set(name, unit);
    }
    for (const unit of units) {
      const other = fullNames(inSimplifiedScript(unit.text)).flatMap((name) => first.get(name) ?? [])[0];
      if (other === undefined) continue;
      const full = other.text;
      const at = unit.span(0, unit.text.length);
      tell(at, `“${unit.text}”和“${full}”是同一个单位，名称应当一致。`, {
        fix: { ...at, text: full },
        related: [{ ...other.span(0, full.length), message: `这里写的是“${full}”` }],
      });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '主要任务:\n  - {标题: 排查隐患, 内容: 每月一次。, 牵头: 县应急管理局}\n  - {标题: 抓好演练, 内容: 每季一次。, 牵头: ⟦县应急局⟧}',
        right:
          '主要任务:\n  - {标题: 排查隐患, 内容: 每月一次。, 牵头: 县应急管理局}\n  - {标题: 抓好演练, 内容: 每季一次。, 牵头: 县应急管理局}',
        in: 'plan',
      },
    ],
    silent: [
      '主要任务:\n  - {标题: 排查隐患, 内容: 每月一次。, 牵头: 县应急局}\n  - {标题: 抓好演练, 内容: 每季一次。, 牵头: 县应急局}',
      '主要任务:\n  - {标题: 排查隐患, 内容: 每月一次。, 牵头: 县应急管理局}\n  - {标题: 抓好演练, 内容: 每季一次。, 牵头: 市应急局}',
    ],
  }),
});
