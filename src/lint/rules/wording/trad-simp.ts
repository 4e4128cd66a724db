import { simplifiedOnly, traditionalOnly } from '../../../text/script-characters.ts';
import { corrections } from '../../corrections.ts';
import type { Passage } from '../../passage.ts';
import { rule, running, type Tell } from '../../rule.ts';
import { conversions } from './conversions.ts';

type Script = 'simplified' | 'traditional';
const names: Record<Script, string> = { simplified: '简体', traditional: '繁体' };

const only: Record<Script, { characters: string; forms: string }> = {
  simplified: simplifiedOnly,
  traditional: traditionalOnly,
};
const halfConverted = corrections(conversions);

export default rule({
  id: 'wording/trad-simp',
  title: '繁体字和简体字混用',
  why: '一份文件只用一种字体。繁体稿逐字转换过来的，常有“規范”“準入”这样转了一半或转过了头的词。',
  basis: '国家通用语言文字法',
  level: 'warning',
  preset: 'recommended',
  fix: 'unsafe',
  since: '0.2.0',
  plan(subject, tell) {
    const texts = subject.passagesOf(running);
    const any = [...subject.characters].some((character) => traditionalOnly.characters.includes(character));
    if (!any && subject.plan.script !== 'traditional') return;
    const traditional = count(texts, 'traditional');
    // Which are more is all that is asked.
    const counts = { simplified: count(texts, 'simplified', traditional + 1), traditional };
    const mixed = counts.simplified > 0 && counts.traditional > 0;
    const own = mostly(counts) ?? subject.plan.script;
    for (const passage of texts) {
      if (mixed) strangers(passage, own, tell);
      if (own === 'traditional') halfConvertedWords(passage, tell);
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '标题: 平安镇工作要点\n正文: 完善⟦應⟧急预案，建立排查台账。',
        right: '标题: 平安镇工作要点\n正文: 完善应急预案，建立排查台账。',
        in: 'plan',
      },
      {
        wrong:
          '標題: 平安鎮工作要點\n正文: ⟦關于⟧開展⟦示范⟧學校創建的意見，嚴格市場⟦準入⟧，整治⟦后⟧驗收，⟦应⟧急有效。',
        right: '標題: 平安鎮工作要點\n正文: 關於開展示範學校創建的意見，嚴格市場准入，整治後驗收，應急有效。',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 乾县工作要点\n正文: 在乾县濛溪设立昇腾服务站，镇长于海、村民范进参加。',
      '標題: 平安鎮工作要點\n正文: 于海、范進負責，學習皇后鎮的經驗。',
    ],
  }),
});

/** Characters of the other script. */
function strangers({ prose, span }: Passage, own: Script, tell: Tell): void {
  const other = own === 'simplified' ? 'traditional' : 'simplified';
  for (let index = 0; index < prose.length; index++) {
    const found = prose.charAt(index);
    const place = only[other].characters.indexOf(found);
    if (place < 0) continue;
    const right = only[other].forms.charAt(place);
    const at = span(index, index + 1);
    tell(at, `全文用${names[own]}，“${found}”却是${names[other]}字。`, {
      advice: `${names[own]}写作“${right}”；专有名词可以在配置里允许。`,
      fix: { ...at, text: right },
    });
  }
}

function halfConvertedWords({ prose, span }: Passage, tell: Tell): void {
  for (const { index, wrong, right } of halfConverted.in(prose)) {
    const at = span(index, index + wrong.length);
    tell(at, `繁体的“${wrong}”应为“${right}”。`, { fix: { ...at, text: right } });
  }
}

/** The script that most of the characters belong to, as far as they belong to one. */
function mostly({ simplified, traditional }: Record<Script, number>): Script | undefined {
  if (simplified === traditional) return undefined;
  return simplified > traditional ? 'simplified' : 'traditional';
}

/** How many characters of the texts only one script has, up to so many. */
function count(texts: readonly Passage[], script: Script, most = Number.POSITIVE_INFINITY): number {
  const characters = new Set(only[script].characters);
  let found = 0;
  for (const { prose } of texts)
    for (const character of prose) if (characters.has(character) && ++found === most) return found;
  return found;
}
