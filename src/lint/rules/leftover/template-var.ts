import { rule, running } from '../../rule.ts';

export default rule({
  id: 'leftover/template-var',
  title: '别的程序的变量没有换成内容',
  why: '这些记号是从别的模板带来的，pingan 不认识，会原样印出来。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'unsafe',
  since: '0.2.0',
  signs: ['{', '｛', '【', '«', '[', '<', '＜', '‹', '%', '％', '$', '@', '#'],
  kinds: [
    ...running,
    'person',
    'post',
    'unit',
    'documentNumber',
    'citedTitle',
    'date',
    'deadline',
    'variable',
  ],
  passage({ prose, span }, tell, subject) {
    for (const { index, 0: found, groups } of prose.matchAll(
      /[$#]\{[^{}]{0,40}\}|<%[^%]{0,40}%>|\{%[^%]{0,40}%\}|｛｛?[^｛｝]{0,40}｝｝?|【(?:变量|變量|字段|参数)[^【】]{0,20}】|«[^«»]{1,20}»|\[\[[^[\]]{1,20}\]\]|(?<![{$#])\{[㐀-鿿〇A-Za-z_]{1,12}\}(?!\})|(?<words>[<＜‹[]{1,2}[㐀-鿿〇A-Za-z\d_]{1,20}[>＞›\]]{1,2}|(?<sign>[%％$@#])[㐀-鿿〇A-Za-z\d_]{1,20}\k<sign>)/g,
    )) {
      const [name = ''] = /[\p{L}\d_]+/u.exec(found) ?? [];
      const isOurs = subject.isVariable(name);
      // Between these signs other words may stand, too: a title, a share, a topic.
      if (groups?.['words'] !== undefined && !isOurs) continue;
      const at = span(index, index + found.length);
      const ours = `{{${isOurs ? name : '名称'}}}`;
      tell(at, `“${found}”是没有换成内容的变量。`, {
        advice: `填上内容；pingan 的变量写成 ${ours}，用两个半角的花括号，取值写在“变量:”下面。`,
        ...(isOurs && { fix: { ...at, text: ours } }),
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: `⟦\${village}⟧共有⟦{户数}⟧户。`, right: '柳溪村共有235户。' },
      { wrong: '⟦｛｛村名｝｝⟧由⟦【变量：组长】⟧负责。', right: '柳溪村由周守平负责。' },
      { wrong: '⟦<% name %>⟧和⟦{% unit %}⟧负责。', right: '镇应急管理办公室和派出所负责。' },
      { wrong: '⟦«村名»⟧每月排查，⟦[[组长]]⟧负责。', right: '柳溪村每月排查，周守平负责。' },
      {
        wrong:
          "标题: 题\n变量: {村名: 柳溪村}\n正文: '⟦<村名>⟧，⟦＜村名＞⟧，⟦‹村名›⟧，⟦[村名]⟧，⟦%村名%⟧，⟦％村名％⟧，⟦$村名$⟧，⟦@村名@⟧，⟦#村名#⟧都不是变量。'",
        right:
          "标题: 题\n变量: {村名: 柳溪村}\n正文: '{{村名}}，{{村名}}，{{村名}}，{{村名}}，{{村名}}，{{村名}}，{{村名}}，{{村名}}，{{村名}}都不是变量。'",
        in: 'plan',
      },
    ],
    silent: [
      '{{村名}}共有{{户数}}户。',
      '【责任单位】镇应急管理办公室',
      '集合{1，2}',
      '比例<5%。',
      '在#平安建设#话题下，90%以上、60%以下，见[注]。',
    ],
  }),
});
