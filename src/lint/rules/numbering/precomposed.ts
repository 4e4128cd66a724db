import { rule } from '../../rule.ts';

/** ⑴ → （1）, ⒈ → 1., ㈠ → （一）, by their compatibility forms. */
const written = (sign: string): string => sign.normalize('NFKC').replace(/^\((.+)\)$/, '（$1）');

export default rule({
  id: 'numbering/precomposed',
  title: '序号用了合成字符',
  why: '“⒈”“⑴”“㈠”是把数字和点、括号挤在一格里的字符，常用的公文字体里没有，印出来会换一种字体，也不便检索。',
  basis: 'GB/T 9704—2012 7.3.3',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: [...'⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩'],
  kinds: ['body', 'indicator', 'value', 'cell'],
  passage({ prose, span }, tell) {
    for (const { index, 0: found, 1: sign = '' } of prose.matchAll(/([⑴-⒇⒈-⒛㈠-㈩])[、.．]?/g)) {
      const at = span(index, index + found.length);
      tell(at, `合成的序号“${found}”应为“${written(sign)}”。`, { fix: { ...at, text: written(sign) } });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '抓好两件事：⟦⒈⟧落实巡查；⟦⒉、⟧建立台账。',
        right: '抓好两件事：1.落实巡查；2.建立台账。',
      },
      {
        wrong: '抓好两件事：⟦㈠⟧落实巡查；⟦⑵⟧建立台账。',
        right: '抓好两件事：（一）落实巡查；（2）建立台账。',
      },
    ],
    silent: ['抓好两件事：①落实巡查；②建立台账。', '达到Ⅱ级标准。'],
  }),
});
