import path from 'node:path';
import { UserError } from '../errors.ts';
import { admit, deliver, type Output, withContent } from '../io/door.ts';
import { untouched } from '../package/mark.ts';
import type { Sheet } from '../workbook/sheet.ts';
import { workbookOf } from '../workbook/workbook.ts';
import type { Host } from './host.ts';

/** Where a workbook goes; undefined for standard output. Refuses what may not be written. */
export function workbookOutput(
  shown: string,
  what: string,
  force: boolean,
  { cwd, outIsTerminal }: Host,
): Output | undefined {
  if (shown === '-') {
    if (outIsTerminal) throw new UserError('Excel 文件不能打印到屏幕上；用 -o 指定文件。');
    return undefined;
  }
  if (/\.(?:xls|xlsm|et|ods|csv)$/i.test(shown))
    throw new UserError(
      `只会写 .xlsx，不会写 ${path.extname(shown)}；写成 -o ${path.parse(shown).name}.xlsx。`,
    );
  return { file: path.resolve(cwd, shown), shown, what, isOurs: withContent(untouched), force };
}

export function deliverWorkbook(
  output: Output | undefined,
  sheets: readonly Sheet[],
  facts: { title: string; author: string },
  { out }: Host,
): void {
  const bytes = workbookOf(sheets, facts);
  if (output === undefined) out(bytes);
  else {
    admit(output);
    deliver(output, bytes);
  }
}
