import type { Span } from '../schema/node.ts';
import type { Severity } from '../schema/problem.ts';
import type { Lines } from '../text/lines.ts';
import { type Finding, findings, sentence } from './finding.ts';
import type { FileReport, Report, RuleInfo } from './reporter.ts';
import { problemsOf } from './tally.ts';

/** The root of the sources, as code scanning calls it. */
const uriBaseId = '%SRCROOT%';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 (OASIS), which GitHub's code scanning and the viewers of editors read. */
export function sarif(report: Report): string {
  const uris = [...new Set(report.files.map(({ file }) => reference(file)))];
  const codes = [...new Set(problemsOf(report).map(({ code }) => code))].sort();
  const run = {
    tool: {
      driver: {
        name: 'pingan',
        version: report.version,
        semanticVersion: report.version,
        language: 'zh-CN',
        rules: codes.map((code) => descriptor(code, report.rules.get(code))),
      },
    },
    language: 'zh-CN',
    columnKind: 'utf16CodeUnits',
    // Findings are no failure of the run.
    invocations: [{ executionSuccessful: true }],
    artifacts: uris.map((uri) => ({ location: { uri, uriBaseId }, sourceLanguage: 'yaml' })),
    results: report.files.flatMap((file) => results(file, uris, codes)),
    ...hidden(report),
  };
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** GitHub refuses rules without descriptions, so one that nothing is known of is described by its name. */
function descriptor(id: string, rule: RuleInfo | undefined) {
  const { title, why, basis, level, url } = rule ?? { title: id, why: '见各处问题的说明。' };
  const more = [basis && `**依据**：${basis}`, url && `[详细说明](${url})`].filter((part) => part);
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: {
      text: basis === undefined ? why : `${why}\n依据：${basis}`,
      markdown: [why, ...more].join('\n\n'),
    },
    ...(url !== undefined && { helpUri: url }),
    ...(level !== undefined && { defaultConfiguration: { level: levels[level] } }),
  };
}

function results(file: FileReport, uris: readonly string[], codes: readonly string[]) {
  const { lines, findings: found } = findings(file);
  const uri = reference(file.file);
  const artifactLocation = { uri, uriBaseId, index: uris.indexOf(uri) };
  const physical = (span: Span) => ({ artifactLocation, region: region(lines, span) });
  return found.map((finding) => ({
    ruleId: finding.code,
    ruleIndex: codes.indexOf(finding.code),
    level: levels[finding.severity],
    message: { text: sentence(finding) },
    locations: [{ physicalLocation: physical(finding.span) }],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map(({ start, end, message }, id) => ({
        id: id + 1,
        physicalLocation: physical({ start, end }),
        message: { text: message },
      })),
    }),
    partialFingerprints: { 'surroundings/v1': finding.fingerprint },
    ...(finding.fix?.edits && { fixes: [fix(finding, artifactLocation, lines)] }),
  }));
}

function fix({ fix, advice, message }: Finding, artifactLocation: object, lines: Lines) {
  const replacements = (fix?.edits ?? []).map(({ start, end, text }) => ({
    deletedRegion: region(lines, { start, end }),
    insertedContent: { text },
  }));
  return {
    description: { text: advice ?? message },
    artifactChanges: [{ artifactLocation, replacements }],
  };
}

function region(lines: Lines, { start, end }: Span) {
  const from = lines.position(start, 'utf16');
  const to = lines.position(end, 'utf16');
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/** A relative reference (RFC 3986): Chinese, blanks and signs of each name are percent-encoded. */
function reference(file: string): string {
  return file
    .split('/')
    .map((name) => encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD')))
    .join('/');
}

function hidden({ hiddenByBaseline = 0 }: Report) {
  return hiddenByBaseline > 0 ? { properties: { hiddenByBaseline } } : {};
}
