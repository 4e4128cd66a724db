import { findings, sentence } from './finding.ts';
import type { FileReport, Reporter } from './reporter.ts';
import { attributes } from './xml.ts';

/** Checkstyle's XML, which many review tools read. */
export const checkstyle: Reporter = {
  name: 'checkstyle',
  title: 'Checkstyle XML，给代码评审工具用',
  report({ files }) {
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<checkstyle version="4.3">',
      ...files.map(element),
      '</checkstyle>',
      '',
    ].join('\n');
  },
};

function element(file: FileReport): string {
  const errors = findings(file).findings.map((finding) => {
    const { start, severity, code } = finding;
    const error = { ...start, severity, message: sentence(finding), source: `pingan.${code}` };
    return `    <error${attributes(error)}/>`;
  });
  return [`  <file${attributes({ name: file.file })}>`, ...errors, '  </file>'].join('\n');
}
