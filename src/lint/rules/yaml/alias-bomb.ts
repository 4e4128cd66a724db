import { foundByReader } from '../../rule.ts';

/** Seven lines, each nine times as much as the one before: ten million values. */
const bomb = `甲: &a [哈, ⟦哈⟧]\n${[...'bcdefgh']
  .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(', ')}]`)
  .join('\n')}\n`;

export default foundByReader({
  id: 'yaml/alias-bomb',
  title: '引用层层嵌套，展开后太大',
  why: '这样的文件能让程序耗尽内存，一般是恶意的或由别的程序生成的。',
  basis: 'YAML 1.2.2 7.1',
  since: '0.2.0',
  wrong: bomb,
  right: '标题: 平安镇2026年工作要点\n正文: 每月排查。\n',
});
