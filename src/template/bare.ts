import { Handlebars } from './handlebars.ts';

/** An environment in which nothing can be called. */
export function withoutHelpers(): typeof Handlebars {
  const made = Handlebars.create();
  for (const name of Object.keys(made.helpers)) made.unregisterHelper(name);
  return made;
}

/** Whether a text only prints names. */
export function callsNothing({ body }: hbs.AST.Program): boolean {
  return body.every(
    (statement) =>
      statement.type === 'ContentStatement' ||
      (statement.type === 'MustacheStatement' &&
        (statement as hbs.AST.MustacheStatement).params.length === 0),
  );
}
