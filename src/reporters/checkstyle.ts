import { findings, sentence } from './finding.ts';
import type { FileReport, Report } from './reporter.ts';
import { attributes } from './xml.ts';

/** Checkstyle's XML, which many review tools read. */
export function checkstyle({ files }: Report): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="4.3">',
    ...files.map(element),
    '</checkstyle>',
    '',
  ].join('\n');
}

function element(file: FileReport): string {
  const errors = findings(file).findings.map((finding) => {
    const { start, severity, code } = finding;
    const error = { ...start, severity, message: sentence(finding), source: `pingan.${code}` };
    return `    <error${attributes(error)}/>`;
  });
  return [`  <file${attributes({ name: file.file })}>`, ...errors, '  </file>'].join('\n');
}
