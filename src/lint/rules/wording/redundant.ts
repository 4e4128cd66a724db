import { corrections } from '../../corrections.ts';
import { rule, running } from '../../rule.ts';

const doubled = corrections(`
涉及到(?![期岗位账户达场村校港访会底点案任处各])=涉及 付诸于=付诸 诉诸于=诉诸 目的是为了=目的是 原因是因为=原因是 原因是由于=原因是
凯旋而归=凯旋 凯旋归来=凯旋 亲眼目睹=目睹 悬殊较大=悬殊 悬殊很大=悬殊 更加日臻=日臻 切忌不要=切忌 防止不再=防止再 避免不再=避免再
付諸於=付諸 訴諸於=訴諸 目的是為了=目的是 目的是爲了=目的是 原因是因為=原因是 原因是由於=原因是 凱旋而歸=凱旋 凱旋歸來=凱旋
親眼目睹=目睹 懸殊較大=懸殊 目前當務之急=當務之急
过高奢望=奢望 目前当务之急=当务之急 涉及到了=涉及
`);

export default rule({
  id: 'wording/redundant',
  title: '语义重复',
  why: '“及”就是“到”，“诸”就是“之于”，再写一遍是多余的。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  get signs() {
    return doubled.wrong;
  },
  kinds: running,
  passage(passage, tell) {
    const text = passage.outside('bookTitle', 'quote');
    for (const { index, wrong, right } of doubled.in(text)) {
      const at = passage.span(index, index + wrong.length);
      tell(at, `“${wrong}”语义重复，写“${right}”就够了。`, { fix: { ...at, text: right } });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '⟦涉及到⟧多个部门的，⟦目的是为了⟧分清责任。', right: '涉及多个部门的，目的是分清责任。' },
      { wrong: '把要求⟦付诸于⟧行动。', right: '把要求付诸行动。' },
    ],
    silent: ['涉及到期合同12份。', '涉及到岗人员235人。', '目的是为群众办事。'],
  }),
});
