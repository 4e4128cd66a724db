import around from './around.ts';
import attachment from './attachment.ts';
import choice from './choice.ts';
import contents from './contents.ts';
import dashes from './dashes.ts';
import date from './date.ts';
import depth from './depth.ts';
import duplicateKey from './duplicate-key.ts';
import empty from './empty.ts';
import firstPage from './first-page.ts';
import kind from './kind.ts';
import letter from './letter.ts';
import letterhead from './letterhead.ts';
import namesOverLines from './names-over-lines.ts';
import number from './number.ts';
import numberForm from './number-form.ts';
import oneLine from './one-line.ts';
import outline from './outline.ts';
import picture from './picture.ts';
import severalTitles from './several-titles.ts';
import shape from './shape.ts';
import table from './table.ts';
import tableAcross from './table-across.ts';
import title from './title.ts';
import titleAmongFields from './title-among-fields.ts';
import titleLeftEmpty from './title-left-empty.ts';
import unknownKey from './unknown-key.ts';
import variable from './variable.ts';
import variableInVariable from './variable-in-variable.ts';
import year from './year.ts';

/** What the reader finds; these can neither be turned off nor weigh less. */
export const plan = [
  unknownKey,
  duplicateKey,
  empty,
  shape,
  oneLine,
  namesOverLines,
  choice,
  number,
  date,
  year,
  table,
  severalTitles,
  numberForm,
  depth,
  outline,
  title,
  variableInVariable,
  titleAmongFields,
  dashes,
  letter,
  letterhead,
  attachment,
  picture,
  contents,
  firstPage,
  tableAcross,
  kind,
  variable,
  titleLeftEmpty,
  around,
];
