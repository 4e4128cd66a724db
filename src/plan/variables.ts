import type { Node, Scalar } from '../schema/node.ts';
import type { Report } from '../schema/problem.ts';
import { firstOf, mismatch, type Schema } from '../schema/schema.ts';

/** A value that texts may name: a text, a list, names of its own, or null where it is declared but empty. */
export type Variable = Scalar | Variable[] | Variables | null;
export interface Variables {
  [name: string]: Variable;
}

export function isText(variable: Scalar | Variables): variable is Scalar {
  return variable['kind'] === 'scalar';
}

/** A value that doesn't stand in the plan file: from the command line, or from a row of a table. */
export function textVariable(text: string): Variable {
  return text === '' ? null : { kind: 'scalar', text, start: 0, end: 0, at: () => 0 };
}

/** 变量: any names, nested at will. */
export const variables: Schema<Variables> = {
  expects: '一组“名称: 值”',
  read: (node, report) => (node.kind === 'map' ? (variable(node, report) as Variables) : mismatch(variables, node, report)),
  json: () => ({ type: 'object' }),
};

function variable(node: Node, report: Report): Variable {
  switch (node.kind) {
    case 'scalar':
      return node;
    case 'empty':
      return null;
    case 'list':
      return node.items.map((item) => variable(item, report));
    case 'map': {
      const values: Variables = Object.create(null);
      const seen = new Map<string, Scalar>();
      for (const { key, value } of node.entries) {
        if (firstOf(seen, key.text, key, report)) values[key.text] = variable(value, report);
      }
      return values;
    }
  }
}

/** A part of the plan that is read elsewhere. */
export const anything: Schema<Node> = { expects: '设置', read: (node) => node, json: () => ({}) };

