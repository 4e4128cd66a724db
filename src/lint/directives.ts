import type { Node, Span } from '../schema/node.ts';
import type { Problem, Report } from '../schema/problem.ts';
import { largest, smallest } from '../text/long-lists.ts';
import { meant } from '../text/nearest.ts';
import { type NodeSpan, spansOf } from './node-spans.ts';
import { covers, type Settings } from './settings.ts';

/** A comment that turns rules off: `# pingan-disable-next punct/half-width, num/* -- 原因`. */
interface Directive extends Span {
  patterns: { text: string; start: number }[];
  reason: string;
  /** The part of the file in which it holds. */
  over: Span;
  used: Set<string>;
}

const comment = /(^|[ \t])#[ \t]*pingan-disable(-next|-line|-file)?(?=\s|$)([^\n\r]*)/gm;

/** Leaves out the problems that comments turn off, and reports comments that turn off nothing. */
export function withoutDisabled(
  problems: readonly Problem[],
  source: string,
  root: Node,
  settings: Settings,
): Problem[] {
  if (settings.comments === 'ignored' || !source.includes('pingan-disable')) return [...problems];
  const directives = directivesOf(source, root);
  const kept = problems.filter((problem) => !disabled(problem, directives));
  for (const directive of directives) explain(directive, settings, (problem) => void kept.push(problem));
  return kept;
}

/** What the reader could not read is lost from the document; no comment makes up for that. */
function disabled({ code, severity, start }: Problem, directives: readonly Directive[]): boolean {
  if (severity === 'error' && /^(yaml|plan)\//.test(code)) return false;
  let found = false;
  for (const { over, patterns, used } of directives) {
    if (start < over.start || start >= over.end) continue;
    for (const { text } of patterns) {
      if (!covers(text === 'all' ? '*' : text, code)) continue;
      used.add(text);
      found = true;
    }
  }
  return found;
}

function explain(
  { start, end, patterns, reason, used }: Directive,
  settings: Settings,
  report: Report,
): void {
  const tell = (code: string, at: Span, message: string, advice: string) =>
    report({ severity: 'warning', code, start: at.start, end: at.end, message, advice });
  if (patterns.length === 0)
    tell('lint/unknown-rule', { start, end }, '没有写停用哪条规则。', '写上规则名；全部停用写 all。');
  for (const { text, start: from } of patterns) {
    const at = { start: from, end: from + text.length };
    const known = settings.rules.map(({ id }) => id);
    if (text !== 'all' && !known.some((id) => covers(text, id)))
      tell(
        'lint/unknown-rule',
        at,
        `没有“${text}”这条规则${meant(text, known)}`,
        '运行 pingan lint --rules 看全部规则。',
      );
    else if (!used.has(text))
      tell('lint/unused-disable', at, `这里停用了“${text}”，但它没有查出问题。`, '删去这条注释。');
  }
  if (settings.comments === 'with-reason' && reason === '')
    tell('lint/disable-reason', { start, end }, '停用规则没有写原因。', '在后面写上“-- 原因”。');
}

function directivesOf(source: string, root: Node): Directive[] {
  const nodes = spansOf(root);
  return [...source.matchAll(comment)].flatMap((match): Directive[] => {
    const start = match.index + (match[1]?.length ?? 0);
    const end = match.index + match[0].trimEnd().length;
    if (nodes.some((node) => node.text && node.start <= start && start < node.end)) return [];
    const [rules = '', reason = ''] = (match[3] ?? '').split(/\s--\s/);
    const from = match.index + match[0].length - (match[3] ?? '').length;
    const patterns = [...rules.matchAll(/[^\s,，、]+/g)].map(({ 0: text, index }) => ({
      text,
      start: from + index,
    }));
    const over = scope(match[2], { start, end }, source, nodes);
    return [{ start, end, patterns, reason: reason.trim(), over, used: new Set() }];
  });
}

function scope(
  kind: string | undefined,
  { start, end }: Span,
  source: string,
  nodes: readonly NodeSpan[],
): Span {
  if (kind === '-file') return { start: 0, end: source.length };
  if (kind === '-line') return { start: source.lastIndexOf('\n', start) + 1, end };
  if (kind === '-next') {
    const behind = nodes.filter((node) => node.start >= end);
    const first = smallest(behind.map((node) => node.start));
    const last = largest(behind.filter((node) => node.start === first).map((node) => node.end));
    return { start: first, end: last + 1 };
  }
  const on = source.indexOf('pingan-enable', end);
  return { start: end, end: on < 0 ? source.length : on };
}
