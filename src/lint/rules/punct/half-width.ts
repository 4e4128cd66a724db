import { rule, running } from '../../rule.ts';

const wide: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const han = '[\\p{Script=Han}“”‘’「」『』《》〈〉（）【】〔〕]';
/** Chinese text, with quotes or brackets between that are half-width as well. */
const behind = `(?<=${han}["')\\]]{0,2}\0{0,2})`;
const ahead = `(?=\0{0,2}["'(\\[]{0,2}${han})`;
const patterns = [
  `${behind}[,;:?!] {0,2}${ahead}`,
  `${behind}[,;](?: {0,2}(?=["'(\\[]{0,2}[\\d\uFFFC\0])|(?=[A-Za-z]|$))`,
  `${behind}:(?: {0,2}(?=["'(\\[]{0,2}[\\d\uFFFC\0])|(?=[A-Za-z]|$))`,
  `${behind}[?!](?=["'”’)）]|[\\d\uFFFC\0]|$)`,
  `(?<=[\\dA-Za-z%％‰℃°\uFFFC\0]["')\\]]{0,2})(?<!&[a-z]{1,8}|&#[\\da-zA-Z]{1,6})[,;] {0,2}${ahead}`,
  `(?<=\uFFFC["')\\]]{0,2}):${ahead}`,
];
const halfWidth = new RegExp(`(?=[,;:?!])(?:${patterns.join('|')})`, 'gu');

export default rule({
  id: 'punct/half-width',
  title: '中文里用了半角标点',
  why: '半角标点只占半格，夹在汉字中间行距字距都不齐，也不合国家标准。',
  basis: 'GB/T 15834—2011 5.1',
  level: 'error',
  preset: 'essential',
  fix: 'safe',
  since: '0.2.0',
  signs: [',', ';', ':', '?', '!'],
  kinds: [...running, 'unit', 'post', 'deadline'],
  passage({ kind, prose, span }, tell, { source }) {
    for (const { index, 0: found } of prose.matchAll(halfWidth)) {
      const mark = found.charAt(0);
      const right = wide[mark] ?? mark;
      const end = index + found.length;
      // What ends a title is not widened but left out.
      if (end === prose.length && mark !== '?' && mark !== '!' && /itle$/.test(kind)) continue;
      const one = span(index, index + 1);
      const all = span(index, end);
      // A blank that joins two lines of the file is not in the file.
      const spaced =
        found.length > 1 &&
        source.slice(one.end, all.end).trim() === '' &&
        !source.slice(one.end, all.end).includes('\n');
      const at = spaced ? all : one;
      tell(at, `半角的“${mark}”${spaced ? '和空格' : ''}应为全角的“${right}”。`, {
        fix: { ...at, text: right },
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '深入贯彻会议精神⟦,⟧结合实际抓好落实⟦;⟧', right: '深入贯彻会议精神，结合实际抓好落实；' },
      { wrong: '加强领导⟦,⟧落实责任', right: '加强领导，落实责任', in: 'title' },
      { wrong: '结合网格化管理⟦, ⟧落实巡查责任。', right: '结合网格化管理，落实巡查责任。' },
      { wrong: '整改率达到95%⟦,⟧其余年底前销号。', right: '整改率达到95%，其余年底前销号。' },
      { wrong: '各村（居）⟦,⟧“五小”场所⟦:⟧235处。', right: '各村（居），“五小”场所：235处。', in: 'cell' },
    ],
    silent: [
      '每天9:30前报送。',
      '参照ISO 9001:2015执行。',
      '比例为1:500。',
      '登录https://a.example.cn/?a=1,2查询。',
      '共排查1,235处。',
      '地址为Ping An Town, China。',
    ],
  }),
});
