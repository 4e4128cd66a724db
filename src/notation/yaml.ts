import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type Scalar as YamlScalar,
} from 'yaml';
import type { Entry, Node, Span } from '../schema/node.ts';
import { error, mend, type Report } from '../schema/problem.ts';
import { joined } from './folded.ts';
import type { IsKey } from './line.ts';
import { marked, withoutKey } from './lost-values.ts';
import { type Notation, notation, type Offsets, offsets } from './offsets.ts';
import { parsed, targetsOf } from './parsed.ts';
import { hiddenStart, plainTraps } from './plain-traps.ts';
import { explainErrors } from './yaml-errors.ts';

/** More values than any plan has; beyond it the file is a bomb of aliases. */
const mostNodes = 200_000;

const styles: Record<string, Notation['style']> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/**
 * Parses YAML into nodes that know their places. Every scalar is kept as it was written, so 001 stays 001.
 * Undefined when the notation itself is broken; what is wrong then has been reported in Chinese. `isKey` knows the keys of
 * the file, where they are known; `mayRepeat` those that may be written more than once.
 */
export function parseYaml(
  source: string,
  report: Report,
  isKey: IsKey = () => false,
  mayRepeat: IsKey = () => false,
): Node | undefined {
  const { document, errors } = parsed(source, mayRepeat);
  if (errors.length > 0) {
    explainErrors(source, errors, isKey, report);
    return undefined;
  }
  return document?.contents == null
    ? { kind: 'empty', start: 0, end: 0 }
    : new Reading(source, document, report).node(document.contents);
}

class Reading {
  readonly #source: string;
  readonly #document: Document.Parsed;
  readonly #report: Report;
  #targets?: ReadonlyMap<unknown, ParsedNode>;
  #count = 0;
  #open = new Set<unknown>();

  constructor(source: string, document: Document.Parsed, report: Report) {
    this.#source = source;
    this.#document = document;
    this.#report = report;
  }

