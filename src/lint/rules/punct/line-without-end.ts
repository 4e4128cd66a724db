import { width } from '../../../text/width.ts';
import { rule } from '../../rule.ts';

/** A sentence goes on in the next line. */
const goesOn = /[。，、；：！？…—·“‘《〈（(,;:.!?]$/;
const isGoingOn = /^[。，、；：！？”’》〉）)…]/;
/** Whoever wraps lines fills them; in columns. */
const short = 40;

export default rule({
  id: 'punct/line-without-end',
  title: '没有标点就换了行',
  why: '计划里换行的地方印出来是接着的，只有空一行才另起一段。一行一条、末尾没有标点的，会接成“加强排查加强整治”。',
  basis: '计划文件格式',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  kinds: ['body', 'cell', 'indicator', 'value', 'deadline', 'label'],
  passage({ text, wraps, span }, tell) {
    if (wraps.length === 0) return;
    const lines = [0, ...wraps].map((from, index) => ({ from, to: wraps[index] ?? text.length }));
    const words = lines.map(({ from, to }) => text.slice(from, to).trim());
    const longest = words.reduce((most, line) => Math.max(most, width(line)), 0);
    const index = words.findIndex((line, index) => {
      const next = words[index + 1];
      if (next === undefined || goesOn.test(line) || isGoingOn.test(next)) return false;
      return longest < short || width(line) < longest * 0.6;
    });
    const found = lines[index];
    if (found === undefined) return;
    const line = words[index] ?? '';
    const end = found.from + line.length;
    tell(
      span(end - 1, end),
      `“${line.slice(-8)}”后面没有标点就换了行，和“${words[index + 1]?.slice(0, 8)}”接着印。`,
      {
        advice: '另起一段的，中间空一行；几条的，写成列表，各条前面加“- ”；是一句话的，接在一行里写。',
      },
    );
  },
  texts: () => ({
    examples: [
      { wrong: '加强排⟦查⟧\n加强整治\n加强宣传', right: '加强排查\n\n加强整治\n\n加强宣传' },
      {
        wrong: '认真组织开展矛盾纠纷大排⟦查⟧\n按时上报结果',
        right: '认真组织开展矛盾纠纷大排查\n\n按时上报结果',
      },
      {
        wrong: "标题: 题\n工作目标:\n  - {指标: 满意度, 值: '不少于⟦九⟧\n      成'}\n",
        right: '标题: 题\n工作目标:\n  - {指标: 满意度, 值: 不少于九成}\n',
        in: 'plan',
      },
      {
        wrong: '排查隐⟦患⟧\n各村每月组织网格员逐户走访，对独居老人、留守儿童家里的用电用气情况登记造册。',
        right: '排查隐患：\n各村每月组织网格员逐户走访，对独居老人、留守儿童家里的用电用气情况登记造册。',
      },
      {
        wrong:
          '排查各村各户的安全隐⟦患⟧\n各村每月组织网格员逐户走访，对独居老人、留守儿童家里的用电用气情况登记造册。',
        right:
          '排查各村各户的安全隐患。\n各村每月组织网格员逐户走访，对独居老人、留守儿童家里的用电用气情况登记造册。',
      },
    ],
    silent: [
      '每月排查；\n每季整治；\n每年总结。',
      '每月排查、\n每季整治。',
      '按照通知（平政〔2026〕1号\n）办理。',
      '为深化平安建设，让全村四百八十六户人家住得安心、过得舒心，按照平安镇党委、政府统\n一部署，制定如下工作要点。',
      '各村每月组织网格员逐户走访，对独居老人、留守儿童家里的\n用电用气情况登记造册。',
      '各村每月组织网格员逐户走访，对独居老人、留守\n儿童家里的用电、用气、用水和取暖情况，一户一档登记造册。',
    ],
  }),
});
