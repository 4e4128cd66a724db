import { rule, running } from '../../rule.ts';

const wide: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

export default rule({
  id: 'punct/half-width',
  title: '中文里用了半角标点',
  why: '半角标点只占半格，夹在汉字中间行距字距都不齐，也不合国家标准。',
  basis: 'GB/T 15834—2011 5.1',
  level: 'error',
  preset: 'essential',
  fix: 'safe',
  since: '0.2.0',
  kinds: running,
  passage({ prose, span }, tell) {
    for (const { index, 0: mark } of prose.matchAll(
      /(?<=[\p{Script=Han}”》）\uFFFC])[,;:?!](?=[\p{Script=Han}“《（\uFFFC]|$)/gu,
    )) {
      const at = span(index, index + 1);
      tell(at, `半角的“${mark}”应为全角的“${wide[mark]}”。`, { fix: { ...at, text: wide[mark] ?? mark } });
    }
  },
  examples: [
    { wrong: '深入贯彻会议精神⟦,⟧结合实际抓好落实⟦;⟧', right: '深入贯彻会议精神，结合实际抓好落实；' },
    { wrong: '加强领导⟦,⟧落实责任', right: '加强领导，落实责任', in: 'title' },
  ],
  silent: [
    '每天9:30前报送。',
    '参照ISO 9001:2015执行。',
    '比例为1:500。',
    '登录https://a.example.cn/?a=1,2查询。',
  ],
});
