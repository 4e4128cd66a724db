import type { Handlebars } from './handlebars.ts';
import { interpreted } from './interpreted.ts';

/** Makes a syntax tree ready to be filled, without making code of it. */
export function walked(
  own: typeof Handlebars,
  program: hbs.AST.Program,
  { strict = false, knownHelpers = {} }: CompileOptions,
): Handlebars.TemplateDelegate {
  return interpreted(own, program, {
    strict,
    known: new Set(['if', 'unless', ...Object.keys(knownHelpers)]),
  });
}
