import { rule } from '../../rule.ts';

/** Between two words of prose; 第三条 前款 and 方 明 are set with a blank. */
const between =
  /(?<=\p{Script=Han}{2})(?<!第[一二三四五六七八九十百\d]{1,5}[条條章节節款编編项項]) (?=\p{Script=Han}{2})/gu;
const behindMark =
  /(?<=[，。；：！？])[ \u3000]+(?=[\p{Script=Han}\dA-Za-z])|(?<=\p{Script=Han}、) +(?=\p{Script=Han})/gu;

export default rule({
  id: 'punct/space-in-han',
  title: '汉字之间有多余的空格',
  why: '中文不用空格分词；多出来的空格在行中是一个缺口。',
  basis: '惯例',
  level: 'warning',
  preset: 'strict',
  fix: 'safe',
  since: '0.2.0',
  signs: [' ', '\u3000'],
  kinds: ['body'],
  passage(passage, tell) {
    const { span } = passage;
    // In a slogan or the name of a document a blank may stand for a mark: “不忘初心 牢记使命”.
    const prose = passage.outside('quote', 'bookTitle');
    // Words set apart by blanks throughout are a list, not prose.
    if (!/[，。；]/.test(prose)) return;
    const words = [...prose.matchAll(between)];
    const behind = [...prose.matchAll(behindMark)].filter(
      ({ index }) => !/^[一二三四五六七八九十]{1,3}、$/.test(prose.slice(0, index)),
    );
    for (const { index, 0: found } of [...(words.length > 2 ? [] : words), ...behind]) {
      const at = span(index, index + found.length);
      const around = `${prose.slice(Math.max(0, index - 2), index)}${found}${prose.slice(index + found.length, index + found.length + 2)}`;
      tell(at, `“${around}”里有多余的空格。`, { fix: { ...at, text: '' } });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '镇应急办⟦ ⟧会同派出所排查隐患。', right: '镇应急办会同派出所排查隐患。' },
      { wrong: '按照年度安排，⟦ ⟧2026年完成整改。', right: '按照年度安排，2026年完成整改。' },
    ],
    silent: [
      '开展“不忘初心 牢记使命”主题教育。',
      '第三条 任务分工由镇应急办明确。',
      '组长：方 明，副组长：周守平。',
      '周守平 方明远 李青禾 王柳溪，共四人。',
      '一、 加强组织领导，落实责任。',
      '使用 LED 路灯，更换 235 盏。',
    ],
  }),
});
