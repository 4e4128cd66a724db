import { foundByMaking } from '../../rule.ts';

export default foundByMaking({
  id: 'plan/around',
  title: '计划旁边的文件用不了',
  why: '检查和生成要用的配置、模板、信头读不出来，计划本身还没有查。先照所说的改那个文件；编辑器把它标在计划的开头。例子是计划旁边的 pingan.config.yaml。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `继承: ⟦没有的预设⟧
`,
  right: `继承: recommended
`,
});
