import { Misspelt } from './misspelt.ts';

/** Where a word may stand: it has a block of its own, is asked in a condition, or is printed. */
type Place = 'block' | 'condition' | 'text';

interface Word {
  place: Place;
  /** How many values it wants. */
  least: number;
  most: number;
  /** It may be given values by name. */
  named?: boolean;
}

const word = (place: Place, least: number, most = least, named = false): Word => ({
  place,
  least,
  most,
  named,
});
const any = Number.POSITIVE_INFINITY;

/** All words that texts of plans may use; what isn't here isn't our language, whatever Handlebars knows. */
const words: ReadonlyMap<string, Word> = new Map(
  Object.entries({
    if: word('block', 1),
    unless: word('block', 1),
    each: word('block', 1),
    with: word('block', 1),
    列举: word('block', 1),
    项: word('block', 1),
    等于: word('condition', 2),
    含: word('condition', 2),
    提到: word('condition', 2),
    写了: word('condition', 1),
    有: word('condition', 1, any),
    开头是: word('condition', 2, any),
    引出: word('condition', 1, any),
    lookup: word('text', 2),
    列名: word('text', 2),
    汉字: word('text', 1),
    写日期: word('text', 2),
    并列: word('text', 1),
    句: word('text', 1),
    格: word('text', 1),
    括注: word('text', 2, any),
    依次括注: word('text', 1, 1, true),
    短: word('text', 1, any),
    不重: word('text', 2, any),
    括起: word('text', 1),
    书名: word('text', 1),
    组名: word('text', 2, 3),
  }),
);
/** What is known of the place in a list. */
const counters = new Set(['index', 'first', 'last', 'key']);
/** In these, names belong to what is gone through; and how many names they can give: {{#each 人 as |一 几|}}. */
const given: Readonly<Record<string, number>> = { each: 2, with: 1, 列举: 2 };
export const scopes: readonly string[] = Object.keys(given);
/** They have nothing else to print. */
const withoutElse = ['列举', '项'];

type Call = Pick<hbs.AST.MustacheStatement, 'path' | 'params' | 'hash' | 'loc'>;

/** Where a statement stands: how many blocks deep that have names of their own, and whether in a list that is counted. */
interface Around {
  depth: number;
  isCounted: boolean;
}

/** Holds the syntax tree of a text against the language; throws at the first thing that isn't in it. */
export function spoken(program: hbs.AST.Program): void {
  body(program, { depth: 0, isCounted: false });
}

function body({ body: statements }: hbs.AST.Program, around: Around): void {
  for (const statement of statements) {
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        break;
      case 'MustacheStatement':
        printed(statement as hbs.AST.MustacheStatement, around);
        break;
      case 'BlockStatement':
        block(statement as hbs.AST.BlockStatement, around);
        break;
      case 'PartialStatement':
      case 'PartialBlockStatement':
        throw wrong(statement, '“{{> }}”是模板里的写法，计划里不能用。');
      default:
        throw wrong(statement, '“{{ }}”写得不对：括号不成对，或“{{#if}}”没有“{{/if}}”。');
    }
  }
}

function printed(statement: hbs.AST.MustacheStatement, around: Around): void {
  const name = called(statement.path);
  const known = words.get(name);
  if (statement.params.length > 0 || statement.hash) {
    if (known?.place === 'block') throw wrong(statement, `“${name}”前面少了“#”。`);
    call(statement, around, 'text');
    return;
  }
  // Alone, only words of blocks can't be names of someone's own: {{if}}.
  if (known?.place === 'block' && ['if', 'unless', 'each', 'with'].includes(name))
    throw wrong(statement, `“${name}”前面少了“#”。`);
  path(statement.path as hbs.AST.PathExpression, around, statement);
}

/** The word that a block begins with; throws where a name stands in its place, of which Handlebars knows what to do. */
export function opened(block: hbs.AST.BlockStatement): string {
  const { path: head, params, hash, program, inverse, loc } = block;
  const name = called(head);
  if (words.get(name)?.place !== 'block') {
    const ways = program ? `“{{#if ${name}}}”或“{{#each ${name}}}”` : `“{{#unless ${name}}}”`;
    const advice = params.length === 0 ? `写成${ways}。` : '';
    throw wrong({ loc }, `没有“{{${program ? '#' : '^'}${name}}}”这个写法。${advice}`);
  }
  if (params.length !== 1 || hash) throw wrong({ loc }, `“{{#${name}}}”后面要写一个名称。`);
  if (inverse && withoutElse.includes(name))
    throw wrong({ loc }, `“{{#${name}}}”里没有“{{else}}”；用“{{#if …}}”另写。`);
  const most = given[name] ?? 0;
  const names = [...(program?.blockParams ?? []), ...(inverse?.blockParams ?? [])];
  if (names.length > most)
    throw wrong(
      { loc },
      `“{{#${name}}}”${most === 0 ? '不能起名称' : '起的名称太多'}：“as |${names.join(' ')}|”。`,
    );
  return name;
}

