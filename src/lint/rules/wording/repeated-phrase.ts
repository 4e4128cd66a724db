import { rule, running } from '../../rule.ts';

/** Words of two characters that nothing holds twice in a row; conditions stand before and behind. */
const words = `
做好 抓好 抓紧 造成 促进 推动 推进(?!会) 加强 加快 加大 强化 深化 完善 健全 建立 开展 确保 保持 坚持 坚决 明确 围绕 切实 积极 全面 严格 提升
提高(?!班) 进行(?!曲) 深入(?!浅) 认真(?!再) 结合(?!部) 按照 以及 或者 由于 对于 关于 为了 因此 以上 以下 各级 各类 有关 相关 我们 他们
(?<!发展中)国家 (?<![审審][议議]|表决|讨论|会议)通过(?!率) 根据(?!地) 安全(?![员帽带阀]) 体育(?![局馆场课部]) 文件(?![夹柜袋名号])`;
/** These begin another word as easily as they end one, 信访工作工作组: only at the end of a clause they can't. */
const nouns = `
工作 问题 情况 措施 任务 活动 制度 责任 人员 部门 单位 项目 能力 水平 环境 体系 机制 公司 学校 机构 资金 作用 工程 方案 意见 通知 办法 企业 群众
建设 管理 服务 教育 生产 要求 规定 计划`;
const twice = (table: string, behind: string) =>
  table
    .trim()
    .split(/\s+/)
    .map((entry) => entry.replace(/(?<![一-龥[(|])[一-龥]{2}(?=\(|$)/, '(?:$&){2}') + behind);

const doubled = new RegExp(
  [
    ...twice(words, ''),
    ...twice(nouns, '(?=[，。；：、）]|$)'),
    '(?![的到和与與及在对對为為是了从從])(\\p{Script=Han}{3,12}?)\\1',
  ].join('|'),
  'gu',
);

/** Most paragraphs say nothing twice in a row, and this is small: what tells which of it is wrong takes long to compile. */
const anythingTwice = /([^\0-\x7F\uFFFC，。、；：]{2,24}?)\1/;

/** 常务委员会委员会议, 中小学中小学生: the second is the beginning of a longer word. */
const longerWord =
  /(?:[会會][议議员員长長费費场場]|[组組队隊部处處科所院站][长長员員]|学[生校]|學[生校]|生[活产產])$/;

export default rule({
  id: 'wording/repeated-phrase',
  title: '一个词语写了两遍',
  why: '“安全安全”“应急管理应急管理”多半是改稿或复制时留下的。两个字的只查接不起来的词：“信访工作工作组”“一项一项”是对的。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'unsafe',
  since: '0.2.0',
  kinds: running,
  passage({ prose, span }, tell) {
    if (!anythingTwice.test(prose)) return;
    for (const { index, 0: found } of prose.matchAll(doubled)) {
      const phrase = found.slice(0, found.length / 2);
      const end = index + found.length;
      if (
        longerWord.test(phrase.slice(-1) + prose.charAt(end)) ||
        /^[一二三四五六七八九十百〇零]+$/.test(phrase)
      )
        continue;
      const at = span(index, end);
      tell(at, `“${phrase}”接着写了两遍。`, { fix: { ...at, text: phrase } });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '⟦应急管理应急管理⟧工作', right: '应急管理工作' },
      { wrong: '⟦做好做好⟧食品⟦安全安全⟧监管工作。', right: '做好食品安全监管工作。' },
      { wrong: '抓好今冬明春的防火⟦工作工作⟧，责任到人。', right: '抓好今冬明春的防火工作，责任到人。' },
      { wrong: '按照⟦镇党委会镇党委会⟧的要求执行。', right: '按照镇党委会的要求执行。' },
    ],
    silent: [
      '共建共建共治',
      '一茬一茬接着干',
      '一项一项整改到位',
      '文化文艺活动',
      '认真认真再认真',
      '召开常务委员会委员会议。',
      '中小学中小学生参加。',
      '群众工作工作组进村入户。',
      '党组织组织活动。',
      '安全生产生产经营单位',
      '创业创新',
      '招标投标活动中应用信用信息。',
      '会议审议通过通过率指标。',
    ],
  }),
});
