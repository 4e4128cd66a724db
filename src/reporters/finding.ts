import type { Span } from '../schema/node.ts';
import type { Edit, Fix, Problem, Related, Severity } from '../schema/problem.ts';
import { Lines, type Position } from '../text/lines.ts';
import { fingerprints } from './fingerprint.ts';
import type { FileReport } from './reporter.ts';

/** A problem with what several formats ask about it. */
export interface Finding {
  severity: Severity;
  code: string;
  message: string;
  advice?: string;
  span: Span;
  /** In characters. */
  start: Position;
  end: Position;
  /** What stands there: the first line, shortened. */
  quote: string;
  fingerprint: string;
  fix?: Remedy;
  related: readonly Related[];
}

/** How a finding can be mended. */
interface Remedy {
  safe: boolean;
  /** Changes of the file's own characters; missing where a text must be quoted first, which `--fix` can do. */
  edits?: readonly Edit[];
}

/** What is wrong and what to do about it, for formats with one text. */
export function sentence({ message, advice }: Pick<Finding, 'message' | 'advice'>): string {
  return advice === undefined ? message : `${message}改法：${advice}`;
}

const longestQuote = 120;

/** The findings of a file; every place is computed from one list of its lines. */
export function findings(file: FileReport): { lines: Lines; findings: Finding[] } {
  const lines = new Lines(file.source);
  const names = fingerprints(file, lines);
  return {
    lines,
    findings: file.problems.map((problem, index) => finding(problem, lines, names[index] ?? '')),
  };
}

function finding(problem: Problem, lines: Lines, fingerprint: string): Finding {
  const { severity, code, message, advice, start, end, fix, related = [] } = problem;
  return {
    severity,
    code,
    message,
    ...(advice !== undefined && { advice }),
    span: { start, end },
    start: lines.position(start),
    end: lines.position(end),
    quote: quoted(lines, problem),
    fingerprint,
    ...(fix && { fix: remedy(fix) }),
    related,
  };
}

function quoted(lines: Lines, { start, end }: Span): string {
  const text = lines.text.slice(start, Math.min(end, lines.end(lines.position(start).line)));
  const characters = [...text.slice(0, 2 * longestQuote)];
  return characters.length > longestQuote ? `${characters.slice(0, longestQuote - 1).join('')}…` : text;
}

function remedy({ safe, edits, notation }: Fix): Remedy {
  const literal = notation || edits.every(({ text }) => text === '' || plain.test(text));
  return { safe, ...(literal && { edits: [...edits].sort((a, b) => a.start - b.start) }) };
}

/** A text that means itself in every style of YAML, quoted or not, in flow or block. */
const plain = /^[^\s\p{Cc}'"\\:#,[\]{}&*!|>%@`?-](?:[^\p{Cc}'"\\:#,[\]{}]*[^\s\p{Cc}'"\\:#,[\]{}])?$/u;
