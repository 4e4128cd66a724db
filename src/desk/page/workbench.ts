import type { Problem } from '../../schema/problem.ts';
import type { Look, Text } from '../worker/look.ts';
import type { Printing } from '../worker/printing.ts';
import { Bar } from './bar.ts';
import { BatchPanel } from './batch/panel.ts';
import { h, inTurn, later } from './dom.ts';
import { Editor } from './editor/editor.ts';
import { showFindings } from './editor/findings.ts';
import { type Engine, Refused } from './engine.ts';
import type { Files, FileText } from './files.ts';
import { FindingsList } from './findings-list.ts';
import { FormPanel } from './form/panel.ts';
import { handOut } from './hand-out.ts';
import { KeptFile } from './kept-file.ts';
import { notice } from './notice.ts';
import { Outline } from './outline.ts';
import { PagesView } from './pages.ts';
import { printing } from './paper.ts';
import { pastedAsPlan } from './paste.ts';
import { PullPanel } from './pull/panel.ts';

/** Milliseconds between the last key and the look at what was typed: as long as it took to show the last one, within bounds. */
const pauses = { least: 10, most: 250 };
/** Between the last key and the keeping of it. */
const keepPause = 400;

/** A plan on the desk: its text, its pages, and what was found in it. */
export class Workbench {
  readonly element: HTMLElement;
  readonly editor: Editor;
  readonly pages: PagesView;
  readonly bar: Bar;
  readonly batch: BatchPanel;
  readonly form: FormPanel;
  readonly pull: PullPanel;
  readonly #engine: Engine;
  readonly #kept: KeptFile;
  readonly #outline: Outline;
  readonly #findings: FindingsList;
  readonly #lookInTurn = inTurn(() => this.#look());
  #giveUp = () => {};
  #seen: Look | undefined;
  #printing: Printing | undefined;
  #pause = pauses.least;
  #shown: 'text' | 'form' | 'batch' | 'pull' = 'text';
  #given: Text['given'];

