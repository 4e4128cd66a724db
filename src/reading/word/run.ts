import type { Attributes } from '../../package/xml.ts';
import type { Fate, Paragraph } from './paragraph.ts';
import { type RunSaid, runSaid } from './said.ts';
import { choice, type Scope, skipped, through, words } from './scope.ts';
import type { Face } from './styles.ts';
import { symbol, symbols } from './symbols.ts';

/** Reads what hangs in a run and isn't text: pictures and text boxes. */
export type Hanging = (paragraph: Paragraph, fate: Fate | undefined) => Scope;

/** A run of a paragraph. */
export function run(paragraph: Paragraph, fate: Fate | undefined, hanging: Hanging): Scope {
  const { story } = paragraph;
  const said: RunSaid = {};
  let face: Face | undefined;
  const add = (text: string, why = fate) => {
    if (text === '') return;
    face ??= story.styles.face(paragraph.said.style, said);
    const hidden = story.fields.shows ? (face.hidden ? '隐藏' : undefined) : '域代码';
    paragraph.add(squared(symbols(text, face), face, paragraph), face, why ?? hidden);
  };
  const scope: Scope = {
    open(name, attributes) {
      switch (name) {
        case 'w:rPr':
          return runSaid(said, story.takes);
        case 'w:t':
        case 'w:delText':
        case 'm:t':
          return words(attributes, add);
        case 'w:instrText':
          return words(keeping, (text) => story.fields.code(text));
        case 'w:ruby':
          return ruby(scope, add);
        case 'mc:AlternateContent':
          return choice(scope, () => story.told);
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          return hanging(paragraph, fate);
        case 'w:fldChar':
          return field(paragraph, attributes, add);
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          paragraph.note(name, attributes['w:id'] ?? '', fate);
          return skipped;
        case 'w:commentReference':
          story.comment(attributes['w:id'] ?? '');
          return skipped;
        case 'w:br':
          if (attributes['w:type'] === 'page' && !fate)
            paragraph.set({ kind: 'break', source: paragraph.source, of: 'page' });
          else add('\n');
          return skipped;
        default:
          add(sign(name, attributes));
          return skipped;
      }
    },
  };
  return scope;
}

const keeping = { 'xml:space': 'preserve' };

/** What an empty element prints. */
function sign(name: string, attributes: Attributes): string {
  switch (name) {
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return symbol(attributes['w:font'] ?? '', Number.parseInt(attributes['w:char'] ?? '', 16) || 0x20);
    default:
      return '';
  }
}

/** The base of a gloss is printed, the gloss is told. */
function ruby(inner: Scope, add: (text: string, why?: Fate) => void): Scope {
  const gloss: Scope = {
    open: (name, attributes) =>
      name === 'w:t' ? words(attributes, (text) => add(text, '注音')) : name === 'w:r' ? gloss : skipped,
  };
  const base: Scope = {
    open: (name, attributes) => (name === 'w:r' ? through(inner) : inner.open(name, attributes)),
  };
  return { open: (name) => (name === 'w:rt' ? gloss : name === 'w:rubyBase' ? base : skipped) };
}

/** A mark of a field; forms keep beside it what was chosen or ticked. */
function field({ story }: Paragraph, attributes: Attributes, add: (text: string) => void): Scope {
  add(story.fields.mark(attributes['w:fldCharType']));
  const entries: string[] = [];
  let chosen = 0;
  let ticked: boolean | undefined;
  const form: Scope = {
    open(name, { 'w:val': value = '' }) {
      if (name === 'w:listEntry') entries.push(value);
      if (name === 'w:result') chosen = Number.parseInt(value, 10) || 0;
      if (name === 'w:checkBox') ticked = false;
      if (name === 'w:checked' || (name === 'w:default' && ticked === false))
        ticked = !/^(?:0|false)$/.test(value);
      return form;
    },
    close() {
      const choice = ticked === undefined ? entries[chosen] : ticked ? '☑' : '☐';
      if (choice !== undefined) story.fields.choose(choice);
    },
  };
  return form;
}

/** Square and cubic metres are set with raised digits. */
function squared(text: string, { raised }: Face, paragraph: Paragraph): string {
  return raised && /^[23]$/.test(text) && /[mM米]$/.test(paragraph.ends) ? (text === '2' ? '²' : '³') : text;
}
