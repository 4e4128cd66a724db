import { rule, running } from '../../rule.ts';

/** A picture, a link, a line of marks in front of a title, a code: what other programs make of them is not made here. */
const marks =
  /!\[[^[\]]{0,80}\]\([^()\s]{1,200}\)|\[[^[\]]{1,80}\]\((?:https?:|www\.|\/|\.)[^()\s]{0,200}\)|^#{1,6}[ \u3000]|^>[ \u3000](?=[㐀-鿿〇])|```|<(?:br|img|p|div|span|b|strong|font|a)(?:\s[^<>]{0,200})?\/?>|&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][\da-fA-F]{2,5});/g;

export default rule({
  id: 'leftover/markdown',
  title: 'Markdown 或网页的记号',
  why: '“![](图.png)”“## 标题”“<br>”是别的程序的写法，这里会照样印出来。',
  basis: '计划文件格式',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  signs: ['](', '#', '> ', '>　', '```', '<', '&'],
  kinds: [...running, 'unit', 'citedTitle'],
  passage({ text, span }, tell) {
    for (const { index, 0: found } of text.matchAll(marks))
      tell(span(index, index + found.length), `“${found.trim()}”会照样印出来。`, {
        advice: found.startsWith('!')
          ? '图片写在这一条的“图片”下面：“图片: {文件: 图.png, 题注: 图1}”。'
          : text.startsWith('# pingan-', index)
            ? '“|”下面都是文字，停用规则的注释写到它上面一行：# pingan-disable-next 规则。'
            : found.startsWith('#')
              ? '标题写成“- 标题: …”，级别由缩进定。'
              : found.startsWith('&')
                ? '这是网页上的写法，换成它代表的字；“&nbsp;”是空格，删去。'
                : '删去记号，只留文字；要粗体的，前后各写两个星号。',
      });
  },
  texts: () => ({
    examples: [
      { wrong: '网格划分⟦![网格图](图.png)⟧见图。', right: '网格划分见附件。' },
      { wrong: '办法见⟦[县政府网站](https://example.org/a)⟧。', right: '办法见县政府网站。' },
      { wrong: '每月排查一次。⟦<br/>⟧建立台账。', right: '每月排查一次。建立台账。' },
      { wrong: '每月排查⟦&nbsp;⟧一次，评定为A⟦&amp;⟧B。', right: '每月排查一次，评定为A&B。' },
      { wrong: '⟦## ⟧加强排查。', right: '加强排查。' },
      { wrong: '⟦> ⟧加强排查；⟦```⟧整治隐患。', right: '加强排查；整治隐患。' },
    ],
    silent: [
      '气温<5℃时停工，湿度>80%时通风。',
      '见附件[1](略)。',
      '10#楼、#3机组',
      '邮箱<a@example.org>',
      'A&B两栋；C&D两栋',
    ],
  }),
});
