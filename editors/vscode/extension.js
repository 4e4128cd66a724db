const vscode = require('vscode');
const { Client } = require('./client.js');
const to = require('./convert.js');
const { Pages } = require('./pages.js');

const selector = [{ language: 'yaml' }];
const isPlan = ({ languageId }) => languageId === 'yaml';
const about = ({ uri }) => ({ textDocument: { uri: uri.toString() } });

let client;
let found;
/** The pages that are shown, by the addresses of their plans. */
const shown = new Map();

function activate(context) {
  found = vscode.languages.createDiagnosticCollection('pingan');
  const { commands, workspace } = vscode;
  const outside = workspace.createFileSystemWatcher('**/{pingan.config.{yaml,yml},模板/**}');
  const changed = () => client?.tell('workspace/didChangeWatchedFiles', { changes: [] });
  context.subscriptions.push(
    found,
    outside,
    outside.onDidChange(changed),
    outside.onDidCreate(changed),
    outside.onDidDelete(changed),
    commands.registerCommand('pingan.restart', restart),
    commands.registerCommand('pingan.pages', showPages),
    workspace.onDidOpenTextDocument(open),
    workspace.onDidChangeTextDocument(({ document }) => change(document)),
    workspace.onDidSaveTextDocument(
      (document) => isPlan(document) && client?.tell('textDocument/didSave', about(document)),
    ),
    workspace.onDidCloseTextDocument(
      (document) => isPlan(document) && client?.tell('textDocument/didClose', about(document)),
    ),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('pingan') && restart()),
    ...providers(),
  );
  return restart();
}

async function restart() {
  await client?.end();
  found.clear();
  const command = vscode.workspace.getConfiguration('pingan').get('command');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const mine = new Client(command, folder, hear, (why) => {
    if (client !== mine) return;
    client = undefined;
    if (why !== '') vscode.window.showErrorMessage(`平安没有启动：${why} 看设置 pingan.command 写得对不对。`);
  });
  client = mine;
  const snippets = { completionItem: { snippetSupport: true } };
  const about = { processId: process.pid, capabilities: { textDocument: { completion: snippets } } };
  const hasBegun = await mine.ask('initialize', about).then(
    () => true,
    () => false,
  );
  if (!hasBegun) return;
  mine.tell('initialized', {});
  for (const document of vscode.workspace.textDocuments) open(document);
}

function hear(method, params) {
  if (method === 'window/logMessage') console.error(params.message);
  if (method !== 'textDocument/publishDiagnostics') return;
  found.set(vscode.Uri.parse(params.uri), params.diagnostics.map(to.diagnostic));
  // A server that has ended is told once, by itself.
  shown
    .get(params.uri)
    ?.refresh()
    .catch(() => {});
}

function open(document) {
  if (!isPlan(document)) return;
  const { languageId, version } = document;
  const uri = document.uri.toString();
  client?.tell('textDocument/didOpen', {
    textDocument: { uri, languageId, version, text: document.getText() },
  });
}

function change(document) {
  if (!isPlan(document)) return;
  const textDocument = { uri: document.uri.toString(), version: document.version };
  client?.tell('textDocument/didChange', { textDocument, contentChanges: [{ text: document.getText() }] });
}

async function showPages() {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !isPlan(document))
    return vscode.window.showInformationMessage('先打开一份计划。');
  const uri = document.uri.toString();
  if (!shown.has(uri)) shown.set(uri, new Pages(document, ask, () => shown.delete(uri)));
  shown.get(uri).reveal();
  await shown.get(uri).refresh();
}

async function ask(method, params) {
  return (await client?.ask(method, params)) ?? undefined;
}

function providers() {
  const { languages } = vscode;
  const at = (document, position, more) => ({ ...about(document), position, ...more });
  const asked = (question, params) => ask(`textDocument/${question}`, params);
  return [
    languages.registerCompletionItemProvider(
      selector,
      {
        async provideCompletionItems(document, position) {
          return (await asked('completion', at(document, position)))?.items.map(to.completion);
        },
      },
      ...[' ', ':', '：', '{', '-'],
    ),
    languages.registerHoverProvider(selector, {
      async provideHover(document, position) {
        const hover = await asked('hover', at(document, position));
        return hover && to.hover(hover);
      },
    }),
    languages.registerDocumentSymbolProvider(
      selector,
      {
        async provideDocumentSymbols(document) {
          return (await asked('documentSymbol', about(document)))?.map(to.symbol);
        },
      },
      { label: '平安' },
    ),
    languages.registerDefinitionProvider(selector, {
      async provideDefinition(document, position) {
        const found = await asked('definition', at(document, position));
        return found && to.place(found);
      },
    }),
    languages.registerReferenceProvider(selector, {
      async provideReferences(document, position, context) {
        return (await asked('references', at(document, position, { context })))?.map(to.place);
      },
    }),
    languages.registerRenameProvider(selector, {
      async prepareRename(document, position) {
        const { range, placeholder } = await asked('prepareRename', at(document, position));
        return { range: to.range(range), placeholder };
      },
      async provideRenameEdits(document, position, newName) {
        return to.workspaceEdit(await asked('rename', at(document, position, { newName })));
      },
    }),
    languages.registerDocumentFormattingEditProvider(selector, {
      async provideDocumentFormattingEdits(document) {
        return to.edits((await asked('formatting', about(document))) ?? []);
      },
    }),
    languages.registerCodeActionsProvider(
      selector,
      {
        async provideCodeActions(document, range, { only }) {
          const context = { diagnostics: [], ...(only && { only: [only.value] }) };
          return (await asked('codeAction', { ...about(document), range, context }))?.map(to.action);
        },
      },
      {
        providedCodeActionKinds: ['quickfix', 'source.fixAll.pingan'].map((kind) =>
          vscode.CodeActionKind.Empty.append(kind),
        ),
      },
    ),
  ];
}

async function deactivate() {
  await client?.end();
}

module.exports = { activate, deactivate };
