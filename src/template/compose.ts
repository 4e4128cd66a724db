import { UserError } from '../errors.ts';
import { printable } from '../markup/escape.ts';
import { simplified, traditional } from '../text/script.ts';
import { bounded } from './bounds.ts';
import { compiled } from './compiled.ts';
import { failure } from './failure.ts';
import { alone, compileOptions, environment, Handlebars } from './handlebars.ts';
import { helpersOfTemplates } from './helpers.ts';
import { opened, wrong } from './language.ts';
import { metered, paid } from './meter.ts';
import { Misspelt } from './misspelt.ts';
import { shipped } from './shipped.ts';
import type { View } from './showing.ts';
import { group, wholeGroup } from './values.ts';
import { givenTo, visible } from './visible.ts';
import { type Watch, watched } from './watched.ts';

/** The files of a set of templates: `document` and the partials, each with the place it was found at. */
export interface TemplateFile {
  source: string;
  path: string;
}
export interface TemplateFiles {
  document: TemplateFile;
  partials: ReadonlyMap<string, TemplateFile>;
}

/** A mistake in a template file, with the place a person can go to. */
export class TemplateError extends UserError {}

export type Compose = (view: View, watch?: Watch) => string;

/** Compiles a set of templates, whose names are held against those there are; their own wording is turned into Traditional script for a plan that is written in it. */
export function compose(
  { document, partials }: TemplateFiles,
  script: 'simplified' | 'traditional',
  names: typeof visible = visible,
): Compose {
  const own = environment(helpersOfTemplates, asList);
  const part = (type: unknown, other: unknown) =>
    partials.has(String(type)) ? type : simplified(String(other));
  own.registerHelper('部分', watched(part));
  const ready = ({ source }: TemplateFile): Handlebars.TemplateDelegate | undefined => {
    const code = script === 'simplified' ? shipped.get(source) : undefined;
    return code === undefined ? undefined : own.template(code as TemplateSpecification);
  };
  let given: ReadonlySet<string> | undefined;
  // Templates that come with pingan are held against the names by its tests.
  const seen = ({ source }: TemplateFile) => {
    const program = parsed(source);
    given ??= givenTo([document, ...partials.values()].map((file) => file.source));
    if (!shipped.has(source)) names(program, given);
    return program;
  };
  // A document uses few of the partials, so each is read when it is first called.
  const compile = (file: TemplateFile) => {
    let template: Handlebars.TemplateDelegate | undefined;
    return (context: unknown, runtime?: Handlebars.RuntimeOptions) =>
      guarded(file, () =>
        metered(() => {
          template ??= ready(file) ?? compiled(own, inScript(seen(file), script), options);
          return withoutGroups(paid(template(asGroup(context), runtime)));
        }),
      );
  };
  for (const [name, file] of partials) own.registerPartial(name, compile(file));
  const whole = compile(document);
  return (view, watch) => whole(view, watch && { data: { watch } });
}

// Lines stay as they are laid out: in markup a blank line means nothing, and a lost line break would join two blocks.
const options = { ...compileOptions, ignoreStandalone: true };

function parsed(source: string): hbs.AST.Program {
  bounded(source);
  const program = Handlebars.parse(printable(source).trimEnd(), options);
  onlyOurs(program);
  return program;
}

/** What templates are put together of is a closed list as well, and the same wherever they are filled. */
function onlyOurs(program: hbs.AST.Program): void {
  const visitor = new Handlebars.Visitor();
  const { BlockStatement: inside } = visitor;
  visitor.BlockStatement = (block) => {
    opened(block);
    inside.call(visitor, block);
  };
  visitor.MustacheStatement = alone;
  const never = (node: hbs.AST.Node) => {
    throw wrong(node, '没有“{{#> }}”“{{* }}”这些写法；片段写成“{{> 名称}}”。');
  };
  Object.assign(visitor, { PartialBlockStatement: never, Decorator: never, DecoratorBlock: never });
  visitor.accept(program);
}

/** A template as JavaScript, which is what the build ships. */
export function code(source: string): string {
  return String(Handlebars.precompile(parsed(source), options));
}

function inScript(program: hbs.AST.Program, script: 'simplified' | 'traditional'): hbs.AST.Program {
  if (script === 'simplified') return program;
  const visitor = new Handlebars.Visitor();
  visitor.ContentStatement = (content) => {
    content.value = traditional(content.value);
  };
  visitor.StringLiteral = (literal) => {
    literal.value = traditional(literal.value);
  };
  visitor.accept(program);
  return program;
}

/** A text is a list of one. */
function asList(value: unknown): unknown {
  return typeof value === 'string' && value !== '' ? [value] : value;
}

/** A part that is called with words of its own gets a copy of what is around it, which doesn't know any more what it is. */
function asGroup(context: unknown): unknown {
  const isKnown = typeof context !== 'object' || context === null || Symbol.toPrimitive in context;
  return isKnown || Array.isArray(context) ? context : Object.assign(context, group);
}

/** A list or a record that is printed whole would be [object Object] in the document. */
function withoutGroups(markup: string): string {
  const place = { line: 1, column: 0 };
  if (markup.includes(wholeGroup))
    throw new Misspelt('有一处会把一组值整个印出来，如 {{this}}；写出要印的那一个，如 {{标题}}。', place);
  return markup;
}

function guarded<T>(file: TemplateFile, run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    const { line, column, message } = failure(thrown);
    throw new TemplateError(`${file.path}:${line}:${(column ?? 0) + 1} ${message}`);
  }
}
