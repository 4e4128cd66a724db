import { docx } from '../../formats/docx/index.ts';
import { document, style } from '../../pipeline.ts';
import type { Plan } from '../../plan/plan.ts';
import { read } from '../../plan/read.ts';
import type { Variables } from '../../plan/variables.ts';
import type { Letterhead } from '../../reading/docx/letterhead.ts';
import { printedDocx } from '../../reading/word/index.ts';
import { bookmarked } from '../../review/bookmarks.ts';
import type { Problem } from '../../schema/problem.ts';
import { type Compose, compose, TemplateError } from '../../template/compose.ts';
import { templateOf } from '../../template/kind.ts';
import { letterheadOf } from '../letterhead.ts';
import type { World } from '../world.ts';
import { withAnchors } from './anchors.ts';
import { withOrigins } from './origins.ts';
import type { MadeParagraph, Paragraph } from './paragraph.ts';
import { paragraphsOf } from './paragraphs.ts';

/** What a plan prints. */
export interface Making<T extends Paragraph = Paragraph> {
  plan: Plan;
  paragraphs: readonly T[];
  /** How many errors were found on the way. */
  errors: number;
}

/**
 * Makes the Word file of a plan, again and again while ways to change it are tried, and reads it as the edited one is
 * read: so nobody has to foretell what a writer makes of a text.
 */
export class Maker {
  readonly #world: World;
  readonly #given: Variables;
  readonly #composed = new Map<string, Compose>();
  /** The last that was made: a round that takes nothing leaves the plan as it was. */
  #last: { source: string; making: Making<MadeParagraph> | undefined } | undefined;
  readonly #letterheads = new Map<string, Letterhead | undefined>();

  constructor(world: World, given: Variables) {
    this.#world = world;
    this.#given = given;
  }

  /** What is printed; nothing where no document can be made. */
  async printed(source: string): Promise<Making | undefined> {
    const { plan, problems } = read(source);
    const printed = plan && (await this.#print(plan, problems));
    return printed && { plan, paragraphs: printed.paragraphs, errors: errorsIn(problems) };
  }

  /** What is printed, and where it comes from. */
  async made(source: string): Promise<Making<MadeParagraph> | undefined> {
    if (this.#last?.source !== source) this.#last = { source, making: await this.#madeAnew(source) };
    return this.#last.making;
  }

  async #madeAnew(source: string): Promise<Making<MadeParagraph> | undefined> {
    const { plan, problems } = read(source);
    const printed = plan && (await this.#print(plan, problems, true));
    if (!printed) return undefined;
    const { marked, anchors } = withAnchors(plan);
    const again = await this.#print(marked, []);
    const paragraphs = withOrigins({ plan, ...printed, anchors, marked: again?.paragraphs ?? [] });
    return { plan, paragraphs, errors: errorsIn(problems) };
  }

  async #print(plan: Plan, problems: Problem[], withMarks = false) {
    const report = (problem: Problem) => void problems.push(problem);
    try {
      const composed = this.#compose(plan, templateOf(plan, this.#world.kinds(), report));
      const { album } = this.#world;
      const made = document(plan, this.#given, composed, report, { album });
      const letterhead = await this.#letterhead(plan, report);
      const writer = await docx(style(plan, made, letterhead && { letterhead }));
      const full = withMarks ? { ...made, blocks: bookmarked(made.blocks, '0') } : made;
      const labels = made.blocks.flatMap((block) =>
        'label' in block && block.label !== '' ? [block.label] : [],
      );
      return {
        paragraphs: paragraphsOf(printedDocx(writer.write(full), { tracked: 'accepted' })),
        labels: new Set(labels),
      };
    } catch (thrown) {
      // A template of one's own may compare words, and go another way for others, into a mistake even.
      if (thrown instanceof TemplateError) return undefined;
      throw thrown;
    }
  }

  #compose({ script }: Plan, kind: string): Compose {
    const key = `${kind} ${script}`;
    const composed = this.#composed.get(key) ?? compose(this.#world.templates(kind), script);
    this.#composed.set(key, composed);
    return composed;
  }

  async #letterhead(plan: Plan, report: (problem: Problem) => void): Promise<Letterhead | undefined> {
    const name = plan.layout?.letterhead?.text ?? '';
    if (!this.#letterheads.has(name))
      this.#letterheads.set(name, await letterheadOf(plan, this.#world, report));
    return this.#letterheads.get(name);
  }
}

function errorsIn(problems: readonly Problem[]): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}
