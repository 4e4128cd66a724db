import { expect, test } from 'vitest';
import { printedHtml } from '../src/reading/html/index.ts';
import { outlined } from './word-file.ts';

const cases: Record<string, [string, string[]]> = {
  'blocks, inline elements and entities': [
    '<html><head><title>网站</title><style>p{}</style></head><body><h1>关于<b>平安</b>的通知</h1><p>各村&#xff1a;&amp;&nbsp;&lt;</p>一段<div>又一段<span>甲</span></div>末<script>x()</script></body></html>',
    ['关于平安的通知', '各村：&\u00a0<', '一段', '又一段甲', '末', '* 1 网页标题没有带入：网站'],
  ],
  'a title of the page that stands in its text': [
    '<title>关于平安的通知</title><h1>关于<br>平安的 通知</h1>',
    ['关于', '平安的 通知'],
  ],
  'breaks and blanks of the source': [
    '<p>\n  加强\n  领导， \r\n落实\tfoo\n bar\n</p><p>甲<br>乙<br/>　　丙</p><pre>一\n 二</pre>',
    ['加强领导，落实 foo bar', '甲', '乙', '丙', '一', '二'],
  ],
  'ordered lists': [
    '<ol><li>甲<ol type="a"><li>子<li>丑</ol><li value=5>乙</ol><ol start=3 style="list-style-type:simp-chinese-informal"><li>丙</ol><ol reversed start=2 type=I><li>丁<li>戊</ol><ul><li>点</ul><ol style="list-style:none"><li>无</ol>',
    ['1.甲', 'a.子', 'b.丑', '5.乙', '三、丙', 'II.丁', 'I.戊', '• 点', '无'],
  ],
  'a number and a text that would be read as one': [
    '<ol><li>5G网络<li><p>平安</p></ol>',
    ['1. 5G网络', '2.平安'],
  ],
  'tables with merged cells': [
    '<table><caption>表一</caption><thead><tr><th rowspan=2>甲<th colspan="2">乙</tr></thead><tr><td>丙<p>丁</p><td></table>',
    ['表一', '| 1×2 甲 | 2×1 乙', '| 丙 / 丁 | '],
  ],
  'tables that only lay out a page, boxes': [
    '<table><tr><td>菜单<td><table><tr><td>甲<td>乙</table><p>正文</p></table><table><tr><td>专栏</table>',
    ['菜单', '| 甲 | 乙', '正文', '[ 专栏 ]'],
  ],
  'what isn’t printed is told': [
    '<p>甲<span style="display: none">乙</span><ruby>平<rp>(</rp><rt>píng</rt></ruby><span hidden>丙</span></p><select><option>丁</select><img src="a.png" alt="图一">',
    [
      '甲平',
      '* 1 图片没有带入：图一',
      '* 1 隐藏的字没有带入：乙丙',
      '* 1 注音没有带入：(píng',
      '* 1 表单里的字没有带入：丁',
    ],
  ],
  'pictures in the page itself': [
    '<p>甲<img alt="图" src="data:image/jpeg;base64,QUJD">乙</p>',
    ['(image1.jpg 图)', '甲乙'],
  ],
  'square metres': ['<p>500m<sup>2</sup>，注<sup>2</sup></p>', ['500m²，注2']],
  'what Windows puts in front of what was copied': [
    'Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000170\r\nStartFragment:00000131\r\nEndFragment:00000134\r\n<html><body><!--StartFragment-->平安<!--EndFragment--></body></html>',
    ['平安'],
  ],
  'what Word copies': [
    "<p class=MsoNormal style='text-indent:32.0pt'><![if !supportLists]><span>一、</span><![endif]>加强领导<o:p></o:p></p><!--[if gte mso 9]><xml>x</xml><![endif]-->",
    ['一、加强领导'],
  ],
  'elements that nobody closed, or nobody opened': ['</div><p>甲<p>乙</b></td><b>丙', ['甲', '乙丙']],
};

test.each(Object.entries(cases))('%s', (_, [html, wanted]) => {
  expect(outlined(printedHtml(html))).toEqual(wanted);
});

test('how a line looks, and where it stands', () => {
  const html = `<center>\n<h2><font face="黑体" size="5">标题</font></h2></center>
<p style="text-indent:2em;font-family:'楷体_GB2312';font-size:16px">一、<strong>甲</strong></p>
<p align="right">　落款</p>`;
  expect(printedHtml(html).blocks).toEqual([
    {
      kind: 'line',
      text: '标题',
      source: 2,
      align: 'center',
      heading: 2,
      size: 18,
      marked: [{ from: 0, to: 2, bold: false, face: '黑体' }],
    },
    {
      kind: 'line',
      text: '一、甲',
      source: 3,
      indent: 2,
      size: 12,
      marked: [
        { from: 0, to: 2, bold: false, face: '楷体' },
        { from: 2, to: 3, bold: true, face: '楷体' },
      ],
    },
    { kind: 'line', text: '落款', source: 4, align: 'right', indent: 1 },
  ]);
});

test('a page that nests deeper than any page is refused', () => {
  for (const html of ['<ol><li>', '<table><tr><td>', '<b>', '<div>']) {
    expect(outlined(printedHtml(`${html.repeat(300)}平安`)).join()).toContain('平安');
    expect(() => printedHtml(`${html.repeat(20_000)}平安`)).toThrow(/一层套一层/);
  }
});
