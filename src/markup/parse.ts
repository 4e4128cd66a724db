import type { Block, Paragraph, Role, Seal, Turn } from '../document/block.ts';
import { append } from '../text/long-lists.ts';
import { lookup } from '../text/lookup.ts';
import { meant } from '../text/nearest.ts';
import { simplified } from '../text/script.ts';
import { stripped } from '../text/strip.ts';
import { MarkupError } from './error.ts';
import { inline } from './inline.ts';
import { picture } from './named.ts';
import { oriented } from './orientation.ts';
import { redHead } from './red-head.ts';
import { signature } from './signature.ts';
import { table, tableAt } from './table.ts';

/** The names behind ::: and what their lines become. */
const roles = lookup<Role>({
  正文: 'body',
  副标题: 'subtitle',
  发文字号: 'docNumber',
  份号: 'copyNumber',
  密级: 'secrecy',
  紧急程度: 'urgency',
  签发人: 'signatory',
  主送: 'recipients',
  名单: 'roster',
  到会: 'attendance',
  表题: 'tableTitle',
  表注: 'tableNote',
  题注: 'caption',
  附件说明: 'attachmentNote',
  附件: 'attachmentLabel',
  附件标题: 'attachmentTitle',
  附注: 'note',
  抄送: 'cc',
  印发: 'imprint',
});

/** What is stamped on a signature, by the name of its container. */
const seals = lookup<Seal>({ 落款: 'none', '落款 加盖印章': 'seal', '落款 签名章': 'stamp' });

/**
 * Reads the markup that templates write, one line one block:
 * `# title`, `## 一、` to `###### ①`, `##. numbered text`, `| table |`, `::: name … :::`, and paragraphs.
 */
export function parse(markup: string): Block[] {
  const blocks: Block[] = [];
  const lines = markup
    .split('\n')
    .map((line) => stripped(line, blanks))
    .filter((line) => line !== '');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.startsWith(':::')) {
      const end = lines.indexOf(':::', index + 1);
      const inside = lines.slice(index + 1, end);
      // Values are escaped, so these are of the template, which would print them as they are.
      const stray = inside.find((each) => each.startsWith(':::') || each.startsWith('#'));
      if (line === ':::' || end < 0 || stray?.startsWith(':::'))
        throw new MarkupError(`“${line}”没有与它配对的“:::”。`);
      if (stray !== undefined) throw new MarkupError(`“${line}”里面不能写标题“${stray}”；先写“:::”结束它。`);
      append(blocks, container(line.slice(3).trim(), inside));
      index = end;
    } else if (line.startsWith('|')) index = tableAt(lines, index, blocks);
    else blocks.push(one(line));
  }
  return oriented(blocks);
}

/** Full-width blanks at the start of a line are there on purpose, to align names. */
const blanks = ' \t\r';

function one(line: string): Block {
  const match = /^(#{1,6})(\.?)(?: +(.*))?$/s.exec(line);
  if (!match && line.startsWith('#'))
    throw new MarkupError(`“${line}”不是标题：一到六个“#”，后面空一格；要印“#”，写成“\\#”。`);
  if (!match) return { kind: 'paragraph', role: 'body', text: inline(line) };
  if (match[3] === undefined) throw new MarkupError(`“${line}”后面没有文字，会只印出一个序号。`);
  const level = (match[1]?.length ?? 1) - 1;
  const text = inline(match[3]);
  if (level === 0) return { kind: 'title', text };
  return { kind: match[2] === '.' ? 'item' : 'heading', level, text };
}

function container(name: string, lines: string[]): Block[] {
  const known = simplified(name);
  if (known === '分页') return [{ kind: 'pageBreak' }];
  if (known === '横排' || known === '竖排') return [turn(known === '横排')];
  if (known === '另面') return [{ kind: 'turn', to: 'overleaf', closes: 'first' }];
  const [head = '', ...variants] = known.split(' ');
  if (known === '图片') return picture(lines);
  if (head === '目录' && /^[1-5]$/.test(variants.join(' ')))
    return [{ kind: 'contents', text: inline(lines.join('')), levels: Number(variants[0]), entries: [] }];
  if (head === '表格') return wholeTable(lines, variants);
  if (head === '附件' && variants.every((each) => each === '横排'))
    return [turn(variants.length > 0), ...paragraphs('attachmentLabel', lines)];
  const seal = seals[known];
  if (seal !== undefined) return signature(lines, seal);
  if (head === '红头' && variants.every((each) => ['套打', '命令', '信函'].includes(each)))
    return [redHead(lines, variants)];
  const role = roles[known];
  if (role === undefined) {
    throw new MarkupError(
      `不认识“::: ${name}”${meant(known, [...Object.keys(roles), ...Object.keys(seals), '红头', '表格', '图片', '目录 2', '分页', '横排', '竖排', '另面'])}`,
    );
  }
  const made = role === 'attachmentNote' ? notes(lines) : paragraphs(role, lines);
  return role === 'cc' || role === 'imprint' ? [turn(false), ...made] : made;
}

function paragraphs(role: Role, lines: readonly string[]): Paragraph[] {
  return lines.map((line) => ({ kind: 'paragraph', role, text: inline(line) }));
}

/** Entries of 附件说明, of which two or three stand on one page. */
function notes(lines: readonly string[]): Block[] {
  const few = lines.length > 1 && lines.length <= 3;
  return paragraphs('attachmentNote', lines).map((each) => (few ? { ...each, few } : each));
}

/** What a turn closes is known when all blocks are there. */
function turn(across: boolean): Turn {
  return { kind: 'turn', to: across ? 'landscape' : 'portrait', closes: 'first' };
}

/** A title, the rows, and notes. */
function wholeTable(lines: string[], options: readonly string[]): Block[] {
  const isRow = (line: string) => line.startsWith('|');
  const [first, last] = [lines.findIndex(isRow), lines.findLastIndex(isRow)];
  const made = [
    ...paragraphs('tableTitle', lines.slice(0, Math.max(0, first))),
    table(lines.slice(Math.max(0, first), last + 1), options),
    ...paragraphs('tableNote', lines.slice(last + 1)),
  ];
  return options.includes('横排') ? [turn(true), ...made, turn(false)] : made;
}
