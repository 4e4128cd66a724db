import { withBoldMarks } from '../../../text/bold.ts';
import { hidden } from '../../passage.ts';
import { rule, running } from '../../rule.ts';
import { commonSurnames } from '../../surnames.ts';

/** 420***********1234, 138****5678, 鄂A**123, 尾号****5678: numbers of people, masked on purpose. */
const masked = /(?<=[\dA-Z])[*＊]{2,}(?=[\dA-Z])|(?<=\d{4})[*＊]{2,}|(?<=[号號码碼])[*＊]{2,}(?=\d{3})/g;
/** 张**、李**: a surname whose name is masked on purpose. */
function isMaskedName(text: string, from: number, to: number): boolean {
  const ends = !/^\p{Script=Han}/u.test(text.slice(to, to + 2));
  return to - from > 1 && ends && commonSurnames.includes(text.charAt(from - 1) || ' ');
}

/** What a star that stands in front has cut off its name: *市政协. */
const cutOff =
  '市|县|縣|区|區|镇|鎮|乡|鄉|村|省|州|委|局|政|街道|社区|社區|学校|學校|公司|人民|党|黨|同志|年|月|日';
/** *为必填项, 带*号的: a sign that the text itself speaks of. */
const sign = '(?![为為号號是代表示注标標处處])';
const stars = new RegExp(
  [
    '(?<=19|20)\\*{2}(?=年)|(?<=(?:19|20)\\d?)\\*(?=\\d?年)',
    '\\*{3,}|＊+|\\*{2}',
    '(?<=\\p{Script=Han}(?<![带帶标標注打加有]))\\*(?=[\\p{Script=Han}%％‰])',
    `(?<![\\dA-Za-z*带帶标標注打加有])\\*${sign}(?=${cutOff})`,
    `(?<=[，。；：、（“《])\\*${sign}(?=\\p{Script=Han})`,
  ].join('|'),
  'gu',
);

export default rule({
  id: 'leftover/star-redaction',
  title: '用星号隐去的字没有补上',
  why: '“20**年”“**建工作”是网上的文章隐去的字，照抄下来就成了残缺的话。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  signs: ['*', '＊'],
  kinds: [...running, 'person', 'post', 'unit', 'citedTitle', 'deadline', 'variable'],
  passage({ text: written, span }, tell) {
    const text = withBoldMarks(written, hidden).replace(masked, (found) => hidden.repeat(found.length));
    for (const { index, 0: found } of text.matchAll(stars)) {
      if (isMaskedName(text, index, index + found.length)) continue;
      tell(span(index, index + found.length), `“${found}”像是隐去的字，还没有补上。`, {
        advice: '补上原来的字；要加粗的，前后各写两个星号。',
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '总结20⟦**⟧年全镇工作。', right: '总结2026年全镇工作。' },
      { wrong: '加强⟦**⟧建工作。', right: '加强党建工作。' },
      { wrong: '总结20⟦**⟧年工作，安排20⟦**⟧年工作。', right: '总结2025年工作，安排2026年工作。' },
      {
        wrong: '镇⟦＊⟧委、政府研究决定，由王⟦*⟧平负责⟦***⟧。',
        right: '镇党委、政府研究决定，由王守平负责排查。',
      },
      {
        wrong: '由⟦*⟧市政协牵头，发案数下降⟦*⟧%，于⟦*⟧月底前完成。',
        right: '由平安市政协牵头，发案数下降5%，于6月底前完成。',
      },
      { wrong: '⟦*⟧县人民政府于20⟦*⟧6年印发。', right: '平安县人民政府于2026年印发。' },
    ],
    silent: [
      '身份证号420***********1234，电话138****5678，银行卡6222****5678，车牌鄂A**123。',
      '银行卡尾号****5678',
      '带*号的为必填项，*为重点项目。',
      '规格为3*5米。',
      '**突出重点**，全面推进。',
      '**一是**加强排查，**二是**抓好演练。',
      '密级为机密★3年。',
      '伤者张**、李**（化名）已送医。',
      '电话138****5678，银行卡6222****5678，车牌鄂A**123和鄂B**234。',
    ],
  }),
});
