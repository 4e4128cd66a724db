import type { Handlebars } from './handlebars.ts';

/**
 * Makes a syntax tree ready to be filled, as JavaScript. Browsers take `compiled-browser.ts` in its place, since a page
 * that may make code of texts could be made to run those of others.
 */
export function compiled(
  own: typeof Handlebars,
  program: hbs.AST.Program,
  options: CompileOptions,
): Handlebars.TemplateDelegate {
  return own.compile(program, options);
}
