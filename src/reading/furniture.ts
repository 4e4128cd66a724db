import type { PrintedBlock, PrintedLine } from './printed.ts';

/** What web pages and accounts have above a text: where one is, when it was put there, how big it may be. */
const above = [
  /^(?:您(?:现在|当前)?(?:所在)?的?|当前|所在)位置(?:是|为)?\s*[：:]/,
  /^.{2,24}(?:政府网|门户网站?|信息网|官网|网站)$/,
  /^(?:网站)?首页(?:[\s>»›|/·-]|$)/,
  /^(?=.{0,120}$)(?!.*。).*(?:发布(?:时间|日期)|浏览(?:次数|量)|点击(?:次数|数|量)|阅读(?:次数|量)|字[体号大小]{1,2})\s*[：:]/,
  /^(?:来源|信息来源|索\s*引\s*号|主题分类|(?:发文|发布|公开|制发)(?:机构|机关|单位)|(?:成文|发文|生成|公开)日期|文\s*号|有效性|效力状态|公开(?:方式|范围|形式)|(?:体裁|组配)分类)\s*[：:].{0,60}$/,
  /^(?:今天|现在)是.{0,30}$|^欢迎(?:您|来到|访问).{0,30}$/,
  /\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?(?: \d{1,2}:\d{2})? ?发表于/,
  /^(?:\S{2,20} )?\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日? \d{1,2}:\d{2}(?::\d{2})?(?: \S{2,8})?$/,
  /^收录于(?:合集|话题)/,
  /^(?:原创$|点击(?:上方|蓝字)|(?:点击)?关注(?:我们|公众号)|↑|▲点击)/,
];

/** And what they have below it: who made the page, what to press, whose it is. */
const below = [
  /^[-—–·\s]*(?:END|end|The End)[-—–·\s]*$/,
  /^(?:来源|编辑|审核|责编|校对|责任编辑|监制|供稿|撰稿|文字|图片|摄影|排版|初审|复审|终审|[一二三]审|编审|图文|通讯员|记者)\s*[：:丨|].{1,40}$/,
  /^阅读 ?[\d.万+]{1,8}\b/,
  /^(?:阅读原文|点赞|在看|收藏|喜欢此内容|扫一扫|扫描二维码|微信扫一扫|长按|预览时标签|轻触阅读|继续滑动|向上滑动|返回顶部)|点个.{0,3}[“"]?在看/,
  /^分享(?:到|至)?\s*(?:[：:]|微信|微博|朋友圈|$)/,
  /^[【[]?\s*(?:打印|关闭)(?:本页|窗口|此页)?\s*[】\]]?|[【[](?:打印|关闭|我要纠错)/,
  /^附件下载\s*[：:]?|^(?!附).{1,60}\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar)(?:\s*[（(]?[\d.]{1,8}\s*[KM]B?[）)]?)?$/i,
  /^(?:上|下)一[篇条]\s*[：:]|^相关(?:链接|文章|稿件|阅读)\s*[：:]?$/,
  /版权所有|Copyright|ICP备|公网安备|网站标识码|^网站地图/i,
];

/** Lines above and below a text that belong to the page that it stood on. */
export function withFurniture(blocks: readonly PrintedBlock[]): PrintedBlock[] {
  const marked = new Set<PrintedBlock>();
  const lines = blocks.filter(isWords);
  const first = lines.slice(0, 16);
  const opens = first.findIndex(({ text }) => /[。；]$/.test(text));
  for (const line of opens < 0 ? first : first.slice(0, opens))
    if (above.some((pattern) => pattern.test(line.text))) marked.add(line);
  for (const line of lines.reverse()) {
    if (!below.some((pattern) => pattern.test(line.text))) break;
    marked.add(line);
  }
  return blocks.map((block) => (marked.has(block) ? { ...(block as PrintedLine), within: 'page' } : block));
}

function isWords(block: PrintedBlock): block is PrintedLine {
  return block.kind === 'line' && block.text !== '' && block.within === undefined;
}
