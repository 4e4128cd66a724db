import { sentenceStart } from '../../../text/sentences.ts';
import { rule, running } from '../../rule.ts';

/** The first year of each plan. */
const began: Record<string, number> = {
  十二五: 2011,
  十三五: 2016,
  十四五: 2021,
  十五五: 2026,
  十六五: 2031,
};
const names = Object.keys(began);

/** “十四五”规划收官之年; the year of it is counted from the first. */
const turn = new RegExp(
  `(${names.join('|')})[”"」]?(?:时期|時期)?(?:发展|發展)?(?:规划|規劃)?的?(开局|開局|起步|收官|最[后後]一|第([一二三四五]))之?年`,
  'g',
);
/** The year that a sentence speaks of, and whether it says what year that is. */
const spoken = /(?:((?:19|20)\d{2})年|[今本]年)(，?(?:既|又|也|更)?(?:是|[为為]|作[为為]))?/g;

function yearOf(name: string, word: string, nth: string | undefined): number {
  const first = began[name] ?? 0;
  if (nth !== undefined) return first + '一二三四五'.indexOf(nth);
  return /[开開]局|起步/.test(word) ? first : first + 4;
}

export default rule({
  id: 'date/five-year-plan',
  title: '五年规划的开局、收官之年说错了年份',
  why: '“今年是‘十四五’收官之年”是去年的话，抄到今年就错了。',
  basis: '各个五年规划纲要',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  signs: names,
  kinds: running,
  passage({ prose, span }, tell, { statedYears: years }) {
    for (const { index, 0: found, 1: name = '', 2: word = '', 3: nth } of prose.matchAll(turn)) {
      const sentence = prose.slice(sentenceStart(prose, index, '。'), index);
      const last = [...sentence.matchAll(spoken)].at(-1);
      if (last?.[2] === undefined) continue;
      const stated = last[1] ?? (years?.from === years?.to ? years?.from : undefined);
      const right = yearOf(name, word, nth);
      if (stated === undefined || Number(stated) === right) continue;
      tell(
        span(index, index + found.length),
        `“${name}”的${word}${nth ? '' : '之'}年是${right}年，这里说的是${stated}年。`,
        {
          advice: '多半是去年的话，照今年的情况改写。',
        },
      );
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '2026年是“⟦十四五”规划收官之年⟧，要善始善终。',
        right: '2025年是“十四五”规划收官之年，要善始善终。',
      },
      { wrong: '今年是⟦十四五开局之年⟧。', right: '今年是十五五开局之年。' },
      {
        wrong: '2026年既是全面推进乡村振兴的关键之年，也是“⟦十四五”规划的最后一年⟧。',
        right: '2026年既是全面推进乡村振兴的关键之年，也是“十五五”规划的第一年。',
      },
    ],
    silent: [
      '2026年是“十五五”开局之年。',
      '2020年是“十三五”收官之年，2021年是“十四五”开局之年。',
      '以2026年的目标为引领，做好“十四五”收官之年的各项工作。',
      '抓好“十四五”收官之年工作。',
      '2026年是落实“十五五”规划的第一年，也是平安建设的第三年。',
    ],
  }),
});
