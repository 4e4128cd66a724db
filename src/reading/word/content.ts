import type { Attributes } from '../../package/xml.ts';
import { formula } from './formula.ts';
import { type Fate, isPrinted, type Paragraph, plain } from './paragraph.ts';
import { type Hanging, run } from './run.ts';
import { paragraphSaid } from './said.ts';
import { choice, type Scope, skipped } from './scope.ts';
import { author } from './tracked.ts';

/** Properties of what is looked through. */
const aside = /^(?:w:(?:sdtPr|sdtEndPr|smartTagPr|customXmlPr|rPr))$/;

/** What stands in a paragraph: runs, and links, tags, controls, changes and formulas around them. */
export function content(paragraph: Paragraph, fate: Fate | undefined, hanging: Hanging): Scope {
  const { story } = paragraph;
  const changed = (change: Attributes, taken: Fate, undone: Fate) => {
    paragraph.changed(author(change));
    const each = story.takes(change) ? taken : undone;
    return content(paragraph, isPrinted(fate) ? each : fate, hanging);
  };
  const scope: Scope = {
    open(name, attributes) {
      switch (name) {
        case 'w:r':
        case 'm:r':
          return run(paragraph, fate, hanging);
        case 'w:pPr':
          return paragraphSaid(paragraph.said, story.takes);
        case 'w:del':
        case 'w:moveFrom':
          return changed(attributes, '删去', '恢复');
        case 'w:ins':
        case 'w:moveTo':
          return changed(attributes, '接受', '加上');
        case 'w:bookmarkStart':
        case 'w:bookmarkEnd':
        case 'w:commentRangeStart':
        case 'w:commentRangeEnd':
          paragraph.range(name, attributes);
          return skipped;
        case 'mc:AlternateContent':
          return choice(scope, () => story.told);
        default:
          if (aside.test(name)) return skipped;
          return name.startsWith('m:')
            ? formula(name, scope, (text) => paragraph.add(text, plain, fate))
            : scope;
      }
    },
  };
  return scope;
}
