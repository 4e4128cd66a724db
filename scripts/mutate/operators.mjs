import { patternChanges } from './pattern.mjs';

const operators = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '+=': ['-='],
  '-=': ['+='],
  '??=': ['&&='],
};
const names = Object.fromEntries(
  [
    ['some', 'every'],
    ['min', 'max'],
    ['floor', 'ceil'],
    ['startsWith', 'endsWith'],
    ['trimStart', 'trimEnd'],
    ['indexOf', 'lastIndexOf'],
    ['find', 'findLast'],
    ['findIndex', 'findLastIndex'],
    ['toUpperCase', 'toLowerCase'],
  ].flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
);
/** Calls that are left out: what they are called on stands for what they give. */
const left =
  /^(filter|sort|toSorted|reverse|toReversed|slice|trim|replace|replaceAll|padStart|padEnd|concat|flat|normalize)$/;
const effects = /^(Call|Assignment|Update|Await|Yield)Expression$/;

const put = (start, end, text) => ({ start, end, text });
const whole = (node, text) => put(node.start, node.end, text);
const isText = ({ type, value }) => type === 'TemplateLiteral' || typeof value === 'string';

/** `list[index] ?? ''`: what can't be missing still needs something in its place where types know only the list. */
const isAskedByTypes = ({ type, operator, left, right }) =>
  type === 'LogicalExpression' && operator === '??' && left.computed && right.type === 'Literal';

/** The operator between two operands, and what may stand in its place. */
function between(source, node, texts) {
  const start = source.indexOf(node.operator, node.left.end);
  return texts.map((text) => put(start, start + node.operator.length, text));
}

function isPattern(source) {
  try {
    new Function(`return ${source}`);
    return true;
  } catch {
    return false;
  }
}

function literal(node, source, { parent, key }) {
  if (node.regex)
    return patternChanges(node.regex.pattern)
      .map(({ start, end, text }) => put(node.start + 1 + start, node.start + 1 + end, text))
      .filter(({ start, end, text }) =>
        isPattern(source.slice(node.start, start) + text + source.slice(end, node.end)),
      );
  if (typeof node.value === 'boolean') return [whole(node, String(!node.value))];
  const named = parent.source === node || isAskedByTypes(parent) || (key === 'key' && !parent.computed);
  if (typeof node.value !== 'string' || named) return [];
  if (/^(ExpressionStatement|ImportExpression)$/.test(parent.type)) return [];
  return [whole(node, node.value === '' ? "'…'" : "''")];
}

function call(node) {
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || callee.computed) return [];
  const { name, start, end } = callee.property;
  if (Object.hasOwn(names, name)) return [put(start, end, names[name])];
  return left.test(name) ? [put(callee.object.end, node.end, '')] : [];
}

/** What can be otherwise in a node of each type. `asked` is a node that decides an if, a loop or a `?:`. */
const byType = {
  BinaryExpression(node, source, { asked }) {
    if (node.operator === '+' && (isText(node.left) || isText(node.right))) return [];
    const others = operators[node.operator] ?? [];
    // What is asked becomes true and false anyway, so only its boundary is of interest.
    return between(source, node, asked ? others.slice(0, others.length - 1) : others);
  },
  LogicalExpression(node, source) {
    const sides = [node.left, node.right].map((side) => whole(node, source.slice(side.start, side.end)));
    if (node.operator === '??') return isAskedByTypes(node) ? sides.slice(1) : sides;
    return [...between(source, node, [node.operator === '&&' ? '||' : '&&']), ...sides];
  },
  AssignmentExpression: (node, source) => between(source, node, operators[node.operator] ?? []),
  UpdateExpression(node, source) {
    const other = node.operator === '++' ? '--' : '++';
    return [whole(node, source.slice(node.start, node.end).replace(node.operator, other))];
  },
  UnaryExpression(node, source, { asked }) {
    const dropped = node.operator === '-' || (node.operator === '!' && !asked);
    return dropped ? [whole(node, source.slice(node.argument.start, node.argument.end))] : [];
  },
  Literal: literal,
  TemplateLiteral: (node, _, { parent }) =>
    parent.type === 'TaggedTemplateExpression' ? [] : [whole(node, '``')],
  ArrayExpression: (node) => (node.elements.length > 0 ? [whole(node, '[]')] : []),
  CallExpression: call,
  ExpressionStatement: (node) => (effects.test(node.expression.type) ? [whole(node, ';')] : []),
  // A block of one statement goes with that statement, and the block of an if with its condition.
  BlockStatement: (node, _, { key }) =>
    key === 'consequent' || node.body.length < 2 ? [] : [put(node.start + 1, node.end - 1, '')],
};

/** All that can be otherwise in a node, as pieces of text in the place of others. */
export function changes(node, source, context) {
  const found = byType[node.type]?.(node, source, context) ?? [];
  // A loop that is asked for ever says nothing.
  if (context.asked) found.push(whole(node, 'false'));
  if (context.asked && /^(If|Conditional)/.test(context.parent.type)) found.push(whole(node, 'true'));
  if (node.optional && (node.object ?? node.callee)) {
    const start = source.indexOf('?.', (node.object ?? node.callee).end);
    found.push(put(start, start + 2, node.type === 'MemberExpression' && !node.computed ? '.' : ''));
  }
  return found;
}
