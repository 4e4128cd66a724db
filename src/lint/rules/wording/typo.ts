import { corrections } from '../../corrections.ts';
import { rule, running } from '../../rule.ts';
import { typos } from './typos.ts';

const misspelt = corrections(typos);

export default rule({
  id: 'wording/typo',
  title: '错别字',
  why: '只收在任何上下文里都是错的词；政府网站普查里，错别字是单项否决的问题。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'safe',
  since: '0.2.0',
  get signs() {
    return misspelt.wrong;
  },
  kinds: [...running, 'post', 'unit', 'citedTitle', 'deadline'],
  passage({ prose, span }, tell) {
    for (const { index, wrong, right } of misspelt.in(prose)) {
      const at = span(index, index + wrong.length);
      tell(at, `“${wrong}”是错别字，应为“${right}”。`, { fix: { ...at, text: right } });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '周密⟦布署⟧，禁止焚烧⟦秸杆⟧。', right: '周密部署，禁止焚烧秸秆。' },
      { wrong: '⟦再接再励⟧，落实⟦一岗双则⟧。', right: '再接再厉，落实一岗双责。' },
      { wrong: '⟦付⟧主任', right: '副主任', in: 'post' },
    ],
    silent: ['公布署名文章。', '自己经营的店铺', '学习贯彻会议精神', '支付主任医师津贴', '究竟争取什么'],
  }),
});
