import { rule, running } from '../../rule.ts';

const left = '[〔[［(（【﹝]';
const right = '[〕\\]］)）】﹞]';
const year = `${left}(?:19|20)\\d{2}${right}`;
/** 公告 and 令 are numbered by another custom: 公告〔2026〕第5号. */
const padded = new RegExp(
  `(?<=\\p{Script=Han}(?<!公告|令|通告|通报|通報|决定|決定)${year})(?:第0*|0+)(?=[1-9]\\d*[号號](?![楼樓院线線门門井库庫机機]))`,
  'gu',
);
const shortYear = /(?<=\p{Script=Han})[〔[［【﹝](\d{2})[〕\]］】﹞](?=第?\d+[号號])/gu;
const noYear = new RegExp(`(?<=\\p{Script=Han})${left}[ \\u3000]*${right}(?=第?[\\dxX×]+[号號])`, 'gu');
const noMark = /(?<=\p{Script=Han}[〔﹝](?:19|20)\d{2}[〕﹞])\d{1,4}(?=$|[)）】》，,。；;]|、(?!\d))/gu;

/** 平政发2026-3号, in the place of a number of one's own. */
const unbracketed = /^(\p{Script=Han}{2,12})[ -]?((?:19|20)\d{2})[-—年 ]{0,2}第?(\d{1,4})[号號]$/u;

export default rule({
  id: 'punct/doc-number-form',
  title: '发文字号写得不规范',
  why: '发文字号由机关代字、四位年份和发文顺序号组成；顺序号不加“第”字，不编虚位，后面加“号”字。',
  basis: 'GB/T 9704—2012 7.2.5',
  level: 'error',
  preset: 'essential',
  fix: 'safe',
  since: '0.2.0',
  signs: ['号', '號', '〕', '﹞'],
  kinds: [...running, 'documentNumber', 'citedTitle'],
  passage({ kind, prose, span }, tell) {
    const [typed, office, of, number] = (kind === 'documentNumber' && unbracketed.exec(prose.trim())) || [];
    if (typed !== undefined) {
      const at = span(prose.indexOf(typed), prose.indexOf(typed) + typed.length);
      const text = `${office}〔${of}〕${Number(number)}${/[發號辦]/.test(prose) ? '號' : '号'}`;
      tell(at, `发文字号“${typed}”里的年份没有用“〔〕”括起来。`, { fix: { ...at, text }, unsafe: true });
    }
    if (!/[〕\]］)）】﹞](?:第|\d|[xX×])/.test(prose)) return;
    for (const { index, 0: found } of prose.matchAll(padded)) {
      const at = span(index, index + found.length);
      const what = found.startsWith('第') ? '前面不加“第”字' : '';
      const zeros = found.includes('0') ? '不编虚位，“0”应删去' : '';
      tell(at, `发文字号的顺序号${[what, zeros].filter(Boolean).join('，也')}。`, {
        fix: { ...at, text: '' },
      });
    }
    for (const { index, 0: found, 1: short } of prose.matchAll(shortYear))
      tell(span(index, index + found.length), `发文字号的年份“${short}”应写全四位。`);
    for (const { index, 0: found } of prose.matchAll(noYear))
      tell(span(index, index + found.length), `发文字号的“${found}”里没有年份。`, {
        advice: '查明原件，补上年份。',
      });
    for (const { index, 0: number } of prose.matchAll(noMark)) {
      const at = span(index, index + number.length);
      const mark = /[發號辦]/.test(prose) ? '號' : '号';
      tell(at, `发文字号的顺序号“${number}”后面缺“${mark}”字。`, {
        fix: { ...at, text: number + mark },
        unsafe: true,
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '平政发〔2026〕⟦第0⟧12号', right: '平政发〔2026〕12号', in: 'documentNumber' },
      { wrong: '⟦平政发2026-3号⟧', right: '平政发〔2026〕3号', in: 'documentNumber' },
      { wrong: '⟦平政發2026年第12號⟧', right: '平政發〔2026〕12號', in: 'documentNumber' },
      { wrong: '平政发〔2026〕⟦3⟧', right: '平政发〔2026〕3号', in: 'documentNumber' },
      {
        wrong: '贯彻平政发⟦〔〕⟧1号和平政办发⟦〔25〕⟧8号文件。',
        right: '贯彻平政发〔2025〕1号和平政办发〔2025〕8号文件。',
        in: 'body',
      },
      { wrong: '贯彻平政发〔2025〕⟦0⟧3号文件。', right: '贯彻平政发〔2025〕3号文件。', in: 'body' },
    ],
    silent: [
      '平政发〔2026〕3号',
      '平政发〔2026〕10号',
      '平安镇人民政府公告〔2026〕第5号',
      '平政发〔2026〕12、13号',
      '平政发〔2026〕12—14号',
      '平政发〔2026〕 号',
    ],
  }),
});
