import { linesOf } from './lines-of.ts';
import type { PrintedBlock, PrintedLine, PrintedTable } from './printed.ts';

/** What web pages and accounts have above a text: where one is, when it was put there, how big it may be. */
const above = [
  /^(?:您(?:现在|当前)?(?:所在)?的?|当前|所在)位置(?:是|为)?\s*[：:]/,
  /^.{2,24}(?:政府网|门户网站?|信息网|官网|网站)$/,
  /^(?:网站)?首页(?:[\s>»›|/·-]|$)/,
  /^(?=.{0,120}$)(?!.*。).*(?:发布(?:时间|日期)|浏览(?:次数|量)|点击(?:次数|数|量)?|阅读(?:次数|量)|字[体号大小]{1,2})\s*[：:]/,
  /^(?:来源|信息来源|索\s*引\s*号|主题分类|(?:发文|发布|公开|制发)(?:机构|机关|单位)|(?:成文|发文|生成|公开)日期|文\s*号|有效性|效力状态|公开(?:方式|范围|形式)|(?:体裁|组配)分类)\s*[：:].{0,60}$/,
  /^(?:今天|现在)是.{0,30}$|^欢迎(?:您|来到|访问).{0,30}$/,
  /\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?(?: \d{1,2}:\d{2})? ?发表于/,
  /^(?:\S{2,20} ){0,3}\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日? \d{1,2}:\d{2}(?::\d{2})?(?: \S{2,8})?$/,
  /^\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?[ \u3000]{1,8}(?:来源|作者|编辑)[：:]/,
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

/** What a page says of a text in a table above it: whose it is, its number and its dates. */
const said =
  /^(?:索引号|主题(?:分类|词)|(?:发文|发布|公开|制发)(?:机构|机关|单位)|发文字号|(?:成文|发文|发布|生成|公开)(?:日期|时间)|文号|有效性|效力状态|公开(?:方式|范围|形式)|(?:体裁|组配)分类|(?:信息)?名称|标题)[：:]?$/;
const fileName = /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar)$/i;
/** Lines of a page that stand above its text are no more than these. */
const most = 16;
/** So many lines of data, at the least, are those of a page. */
const fewest = 3;

/** Lines above and below a text that belong to the page that it stood on; above it, entries that lead elsewhere do. */
export function withFurniture(
  blocks: readonly PrintedBlock[],
  links: ReadonlySet<PrintedBlock> = new Set(),
): PrintedBlock[] {
  const marked = new Set<PrintedLine>();
  const words = blocks.filter((block) => isWords(block) || block.kind === 'table');
  const opens = words.findIndex((block) => isWords(block) && /[。；]$/.test(block.text));
  const first = words.slice(0, opens < 0 ? most : Math.min(opens, most));
  const data = first.filter((block) => isWords(block) && said.test(labelOf(block)));
  // 名称： by itself may be what the text says.
  if (data.length >= fewest) for (const block of data) marked.add(block as PrintedLine);
  for (const block of first) {
    if (!isWords(block)) {
      if (block.kind === 'table' && isAbout(block)) for (const line of linesOf([block])) marked.add(line);
      continue;
    }
    if (links.has(block) || above.some((pattern) => pattern.test(block.text))) marked.add(block);
  }
  const lines = words.filter(isWords);
  const named = namesOf(lines);
  for (const line of lines.reverse()) {
    if (named.has(line) || !below.some((pattern) => pattern.test(line.text))) break;
    marked.add(line);
  }
  const other = (line: PrintedLine): PrintedLine => (marked.has(line) ? { ...line, within: 'page' } : line);
  return blocks.map((block): PrintedBlock => {
    if (block.kind === 'line') return other(block);
    if (block.kind !== 'table') return block;
    return {
      ...block,
      rows: block.rows.map((row) => row.map((cell) => ({ ...cell, lines: cell.lines.map(other) }))),
    };
  });
}

/** What stands in front of ：, blanks left out. */
function labelOf({ text }: PrintedLine): string {
  return text.slice(0, text.search(/[：:]/) + 1).replace(/\s/g, '');
}

/** Every row of such a table begins with what it says. */
function isAbout({ rows }: PrintedTable): boolean {
  return rows.every(([cell]) => said.test(cell?.lines[0]?.text.replace(/\s/g, '') ?? ''));
}

/** The files that 附件： lists, which may be read from the page. */
function namesOf(lines: readonly PrintedLine[]): ReadonlySet<PrintedLine> {
  const names = new Set<PrintedLine>();
  let isListed = false;
  for (const line of lines) {
    isListed =
      /^附\s{0,4}件\s{0,4}\d{0,2}\s{0,4}[：:]/.test(line.text) || (isListed && fileName.test(line.text));
    if (isListed) names.add(line);
  }
  return names;
}

function isWords(block: PrintedBlock): block is PrintedLine {
  return block.kind === 'line' && block.text !== '' && block.within === undefined;
}
