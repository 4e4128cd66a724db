import { insteadOfBlanks } from '../../inner-blanks.ts';
import { rule } from '../../rule.ts';

/** Three characters or more with blanks between them: a name of two (李　梅) is set like that on purpose. */
const spaced = /^\p{Script=Han}(?:[ \u3000]+\p{Script=Han}){2,}$/u;

export default rule({
  id: 'punct/spaced-out',
  title: '字与字之间用空格撑开',
  why: '表里为了对齐，名称的每个字之间打了空格（“下 湾 村”），印到标题、正文、文件名里照样隔开。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: [' ', '\u3000'],
  kinds: ['person', 'post', 'unit', 'title', 'documentTitle', 'variable', 'cell'],
  passage({ kind, path, prose, span }, tell) {
    // Cells of a table that is printed are set as they are typed; a value of a batch has no path.
    if (kind === 'cell' && path !== '') return;
    const name = prose.trim();
    if (!spaced.test(name)) return;
    tell(span(0, prose.length), `“${name}”的字与字之间有空格。`, {
      advice: '删去空格。',
      fix: insteadOfBlanks(prose, span, ''),
    });
  },
  texts: () => ({
    examples: [
      {
        wrong: '标题: "{{村名}}工作要点"\n变量: {村名: ⟦下 湾 村⟧}\n正文: 每月排查。',
        right: '标题: "{{村名}}工作要点"\n变量: {村名: 下湾村}\n正文: 每月排查。',
        in: 'plan',
      },
      { wrong: '⟦平　安　镇　人　民　政　府⟧', right: '平安镇人民政府', in: 'unit' },
      { wrong: '⟦欧 阳 山⟧', right: '欧阳山', in: 'person' },
    ],
    silent: ['李　梅', '方 明', '周守平 方明远 李青禾'],
  }),
});
