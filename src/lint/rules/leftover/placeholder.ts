import type { Passage } from '../../passage.ts';
import { rule, running, type Tell } from '../../rule.ts';

const body = `市|县|縣|区|區|镇|鎮|乡|鄉|村|街道|社区|社區|省|局|委|政|府|号|號|年|月|日|公司|同志|单位|單位`;
/** 王×× in a list of persons: a name that was left out on purpose. */
const surname =
  '(?<=^|[，。；：、（和与及人长员任记由对])[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈卢姜崔钟谭陆汪范廖贾韦邹熊孟秦薛侯雷]';

const marks = new RegExp(
  [
    // 20xx年, 2026年x月x日, xx市, 平政发〔2026〕x号, ×××
    String.raw`(?<!${surname})(?<![A-Za-z\d×ｘＸ])[xX×ｘＸ]{2,}(?![A-Za-z\d])`,
    '(?<![A-Za-z\\d×ｘＸ])(?:19|20)[xX×ｘＸ]{1,2}(?=年)',
    String.raw`(?<![A-Za-z\d×ｘＸ])[xX×ｘＸ](?=${body})`,
    '某某',
    // 时间待定, but neither 有待完善 nor 待核实的线索
    '(?<![有尚亟急还仍])待(?:定|补充|補充|填写|填寫)(?=[，。；、）)]|$)',
    '(?<=[（(])待(?:完善|核实|核實|确认|確認)(?=[）)])',
    '(?<![A-Za-z])(?:TODO|TBD|FIXME|YYYY|yyyy)(?![A-Za-z])',
    '(?<![一二三四五六七八九十])[○〇]{2,}(?![一二三四五六七八九十])',
  ].join('|'),
  'gu',
);
/** 印发年全市工作要点, and 年各项工作 at the beginning of a clause: the year has fallen out. */
const yearless =
  /(?<=印[发發]|[关關][于於])年(?=全[省市州县縣区區镇鎮乡鄉])|(?<=^|[，。；：,;:])年(?=各[项項类類级級])/g;
/** Lines to be filled in by hand: in place in a form. */
const blank = /_{3,}/g;

export default rule({
  id: 'leftover/placeholder',
  title: '占位符号没有换成内容',
  why: '“××”“待定”是写稿时占的位置，印出去就成了笑话；有些还说明稿子是从别处抄来的。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  // FIXME holds an X.
  signs: [...'xX×ｘＸ○〇_某待', '年全', '年各', 'TODO', 'TBD', 'YYYY', 'yyyy'],
  kinds: [
    ...running,
    'person',
    'post',
    'unit',
    'documentNumber',
    'citedTitle',
    'date',
    'deadline',
    'variable',
  ],
  passage(passage: Passage, tell: Tell) {
    for (const { index } of passage.prose.matchAll(yearless))
      tell(passage.span(index, index + 1), '“年”前面没有写是哪一年。');
    const form = passage.kind === 'cell' || passage.path.startsWith('attachments');
    for (const pattern of form ? [marks] : [marks, blank])
      for (const { index, 0: found } of passage.prose.matchAll(pattern))
        tell(passage.span(index, index + found.length), `“${found}”还没有换成具体内容。`, {
          advice: '填上内容；各村不同的内容可以写成变量，如 {{名称}}。',
        });
  },
  texts: () => ({
    examples: [
      {
        wrong: '落实《关于印发⟦年⟧全市安全生产工作要点的通知》。',
        right: '落实《关于印发2026年全市安全生产工作要点的通知》。',
      },
      { wrong: '落实责任，⟦年⟧各项创建工作考核合格。', right: '落实责任，2026年各项创建工作考核合格。' },
      { wrong: '⟦××⟧县安全生产委员会督查⟦某某⟧单位。', right: '平安县安全生产委员会督查柳溪学校。' },
      {
        wrong: '按照⟦xx⟧市的部署，落实⟦x⟧委发〔2026〕⟦x⟧号文件。',
        right: '按照平安市的部署，落实平委发〔2026〕3号文件。',
      },
      { wrong: '会议时间⟦待定⟧，经费⟦___⟧万元。', right: '会议时间定在3月，经费5万元。' },
      { wrong: '⟦20XX⟧年⟦X⟧月前完成。', right: '2026年3月前完成。' },
      { wrong: '⟦×××⟧', right: '周守平', in: 'person' },
      {
        wrong: '⟦TODO⟧牵头，⟦TBD⟧配合，⟦FIXME⟧负责，⟦YYYY⟧年启动，⟦yyyy⟧年完成。',
        right: '综治办牵头，司法所配合，周守平负责，2026年启动，2027年完成。',
      },
    ],
    silent: [
      '落实关于年度考核的规定。',
      '二〇〇四年',
      '制度还有待完善。',
      '对待核实的线索逐条登记。',
      '规格为3×5米。',
      '配备X光机，型号XXL。',
      '当事人王××已被处理。',
      '落实{{待定}}。',
    ],
  }),
});
