import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** How a plan looks while it is written: keys stand out, the rest is text. Colours are those of the page. */
export const editorLook = [
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.definition(tags.propertyName), color: 'var(--key)', fontWeight: '600' },
      { tag: tags.propertyName, color: 'var(--key)', fontWeight: '600' },
      { tag: tags.comment, color: 'var(--faint)', fontStyle: 'italic' },
      { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--faint)' },
      { tag: [tags.string, tags.content], color: 'var(--ink)' },
    ]),
  ),
  EditorView.theme({
    '&': { height: '100%', fontSize: '15px', backgroundColor: 'var(--paper)', color: 'var(--ink)' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--writing)', lineHeight: '1.75' },
    '.cm-content': { padding: '12px 0 40vh', caretColor: 'var(--ink)' },
    '.cm-line': { padding: '0 16px 0 8px' },
    '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--faint)' },
    '.cm-activeLine': { backgroundColor: 'var(--line)' },
    '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
    '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
    '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
      background: 'var(--chosen) !important',
    },
    '.cm-foldPlaceholder': {
      background: 'var(--line)',
      border: 'none',
      color: 'var(--soft)',
      padding: '0 6px',
    },
    '.cm-tooltip': {
      background: 'var(--paper)',
      color: 'var(--ink)',
      border: '1px solid var(--rule)',
      borderRadius: '6px',
      boxShadow: '0 6px 24px rgb(0 0 0 / .16)',
      overflow: 'hidden',
    },
    '.cm-tooltip-autocomplete ul': { fontFamily: 'var(--face)', maxHeight: '18em' },
    '.cm-tooltip-autocomplete ul li': { padding: '4px 10px' },
    '.cm-tooltip-autocomplete ul li[aria-selected]': {
      background: 'var(--accent)',
      color: 'var(--on-accent)',
    },
    '.cm-completionDetail': { fontStyle: 'normal', color: 'var(--faint)', marginLeft: '1em' },
    'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
    '.cm-completionInfo': { padding: '8px 12px', maxWidth: '22em', lineHeight: '1.6' },
    '.cm-diagnostic': { padding: '8px 12px', borderLeftWidth: '4px', maxWidth: '30em', lineHeight: '1.6' },
    '.cm-diagnostic-error': { borderLeftColor: 'var(--wrong)' },
    '.cm-diagnostic-warning': { borderLeftColor: 'var(--doubt)' },
    '.cm-diagnostic-info': { borderLeftColor: 'var(--hint)' },
    '.cm-diagnosticAction': {
      background: 'var(--accent)',
      color: 'var(--on-accent)',
      borderRadius: '4px',
      padding: '3px 12px',
      margin: '6px 8px 0 0',
      display: 'inline-block',
    },
    '.cm-lintRange-error': {
      backgroundImage: 'none',
      textDecoration: 'underline wavy var(--wrong) 1.5px',
      textUnderlineOffset: '4px',
    },
    '.cm-lintRange-warning': {
      backgroundImage: 'none',
      textDecoration: 'underline wavy var(--doubt) 1.5px',
      textUnderlineOffset: '4px',
    },
    '.cm-lintRange-info': {
      backgroundImage: 'none',
      textDecoration: 'underline dotted var(--hint) 1.5px',
      textUnderlineOffset: '4px',
    },
    '.cm-panels': { background: 'var(--shell)', color: 'var(--ink)', borderColor: 'var(--rule)' },
    '.cm-textfield': { background: 'var(--paper)', color: 'var(--ink)', border: '1px solid var(--rule)' },
    '.cm-button': {
      background: 'var(--paper)',
      color: 'var(--ink)',
      border: '1px solid var(--rule)',
      borderRadius: '4px',
    },
    '.cm-explained': { padding: '8px 12px', maxWidth: '26em', lineHeight: '1.6' },
    '.cm-explained b': { display: 'block' },
  }),
];
