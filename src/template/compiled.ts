import type { Handlebars } from './handlebars.ts';
import { walked } from './walked.ts';

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

/** The same for a text that may be filled but once: going through its tree takes a tenth of the time that its code does. */
export function compiledAtSecond(
  own: typeof Handlebars,
  program: hbs.AST.Program,
  options: CompileOptions,
): Handlebars.TemplateDelegate {
  const first = walked(own, program, options);
  let code: Handlebars.TemplateDelegate | undefined;
  let isFirst = true;
  return (context: unknown, runtime?: Handlebars.RuntimeOptions) => {
    if (!isFirst) code ??= compiled(own, program, options);
    isFirst = false;
    return (code ?? first)(context, runtime);
  };
}
