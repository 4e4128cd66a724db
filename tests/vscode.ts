/** As much of VS Code as an extension for a language needs, noting what it is told. */
export interface Document {
  uri: { toString(): string };
  fileName: string;
  languageId: string;
  version: number;
  getText(): string;
}

type Made = Record<string, unknown>;
type Provider = Record<string, (...given: unknown[]) => Promise<unknown>>;
const disposable = { dispose() {} };

/** A class that keeps what it was made of under these names. */
const keeping = (...names: string[]) =>
  class {
    constructor(...given: unknown[]) {
      for (const [index, name] of names.entries()) Object.assign(this, { [name]: given[index] });
    }
  };

export class StandIn {
  readonly providers = new Map<string, Provider>();
  readonly commands_ = new Map<string, () => unknown>();
  readonly diagnostics = new Map<string, Made[]>();
  readonly said: string[] = [];
  readonly panels: { title: string; html: string; close(): void }[] = [];
  readonly opened: ((document: Document) => void)[] = [];
  readonly changed: ((event: { document: Document }) => void)[] = [];

  /** What an extension gets as `vscode`. */
  api(settings: Record<string, unknown>, document: () => Document | undefined): Made {
    const { providers, commands_, diagnostics, said, panels, opened, changed } = this;
    const say = (message: string) => void said.push(message);
    const on = (listeners: unknown[]) => (listener: unknown) => {
      listeners.push(listener);
      return disposable;
    };
    const none = () => disposable;
    const parse = (text: string) => ({ toString: () => text });
    const languages = new Proxy<Made>(
      {
        createDiagnosticCollection: () => ({
          ...disposable,
          clear: () => diagnostics.clear(),
          set: (uri: object, found: Made[]) => diagnostics.set(String(uri), found),
        }),
      },
      {
        get: (own, name: string) =>
          own[name] ??
          ((_: unknown, provider: Provider) => {
            providers.set(name.replace(/^register|(?:Edit)?Provider$/g, ''), provider);
            return disposable;
          }),
      },
    );
    const kind = (value: string) => ({
      value,
      append: (more: string) => kind(value ? `${value}.${more}` : more),
    });
    return {
      languages,
      workspace: {
        textDocuments: [],
        workspaceFolders: undefined,
        getConfiguration: (section: string) => ({ get: (name: string) => settings[`${section}.${name}`] }),
        createFileSystemWatcher: () => ({
          ...disposable,
          onDidChange: none,
          onDidCreate: none,
          onDidDelete: none,
        }),
        onDidOpenTextDocument: on(opened),
        onDidChangeTextDocument: on(changed),
        onDidSaveTextDocument: none,
        onDidCloseTextDocument: none,
        onDidChangeConfiguration: none,
      },
      commands: {
        registerCommand: (name: string, run: () => unknown) => {
          commands_.set(name, run);
          return disposable;
        },
      },
      window: {
        get activeTextEditor() {
          return document() && { document: document() };
        },
        showErrorMessage: say,
        showInformationMessage: say,
        createWebviewPanel: (_: string, title: string) => {
          let closed = () => {};
          const panel = { title, html: '', close: () => closed() };
          panels.push(panel);
          const onDidDispose = (then: () => void) => {
            closed = then;
          };
          return { webview: panel, onDidDispose, reveal: () => {} };
        },
      },
      Uri: { parse },
      ViewColumn: { Beside: -2 },
      CodeActionKind: { Empty: kind('') },
      TextEdit: { replace: (range: unknown, newText: string) => ({ range, newText }) },
      WorkspaceEdit: class {
        readonly changes: Made = {};
        set(uri: object, edits: unknown) {
          this.changes[String(uri)] = edits;
        }
      },
      Range: keeping('line', 'character', 'endLine', 'endCharacter'),
      Location: keeping('uri', 'range'),
      Diagnostic: keeping('range', 'message', 'severity'),
      DiagnosticRelatedInformation: keeping('location', 'message'),
      CompletionItem: keeping('label', 'kind'),
      SnippetString: keeping('value'),
      DocumentSymbol: keeping('name', 'detail', 'kind', 'range', 'selectionRange'),
      CodeAction: keeping('title', 'kind'),
      Hover: keeping('contents', 'range'),
      MarkdownString: keeping('value'),
    };
  }
}
