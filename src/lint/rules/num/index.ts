import approxDouble from './approx-double.ts';
import decreaseTimes from './decrease-times.ts';
import foundFixed from './found-fixed.ts';
import hanDigitDunhao from './han-digit-dunhao.ts';
import nonLegalUnit from './non-legal-unit.ts';
import percentOver100 from './percent-over-100.ts';
import rangePercent from './range-percent.ts';
import rangeSign from './range-sign.ts';
import rangeWan from './range-wan.ts';
import rateRecompute from './rate-recompute.ts';
import sumMismatch from './sum-mismatch.ts';
import unitConsistency from './unit-consistency.ts';

export const num = [
  rateRecompute,
  foundFixed,
  percentOver100,
  sumMismatch,
  decreaseTimes,
  rangePercent,
  rangeWan,
  rangeSign,
  approxDouble,
  hanDigitDunhao,
  nonLegalUnit,
  unitConsistency,
];
