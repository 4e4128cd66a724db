import { rule, running } from '../../rule.ts';

export default rule({
  id: 'punct/doc-number-bracket',
  title: '发文字号的年份没有用六角括号',
  why: '发文字号的年份用六角括号“〔〕”括起来，不用方括号、圆括号或方头括号。',
  basis: 'GB/T 9704—2012 7.2.5',
  level: 'error',
  preset: 'essential',
  fix: 'safe',
  since: '0.2.0',
  signs: ['号', '號'],
  kinds: [...running, 'documentNumber', 'citedTitle'],
  passage({ prose, text, span }, tell) {
    for (const { index, 1: left = '', 2: year = '', 3: right = '' } of prose.matchAll(
      /(?<=\p{Script=Han})([[［(（【﹝〔])((?:(?:19|20)\d{2})?)([\]］)）】﹞〕])(?=第?[\dxX×]{1,5}[号號](?![楼樓院线線门門井库庫机機]))/gu,
    )) {
      if (left === '〔' && right === '〕') continue;
      // Announcements and orders are numbered by another custom: 公告（2026）第5号.
      if (/[(（]/.test(left) && /(?:公告|通告|令)$/.test(prose.slice(0, index))) continue;
      const end = index + year.length + 2;
      const typed = text.slice(index, end);
      tell(span(index, end), `发文字号里的“${typed}”应为“〔${year}〕”。`, {
        fix: [
          ...(left === '〔' ? [] : [{ ...span(index, index + 1), text: '〔' }]),
          ...(right === '〕' ? [] : [{ ...span(end - 1, end), text: '〕' }]),
        ],
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '平政发⟦[2026]⟧3号', right: '平政发〔2026〕3号', in: 'documentNumber' },
      {
        wrong: '贯彻平政发⟦（2025）⟧12号和平政办发⟦﹝2025﹞⟧8号文件。',
        right: '贯彻平政发〔2025〕12号和平政办发〔2025〕8号文件。',
        in: 'body',
      },
      { wrong: '按照平安办发⟦〔2025]⟧7号文件执行。', right: '按照平安办发〔2025〕7号文件执行。', in: 'body' },
    ],
    silent: [
      '平政发〔2026〕3号',
      '平安镇人民政府公告（2026）第5号',
      '平安里(2020)3号楼',
      '（2026）3号',
      '平安小学（2026）级',
    ],
  }),
});