  node(node: ParsedNode | null): Node {
    if (node === null) return { kind: 'empty', start: 0, end: 0 };
    const [start, end] = node.range;
    if (++this.#count > mostNodes || this.#open.has(node)) return this.#tooMuch({ start, end });
    if (isAlias(node)) return this.#alias(node, { start, end });
    if (marked(this.#source, node, start, this.#report)) return { kind: 'empty', start, end, reported: true };
    if (isScalar(node)) return this.#scalar(node);
    this.#open.add(node);
    const read = this.#collection(node, { start, end });
    this.#open.delete(node);
    return read;
  }

  #collection(node: ParsedNode, { start, end }: Span): Node {
    if (this.#source.startsWith('{{', start)) return this.#unquoted({ start, end });
    if (isSeq(node))
      return {
        kind: 'list',
        start,
        end,
        flow: node.flow === true,
        items: node.items.map((item) => this.#shown(this.node(item as ParsedNode))),
      };
    const entries: Entry[] = [];
    for (const { key, value } of isMap(node) ? node.items : []) {
      const typed = this.node(key as ParsedNode);
      if (typed.kind === 'scalar')
        entries.push({ key: typed, value: this.#value(value as ParsedNode | null, typed) });
      else if (typed.kind !== 'empty')
        error(this.#report, 'yaml/syntax', typed, '冒号前面的键必须是一段文字。');
      else withoutKey(this.#source, value as ParsedNode | null, this.#report);
    }
    return { kind: 'map', start, end, entries: entries.map(outdented) };
  }

  #value(value: ParsedNode | null, { start, end }: Span): Node {
    return value === null ? { kind: 'empty', start, end } : this.#shown(this.node(value));
  }

  #shown(node: Node): Node {
    if (node.kind === 'scalar') hiddenStart(node.text, node.start, this.#report);
    return node;
  }

  #scalar(node: YamlScalar.Parsed): Node {
    const [start, end] = node.range;
    const written = String(node.value);
    const swallowed = this.#swallowed(node.range, written);
    if (node.type === 'PLAIN' && ['', '~', 'null'].includes(written)) {
      return { kind: 'empty', start, end, ...(swallowed && { reported: true }) };
    }
    const source = this.#source;
    // Only these can hold a line that was meant as an entry.
    if (node.type === 'PLAIN' && (/^[-－—–]/.test(written) || source.slice(start, end).includes('\n')))
      plainTraps(source, { start, end }, this.#report);
    const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
    let map: Offsets | undefined;
    const places = () => {
      map ??= offsets(source, written, notation(source, style, start));
      return map;
    };
    const { text, unit, wraps } =
      style !== 'literal' && source.slice(start, end).includes('\n')
        ? joined(source, written, places().starts)
        : { text: written, unit: asWritten, wraps: [] };
    return {
      kind: 'scalar',
      text,
      start,
      end: node.type?.startsWith('BLOCK') ? blockEnd(source, start, end) : end,
      at(index, as) {
        const near = Math.min(Math.max(index, 0), text.length);
        const { starts, ends } = places();
        return (as === 'end' && near > 0 ? ends[unit(near - 1)] : starts[unit(near)]) ?? start;
      },
      ...(wraps.length > 0 && { wraps }),
    };
  }

  /** 编号: #1 — the number sign starts a comment, and what follows is lost without a word. */
  #swallowed([from, end, after]: readonly [number, number, number], written: string): boolean {
    const comment = /^[ \t]*#(?=[^\s#!])/.exec(this.#source.slice(end, after));
    if (!comment) return false;
    const start = end + comment[0].length - 1;
    const line = this.#source.slice(start, after).split(/\r?\n/, 1)[0] ?? '';
    const whole = this.#source.slice(from, start + line.trimEnd().length);
    const plain = !/^["'|>]|\n/.test(whole);
    this.#report({
      severity: written === '' ? 'error' : 'warning',
      code: 'yaml/hash-swallowed',
      start,
      end: start + line.trimEnd().length,
      message: `“${line.trimEnd()}”会被当作注释，不会印出来。`,
      advice: '要印出来就给整个值加引号；的确是注释的，在 # 后面空一格。',
      ...(plain && {
        fix: mend(false, { start: from, end: start + line.trimEnd().length, text: quoted(whole) }),
      }),
    });
    return true;
  }

  #alias(node: Alias.Parsed, span: Span): Node {
    this.#targets ??= targetsOf(this.#document);
    const target = this.#targets.get(node);
    if (target) return this.node(target);
    error(
      this.#report,
      'yaml/reserved-start',
      span,
      `“*${node.source}”以星号开头，YAML 把它当作引用。`,
      '给整个值加上引号。',
      mend(true, { ...span, text: quoted(this.#source.slice(span.start, span.end)) }),
    );
    return { kind: 'empty', ...span, reported: true };
  }

  #unquoted(span: Span): Node {
    error(
      this.#report,
      'yaml/unquoted-variable',
      span,
      '以“{{”开头的值没有加引号，YAML 认不出是变量。',
      `给整个值加上引号：'${this.#source.slice(span.start, span.end)}'。`,
      mend(true, { ...span, text: quoted(this.#source.slice(span.start, span.end)) }),
    );
    return { kind: 'empty', ...span, reported: true };
  }

  #tooMuch(span: Span): Node {
    if (this.#count !== Number.POSITIVE_INFINITY)
      error(
        this.#report,
        'yaml/alias-bomb',
        span,
        '引用（&、*）层层嵌套，展开后太大。',
        '去掉引用，直接写内容。',
      );
    this.#count = Number.POSITIVE_INFINITY;
    return { kind: 'empty', ...span, reported: true };
  }
}

function asWritten(index: number): number {
  return index;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A key indented with full-width blanks has fallen out of the one above it, which only seems to be empty. */
function outdented(entry: Entry, index: number, all: Entry[]): Entry {
  const fallen =
    entry.value.kind === 'empty' &&
    /^[\u3000\u00A0\u2000-\u200F\u2060\uFEFF]/.test(all[index + 1]?.key.text ?? '');
  return fallen ? { ...entry, value: { ...entry.value, reported: true } as Node } : entry;
}

/** The end of a block scalar's text, without the line break behind it. */
function blockEnd(source: string, start: number, end: number): number {
  return start + source.slice(start, end).trimEnd().length;
}
