import { whole } from '../../../schema/choices.ts';
import { option, record } from '../../../schema/schema.ts';
import { width } from '../../../text/width.ts';
import { hidden, variable } from '../../passage.ts';
import { rule } from '../../rule.ts';

/** Two lines of 二号小标宋. */
const usual = 36;

export default rule({
  id: 'structure/title-length',
  title: '标题太长',
  why: '标题用二号字，一行排二十来个字，超过两行就不好断行，也不醒目。转发、联合发文的标题不得不长，可以关掉这条规则或用选项“最多”放宽。',
  basis: 'GB/T 9704—2012 7.3.1',
  level: 'info',
  preset: 'strict',
  fix: 'none',
  since: '0.2.0',
  options: record({ most: option('最多', whole(10, 200), '标题最多几个字，不写是 36') }),
  kinds: ['documentTitle'],
  passage({ prose, span }, tell, _subject, { most = usual }) {
    // Two digits are as wide as one character; how long a variable is isn't known.
    const length = Math.ceil(width(prose.replaceAll(variable, '').replaceAll(hidden, '')) / 2);
    if (length > most)
      tell(span(0, prose.length), `标题有${length}个字，超过了${most}个字。`, {
        advice: '删去可有可无的字，或把说明放到副标题里。',
      });
  },
  texts: () => ({
    examples: [
      {
        wrong: '⟦平安镇2026年关于进一步加强和改进新形势下农村地区道路交通安全综合整治工作的实施方案⟧',
        right: '平安镇2026年农村道路交通安全整治实施方案',
        in: 'documentTitle',
      },
      {
        wrong: '⟦平安镇2026年平安建设重点任务工作要点⟧',
        right: '平安镇平安建设工作要点',
        in: 'documentTitle',
        options: { most: 15 },
      },
    ],
    silent: ['{{镇名}}{{年度}}年关于进一步加强和改进农村地区道路交通安全综合整治工作的方案'],
  }),
});
