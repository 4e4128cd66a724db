import { rule } from '../../rule.ts';

export default rule({
  id: 'structure/title-book-mark',
  title: '标题里给要点、方案加了书名号',
  why: '公文标题里除法规、规章名称加书名号外，一般不用标点；“要点”“方案”不是法规、规章。实际文件里加的也不少，本单位习惯加的不必开这条规则。',
  basis: '惯例',
  level: 'info',
  preset: 'strict',
  fix: 'unsafe',
  since: '0.2.0',
  signs: ['《'],
  kinds: ['documentTitle', 'title'],
  passage({ prose, path, span }, tell) {
    if (path !== 'title' && path !== 'coverNotice/title') return;
    const found =
      /(?<=[印转轉][发發])《([^《》]*(?:要点|要點|方案|意见|意見|计划|計劃|安排|总结|總結)(?:（[^（）]*）)?)》(?=的通知$)/.exec(
        prose,
      );
    if (!found) return;
    const end = found.index + found[0].length;
    tell(span(found.index, end), `“${found[1]}”不是法规、规章，标题里不用书名号。`, {
      fix: [
        { ...span(found.index, found.index + 1), text: '' },
        { ...span(end - 1, end), text: '' },
      ],
    });
  },
  texts: () => ({
    examples: [
      {
        wrong: '平安镇人民政府关于印发⟦《平安镇2026年防汛工作要点》⟧的通知',
        right: '平安镇人民政府关于印发平安镇2026年防汛工作要点的通知',
        in: 'documentTitle',
      },
      {
        wrong:
          '标题: 平安镇2026年防汛工作要点\n印发通知: {标题: 关于印发⟦《平安镇2026年防汛工作要点》⟧的通知, 正文: 现印发给你们。}',
        right:
          '标题: 平安镇2026年防汛工作要点\n印发通知: {标题: 关于印发平安镇2026年防汛工作要点的通知, 正文: 现印发给你们。}',
        in: 'plan',
      },
    ],
    silent: ['平安镇人民政府关于印发《平安镇烟花爆竹管理办法》的通知', '关于学习《工作要点》的通知'],
  }),
});
