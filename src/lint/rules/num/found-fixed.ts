import { simplified } from '../../../text/script.ts';
import { rule, running } from '../../rule.ts';
import { sharesIn } from './shares.ts';

/** Words that account for the rest. */
const rest =
  /剩余|剩餘|其余|其餘|余下|尚|还有|仍|正在|未(?!发生|發生|出现|出現)|待|限期|继续|繼續|挂牌|督[办促]|跟踪|推进|移[交送]|整改中/;
/** More may be done than was found when older cases are among them. */
const older = /含|包括|结转|結轉|历年|歷年|往年|上年|去年|累计|累計|存量|遗留|遺留/;

export default rule({
  id: 'num/found-fixed',
  title: '查出数与整改数对不上，又没有说明',
  why: '查出235处，整改233处，读的人首先要问另外2处怎么了；整改的比查出的还多，多半是写错了数。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  kinds: running,
  passage(passage, tell) {
    for (const { kind, whole, part, from, to } of sharesIn(passage)) {
      const missing = whole.number - part.number;
      // Cases and tests may be open at the end of a year; faults that were found must be answered for.
      if (missing === 0 || (missing > 0 && kind !== 'fixed')) continue;
      const around = simplified(passage.prose.slice(from, to + 40));
      if ((missing > 0 ? rest : older).test(around)) continue;
      const quoted = passage.text.slice(from, to);
      const difference = Math.abs(missing) + part.unit;
      if (missing > 0)
        tell(passage.span(from, to), `“${quoted}”，还有${difference}没有说明。`, {
          advice: `写明这${difference}的情况，如“其余${difference}正在整改”。`,
        });
      else
        tell(passage.span(from, to), `“${quoted}”，后一个数比前一个数还多${difference}。`, {
          advice: '核对这两个数；包括以前遗留的，在文中写明。',
        });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '全年共⟦查出235处，整改233处⟧，保持了平稳态势。',
        right: '全年共查出235处，整改233处，其余2处正在整改，保持了平稳态势。',
      },
      {
        wrong: '⟦排查各类安全隐患48处，已整改到位45处⟧。',
        right: '排查各类安全隐患48处，已整改到位45处，剩余3处挂牌督办。',
      },
      { wrong: '⟦受理群众诉求52件，办结56件⟧。', right: '受理群众诉求52件，办结52件。' },
      {
        wrong: '⟦发现问题30个，目前28个已整改⟧，成效明显。',
        right: '发现问题30个，目前28个已整改，2个正在整改，成效明显。',
      },
    ],
    silent: [
      '查出隐患235处，整改235处，整改率100%。',
      '查出隐患235处，立即整改233处，限期整改2处。',
      '查出隐患235处，需整改233处。',
      '查出隐患近240处，整改233处。',
      '排查企业50家，整改30家。',
      '查出隐患235处，下发整改通知书233份。',
      '受理群众诉求52件，办结56件（含上年结转4件）。',
      '查出隐患235处（其中重大隐患2处），整改235处。',
      '受理群众诉求52件，办结50件，群众满意。',
      '发现问题30个，印发整改通知28个。',
      '去年查出隐患235处。今年整改233处。',
    ],
  }),
});
