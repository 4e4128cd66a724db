import { foundInSettings } from '../../rule.ts';

export default foundInSettings({
  id: 'config/options',
  title: '给没有选项的规则写了选项',
  why: '不是每条规则都有可以设置的选项，有的也只能一条一条地写，写在通配符后面的不知道是给谁的。有哪些选项，看那条规则的说明。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
检查: {规则: {⟦punct/*⟧: {级别: 警告, 至少: 3}}}
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
检查: {规则: {punct/*: 警告}}
正文: 每月排查。
`,
});
