import type { Node, Span } from '../schema/node.ts';
import type { Problem, Report } from '../schema/problem.ts';
import { countBelow, stretchAt } from '../text/ascending.ts';
import { grouped } from '../text/groups.ts';
import { largest } from '../text/long-lists.ts';
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
  const off = disabled(problems, directives);
  const kept = problems.filter((problem) => !off.has(problem));
  for (const directive of directives) explain(directive, settings, (problem) => void kept.push(problem));
  return kept;
}

/** What directives are about: of the problems of each rule in their order, the stretches over which it is off. */
function disabled(problems: readonly Problem[], directives: readonly Directive[]): Set<Problem> {
  const off = new Set<Problem>();
  for (const [code, own] of grouped(problems.filter(mayBeOff), ({ code }) => code)) {
    const inOrder = own.sort((a, b) => a.start - b.start);
    const starts = inOrder.map(({ start }) => start);
    /** How many more directives are about a problem than about the one before it. */
    const more = starts.map(() => 0);
    for (const { over, patterns, used } of directives)
      for (const { text } of patterns) {
        if (!covers(text === 'all' ? '*' : text, code)) continue;
        const [from, to] = [countBelow(starts, over.start), countBelow(starts, over.end)];
        if (from >= to) continue;
        used.add(text);
        more[from] = (more[from] ?? 0) + 1;
        more[to] = (more[to] ?? 0) - 1;
      }
    let about = 0;
    inOrder.forEach((problem, index) => {
      about += more[index] ?? 0;
      if (about > 0) off.add(problem);
    });
  }
  return off;
}

/** What the reader could not read is lost from the document; no comment makes up for that. */
function mayBeOff({ code, severity }: Problem): boolean {
  return severity !== 'error' || !/^(yaml|plan)\//.test(code);
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
  const places = new Places(source, root);
  return [...source.matchAll(comment)].flatMap((match): Directive[] => {
    const start = match.index + (match[1]?.length ?? 0);
    const end = match.index + match[0].trimEnd().length;
    if (places.isText(start)) return [];
    const [rules = '', reason = ''] = (match[3] ?? '').split(/\s--\s/);
    const from = match.index + match[0].length - (match[3] ?? '').length;
    const patterns = [...rules.matchAll(/[^\s,，、]+/g)].map(({ 0: text, index }) => ({
      text,
      start: from + index,
    }));
    const over = places.scope(match[2], { start, end });
    return [{ start, end, patterns, reason: reason.trim(), over, used: new Set() }];
  });
}

/** Where the values and the ends of directives stand in a file, in its order. */
class Places {
  readonly #source: string;
  readonly #nodes: readonly NodeSpan[];
  readonly #starts: readonly number[];
  readonly #texts: readonly NodeSpan[];
  readonly #textStarts: readonly number[];
  readonly #ends: readonly number[];

  constructor(source: string, root: Node) {
    this.#source = source;
    this.#nodes = spansOf(root).sort((a, b) => a.start - b.start);
    this.#starts = this.#nodes.map(({ start }) => start);
    this.#texts = this.#nodes.filter(({ text }) => text);
    this.#textStarts = this.#texts.map(({ start }) => start);
    this.#ends = Array.from(source.matchAll(/pingan-enable/g), ({ index }) => index);
  }

  /** Whether a place lies within a text, where # makes no comment. */
  isText(place: number): boolean {
    const text = this.#texts[stretchAt(this.#textStarts, place)];
    return text !== undefined && text.start <= place && place < text.end;
  }

  scope(kind: string | undefined, { start, end }: Span): Span {
    if (kind === '-file') return { start: 0, end: this.#source.length };
    if (kind === '-line') return { start: this.#source.lastIndexOf('\n', start) + 1, end };
    if (kind === '-next') return this.#behind(end);
    return { start: end, end: this.#ends[countBelow(this.#ends, end)] ?? this.#source.length };
  }

  /** The whole of what begins next. */
  #behind(place: number): Span {
    const first = countBelow(this.#starts, place);
    const start = this.#starts[first] ?? this.#source.length;
    const ends = this.#nodes.slice(first, countBelow(this.#starts, start + 1)).map(({ end }) => end);
    return { start, end: largest(ends, start) + 1 };
  }
}
