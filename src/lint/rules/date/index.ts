import deadlineAfterYear from './deadline-after-year.ts';
import deadlineForm from './deadline-form.ts';
import deadlineInYear from './deadline-in-year.ts';
import deadlinePast from './deadline-past.ts';
import duplicateYear from './duplicate-year.ts';
import fiveYearPlan from './five-year-plan.ts';
import hanYear from './han-year.ts';
import impossible from './impossible.ts';
import mixedScript from './mixed-script.ts';
import ownDate from './own-date.ts';
import relative from './relative.ts';
import twoDigitYear from './two-digit-year.ts';
import weekdayMismatch from './weekday-mismatch.ts';
import yearCount from './year-count.ts';
import yearMismatch from './year-mismatch.ts';
import zeroPadded from './zero-padded.ts';

export const date = [
  ownDate,
  deadlineForm,
  deadlineInYear,
  deadlineAfterYear,
  deadlinePast,
  yearMismatch,
  fiveYearPlan,
  impossible,
  weekdayMismatch,
  duplicateYear,
  yearCount,
  twoDigitYear,
  mixedScript,
  zeroPadded,
  hanYear,
  relative,
];
