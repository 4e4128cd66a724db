import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentUnit } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, Transaction } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Rewrite } from '../../../text/patchwork.ts';
import type { Engine } from '../engine.ts';
import { help } from './help.ts';
import { editorLook } from './look.ts';
import { phrases } from './phrases.ts';

interface Told {
  /** The text is another one. */
  changed(text: string): void;
  /** Someone has gone to another place. */
  moved(at: number): void;
  /** What is pasted, where it is more than words. */
  pasted(data: DataTransfer): boolean;
  variables(): readonly string[];
}

/** The text of a plan, being written. */
export class Editor {
  readonly view: EditorView;
  readonly #extensions;

  constructor(parent: Element, engine: Engine, told: Told) {
    this.#extensions = [
      lineNumbers(),
      foldGutter(),
      codeFolding({ placeholderText: '……' }),
      history(),
      drawSelection(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      bracketMatching(),
      closeBrackets(),
      highlightSelectionMatches(),
      indentUnit.of('  '),
      EditorState.tabSize.of(2),
      EditorState.phrases.of(phrases),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': '计划', spellcheck: 'false' }),
      yaml(),
      help(engine, told.variables),
      editorLook,
      keymap.of([
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...defaultKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...foldKeymap,
        ...lintKeymap,
        indentWithTab,
      ]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) told.changed(this.text);
        if (update.selectionSet && !update.docChanged) told.moved(update.state.selection.main.head);
      }),
      EditorView.domEventHandlers({
        paste: (event) => {
          const isTaken = event.clipboardData !== null && told.pasted(event.clipboardData);
          if (isTaken) event.preventDefault();
          return isTaken;
        },
      }),
    ];
    this.view = new EditorView({ parent, state: this.#state('') });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** An input method is at work: what it writes isn't text yet. */
  get isComposing(): boolean {
    return this.view.composing;
  }

  /** Opens another text; nothing of the one before can be undone in it. */
  open(text: string): void {
    this.view.setState(this.#state(text));
  }

  /** Becomes another text by changing what differs, so that the place and the folds stay. */
  become(text: string): void {
    const before = this.text;
    let from = 0;
    while (from < before.length && from < text.length && before[from] === text[from]) from++;
    let [end, stop] = [before.length, text.length];
    while (end > from && stop > from && before[end - 1] === text[stop - 1]) {
      end--;
      stop--;
    }
    this.view.dispatch({ changes: { from, to: end, insert: text.slice(from, stop) } });
  }

  /** Changes stretches of the text and nothing else, as one step that can be undone. */
  change(rewrites: readonly Rewrite[]): void {
    const changes = this.view.state.changes(
      rewrites.map(({ start, end, text }) => ({ from: start, to: end, insert: text })),
    );
    // A cursor in what goes stands behind what comes.
    const { anchor, head } = this.view.state.selection.main;
    const selection = { anchor: changes.mapPos(anchor, 1), head: changes.mapPos(head, 1) };
    this.view.dispatch({ changes, selection, annotations: Transaction.userEvent.of('input.fix') });
  }

  /** What is chosen; nothing is where the cursor stands. */
  get chosen(): { from: number; to: number } {
    return this.view.state.selection.main;
  }

  /** Shows a place and goes there. */
  go(start: number, end = start): void {
    const most = this.view.state.doc.length;
    const [anchor, head] = [Math.min(start, most), Math.min(end, most)];
    this.view.dispatch({
      selection: { anchor, head },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    });
    this.view.focus();
  }

  #state(doc: string): EditorState {
    return EditorState.create({ doc, extensions: this.#extensions });
  }
}