function block(statement: hbs.AST.BlockStatement, around: Around): void {
  const name = opened(statement);
  const { params, program, inverse } = statement;
  for (const each of params) value(each, around);
  const inside = {
    depth: around.depth + (scopes.includes(name) ? 1 : 0),
    isCounted: around.isCounted || name === 'each',
  };
  if (program) body(program, inside);
  if (inverse) body(inverse, around);
}

function call(each: Call, around: Around, ...places: Place[]): void {
  const { path: head, params, hash } = each;
  const name = called(head);
  const known = words.get(name);
  if (known === undefined || known.place === 'block')
    throw wrong(head, `没有“${name}”这个写法；变量名里不能有空格。`);
  asked(each, known, places);
  for (const each of params) value(each, around);
  for (const { value: each } of hash?.pairs ?? []) value(each, around);
}

/** Holds what a word is given against what it wants. */
function asked({ path: head, params, hash, loc }: Call, known: Word, places: readonly Place[]): void {
  const name = called(head);
  if (!places.includes(known.place))
    throw wrong({ loc }, `“${name}”问的是不是，写在条件里：{{#if (${name} …)}}。`);
  if (name === '写日期' && params.length !== 2)
    throw wrong({ loc }, '“日期”后面写名称和要印成的样子：{{日期 开工 "M月d日"}}。');
  if (params.length < known.least || params.length > known.most || (hash && !known.named))
    throw wrong({ loc }, `“${name}”后面的名称${params.length < known.least ? '少了' : '多了'}。`);
  if (name === '括注' && params.length % 2 === 1)
    throw wrong({ loc }, '“括注”后面一个标签、一个名称，成对写：{{括注 "牵头单位：" 牵头}}。');
}

/** Whether a template calls a word, which is held against what the word wants. */
export function calls(
  each: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
  inCondition: boolean,
): boolean {
  const { path, params, hash } = each;
  const known = words.get(called(path));
  if (params.length === 0 && hash === undefined) return false;
  if (known?.place === 'block') throw wrong(path, `“${called(path)}”前面少了“#”。`);
  if (known) asked(each, known, inCondition ? ['text', 'condition'] : ['text']);
  return true;
}

function value(node: hbs.AST.Expression, around: Around): void {
  switch (node.type) {
    case 'PathExpression':
      path(node as hbs.AST.PathExpression, around);
      break;
    case 'SubExpression':
      call(node as hbs.AST.SubExpression, around, 'text', 'condition');
      break;
    case 'StringLiteral':
    case 'NumberLiteral':
      break;
    default:
      throw wrong(node, `没有“${called(node)}”这个写法。`);
  }
}

function path(node: hbs.AST.PathExpression, { depth, isCounted }: Around, printed?: hbs.AST.Node): void {
  const isPrinted = printed !== undefined;
  const at = printed ?? node;
  const { data, parts, original, depth: up } = node;
  const [first = ''] = parts;
  if (data && (first === 'root' ? isPrinted && parts.length === 1 : !counters.has(first) || parts.length > 1))
    throw wrong(at, first === 'root' ? all(original) : `没有“${original}”这个写法。`);
  if (data && first !== 'root' && (!isCounted || up > 0))
    throw wrong(at, `“${original}”只能写在“{{#each}}”里面。`);
  if (isPrinted && data && (first === 'first' || first === 'last'))
    throw wrong(at, `“${original}”问的是不是，写在条件里：{{#if ${original}}}。`);
  if (up > depth) throw wrong(at, `“${original}”外面没有那么多层“{{#each}}”“{{#with}}”。`);
  if (!data && parts.length === 0 && depth === up && isPrinted) throw wrong(at, all(original));
}

const all = (name: string) => `“${name}”是所有的变量，不能整个印出来。`;

function called(node: hbs.AST.Node): string {
  return String(Reflect.get(node, 'original') ?? '');
}

export function wrong({ loc }: Pick<hbs.AST.Node, 'loc'>, message: string): Misspelt {
  return new Misspelt(message, loc.start);
}