  constructor(engine: Engine, files: Files, leave: () => void, take: (files: readonly File[]) => void) {
    this.#engine = engine;
    this.pages = new PagesView((block, offset) => void this.#toSource(block, offset));
    this.#outline = new Outline((block) => void this.#toSource(block, 0));
    this.#findings = new FindingsList(
      (problem) => this.editor.go(problem.start, problem.end),
      (problem) => void this.#mend(problem),
    );
    const writing = h('section.writing', { 'aria-label': '写' });
    const look = later(
      () => this.#pause,
      () => void this.look(),
    );
    const keep = later(
      () => keepPause,
      () => void this.keep(),
    );
    this.editor = new Editor(writing, engine, {
      changed: () => {
        this.bar.unkept();
        look();
        keep();
      },
      moved: later(
        () => 250,
        () => void this.#toPages(),
      ),
      pasted: (data) => pastedAsPlan(data, this, engine),
      variables: () => [...(this.#seen?.variables ?? []), ...Object.keys(this.#given ?? {})],
    });
    this.bar = new Bar(this, engine, leave);
    this.#kept = new KeptFile(files, this);
    this.batch = new BatchPanel(this, engine, files.folder);
    this.form = new FormPanel(this, engine);
    this.pull = new PullPanel(this, engine, take);
    this.bar.form.addEventListener('click', () => this.show(this.#shown === 'form' ? 'text' : 'form'));
    this.bar.pull.addEventListener('click', () => this.pull.choose());
    this.bar.batch.addEventListener('click', () => this.show(this.#shown === 'batch' ? 'text' : 'batch'));
    printing(() => (this.element.isConnected ? this.pages.shown : undefined));
    addEventListener('keydown', (event) => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || !this.element.isConnected) return;
      event.preventDefault();
      void this.#store();
    });
    writing.addEventListener('compositionend', look);
    this.element = h(
      'div.bench',
      {},
      this.bar.element,
      h(
        'div.columns',
        {},
        this.#outline.element,
        h('div.middle', {}, writing, this.form.element, this.#findings.element),
        this.batch.element,
        this.pull.element,
        this.pages.element,
      ),
    );
  }

  /** The text as it is now, with the row that is being looked at. */
  get text(): Text {
    return { name: this.name, source: this.editor.text, given: this.#given };
  }

  get name(): string {
    return this.#kept.name;
  }

  get title(): string {
    return this.#printing?.title ?? this.name.replace(/\.ya?ml$/, '');
  }

  async open(file: FileText): Promise<void> {
    this.#given = undefined;
    this.#seen = undefined;
    this.#printing = undefined;
    if (this.#shown === 'pull') this.show('text');
    this.editor.open(file.text);
    this.#kept.open(file);
    await this.look();
  }

  /** What stands beside the pages: the text, or the table that documents are made of; or what was changed, beside the text. */
  show(what: 'text' | 'form' | 'batch' | 'pull'): void {
    this.#shown = what;
    this.element.dataset['shown'] = what;
    this.bar.batch.setAttribute('aria-pressed', String(what === 'batch'));
    this.bar.form.setAttribute('aria-pressed', String(what === 'form'));
    if (what === 'form') void this.form.show();
    if (what === 'batch') void this.batch.look();
    else if (this.#given && what !== 'pull') void this.given(undefined);
  }

  /** Looks at a row of a table as the document would be. */
  async given(values: Text['given']): Promise<void> {
    this.#given = values;
    await this.look();
  }

  /** Has the engine look at the text as it is; what is still being checked of an older one is given up. */
  look(): Promise<void> {
    this.#giveUp();
    return this.#lookInTurn();
  }

  /** What is said of an older text is left aside. */
  async #look(): Promise<void> {
    if (this.editor.isComposing) return;
    const { text } = this;
    let isGivenUp = false;
    const isOther = () => this.editor.text !== text.source || this.#given !== text.given;
    const isOld = () => isGivenUp || this.editor.isComposing || isOther();
    const { answer, stop } = this.#engine.start('look', [text], (printing) => {
      if (!this.editor.isComposing) this.#print(printing);
    });
    this.#giveUp = () => {
      isGivenUp = true;
      stop();
    };
    const seen = await answer.catch(notice);
    if (!seen || isOld()) return;
    if (this.#shown === 'form') void this.form.show();
    this.#seen = seen;
    const problems = seen.findings.map(({ problem }) => problem);
    if (!seen.isPrinted) this.pages.keep(problems[0]?.message);
    showFindings(this.editor.view, problems, (problem) => void this.#mend(problem));
    this.#findings.show(problems, this.editor.view.state.doc);
    this.pages.mark(seen.findings);
  }

  #print(printing: Printing): void {
    const begun = performance.now();
    this.#printing = printing;
    this.pages.show(printing);
    this.#outline.show(printing.outline);
    this.bar.counted(printing.characters);
    this.#pause = Math.min(pauses.most, Math.max(pauses.least, performance.now() - begun));
  }

  keep(): Promise<void> {
    return this.#kept.keep();
  }

  rename(name: string): Promise<void> {
    return this.#kept.rename(name);
  }

  /** Ctrl+S: where the browser can't write to the disk, the plan comes among the downloads. */
  async #store(): Promise<void> {
    try {
      if (!(await this.#kept.store())) await handOut('plan', this, this.#engine);
    } catch (thrown) {
      notice(thrown);
    }
  }

  async #mend(problem: Problem): Promise<void> {
    const before = this.editor.text;
    const rewrites = await this.#engine.ask(
      'mend',
      before,
      problem,
      (this.#seen?.findings ?? []).map((each) => each.problem),
    );
    if (this.editor.text !== before) return;
    if (rewrites.length === 0) notice(new Refused('这一处要自己改：自动改会动到别的地方。'));
    this.editor.change(rewrites);
  }

  async #toSource(block: number, offset: number): Promise<void> {
    const at = await this.#engine.ask('source', this.text, block, offset);
    if (at !== undefined) this.editor.go(at);
  }

  async #toPages(): Promise<void> {
    const { from, to } = this.editor.view.state.doc.lineAt(this.editor.view.state.selection.main.head);
    const printed = from < to ? await this.#engine.ask('printed', this.text, from, to) : undefined;
    if (printed) this.pages.reveal(printed);
  }
}
