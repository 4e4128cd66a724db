import { rule } from '../../rule.ts';

const samples =
  /^(?:[张張]三|李四|王五|[赵趙]六|[孙孫][七八]|[钱錢]七|周八|[吴吳]九|[郑鄭]十|小明|[张張李王][某甲])$/;

export default rule({
  id: 'leftover/sample-name',
  title: '姓名像是示例',
  why: '“张三”“李四”是样例里的名字，多半忘了换成真的；确有其人的，可以在配置里允许。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  kinds: ['person'],
  passage({ text, span }, tell) {
    if (samples.test(text.replace(/[ \u3000]/g, '')))
      tell(span(0, text.length), `“${text}”像是示例里的姓名。`, { advice: '换成真实的姓名。' });
  },
  texts: () => ({
    examples: [
      { wrong: '⟦张三⟧', right: '周守平', in: 'person' },
      { wrong: '⟦李　四⟧', right: '方明远', in: 'person' },
    ],
    silent: ['张三丰', '王五一', '镇长', '{{组长}}'],
  }),
});
