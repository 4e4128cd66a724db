import type { Scalar } from '../../../schema/node.ts';
import { rule } from '../../rule.ts';
import { pointOf } from '../../yishi.ts';
import { labelOf, lonelyPoint } from './labels.ts';
import { numberedTexts } from './numbered-texts.ts';

export default rule({
  id: 'numbering/doubled',
  title: '列表的条目里又手打了序号',
  why: '列表里的条目由工具自动编号，条目里再打一个，印出来就成了“1.1、落实责任”“（二）（二）加强巡查”“一是一是加强宣传”。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'safe',
  since: '0.2.0',
  plan({ plan, passages }, tell) {
    const { items, points } = numberedTexts(plan);
    const seen = new Set<Scalar>();
    for (const { scalar, prose, text, span } of passages) {
      if (seen.has(scalar)) continue;
      seen.add(scalar);
      const numbered = items.has(scalar) || points.has(scalar);
      const found =
        (points.has(scalar) && pointOf(prose)) || (numbered && (labelOf(prose) ?? lonelyPoint(prose)));
      if (!found || found.to >= prose.length) continue;
      const at = span(found.from, found.to);
      tell(at, `“${text.slice(found.from, found.to).trim()}”是手打的序号，这一条工具已经编了号。`, {
        advice: '删去它，序号由工具自动加。',
        fix: { ...at, text: '' },
      });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强排查:\n      - ⟦1、⟧每月排查一次。\n      - ⟦2、⟧建立台账。\n',
        right:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强排查:\n      - 每月排查一次。\n      - 建立台账。\n',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强排查:\n      分述:\n        - ⟦一是⟧每月排查一次。\n        - ⟦二是⟧建立台账。\n',
        right:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强排查:\n      分述:\n        - 每月排查一次。\n        - 建立台账。\n',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强排查:\n      - ⟦（一）⟧每月排查一次。\n      - ⟦一是⟧建立台账。\n      - ⟦第三，⟧整改到位。\n      - ⟦4）⟧严格考核。\n      - ⟦5 ⟧兑现奖惩。\n      - ⟦●　⟧按月通报。\n',
        right:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强排查:\n      - 每月排查一次。\n      - 建立台账。\n      - 整改到位。\n      - 严格考核。\n      - 兑现奖惩。\n      - 按月通报。\n',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n正文:\n  - 排查要求:\n      - {指标: ⟦1.⟧隐患整改率, 值: 达到98%, 期限: 12月底}\n      - {文件: ⟦（二）⟧平安建设条例}\n',
        right:
          '标题: 平安镇2026年工作要点\n正文:\n  - 排查要求:\n      - {指标: 隐患整改率, 值: 达到98%, 期限: 12月底}\n      - {文件: 平安建设条例}\n',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n正文:\n  - 加强排查:\n      - 一是每月排查；二是建立台账。\n      - 5 个村先行试点。\n      - 第一、第二季度各排查一次。\n',
      '标题: 平安镇2026年工作要点\n正文:\n  - 加强排查:\n      - 一、二号矿每月排查一次。\n      - 5.12防灾减灾日开展宣传。\n',
      '标题: 平安镇2026年工作要点\n正文:\n  - 加强排查: 1.每月排查一次。\n',
      '标题: 平安镇2026年工作要点\n编号:\n  层次: [一、, ""]\n正文:\n  - 加强排查:\n      - 甲、每月排查一次。\n      - 1.建立台账。\n',
    ],
  }),
});
