import { Misspelt } from './misspelt.ts';
import { counters, given, labelled, type Place, scopes, type Word, withoutElse, words } from './words.ts';

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
  const [first] = params;
  if (first && name !== '项') unquoted(first);
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
  const [first, second] = params;
  const isLabel = labelled.includes(name) || (name === '等于' && second?.type !== 'StringLiteral');
  if (first && !isLabel) unquoted(first);
  if (name === '括注' && params.length % 2 === 1)
    throw wrong({ loc }, '“括注”后面一个标签、一个名称，成对写：{{括注 "牵头单位：" 牵头}}。');
}

/** {{#if "村名"}} asks whether there is the word, not what it is called for. */
function unquoted(node: hbs.AST.Expression): void {
  const word = String(Reflect.get(node, 'value'));
  if (node.type === 'StringLiteral' && /^[\p{L}\p{N}_.]+$/u.test(word))
    throw wrong(node, `“${word}”加了引号，就是这几个字，不是叫这个名称的变量；去掉引号。`);
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
