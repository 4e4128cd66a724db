import { median, ratio } from './measure.mjs';

/** Ways of making a document in a warm process. `against` names those that the others are compared with. */
export function throughputTable(times, bytes, against) {
  return table(
    ['one document in a warm process', 'ms', '× docx', '× docxtemplater', '× the limit', 'bytes'],
    Object.entries(times).map(([name, rounds]) => [
      name,
      figure(median(rounds)),
      figure(ratio(times[against.docx], rounds)),
      figure(ratio(times[against.docxtemplater], rounds)),
      figure(ratio(rounds, times[name.endsWith('to disk') ? against.limitToDisk : against.limit])),
      bytes[name].toLocaleString('en'),
    ]),
  );
}

export function processTable(times) {
  const [empty] = Object.values(times);
  return table(
    ['one whole process', 'ms', '× node -e 0'],
    Object.entries(times).map(([name, runs]) => [name, figure(median(runs)), figure(ratio(runs, empty))]),
  );
}

function figure(number) {
  return number >= 100 ? number.toFixed(0) : number.toPrecision(number >= 0.1 ? 3 : 2);
}

/** A Markdown table that reads well in a terminal too: the first column left, the figures right. */
function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => '-'.repeat(width + 1) + (column === 0 ? '-' : ':')).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
