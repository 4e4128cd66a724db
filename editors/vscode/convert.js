const vscode = require('vscode');

/** What the protocol says, in the words of VS Code. */
const range = ({ start, end }) => new vscode.Range(start.line, start.character, end.line, end.character);

const place = ({ uri, range: at }) => new vscode.Location(vscode.Uri.parse(uri), range(at));

const edits = (changes) =>
  changes.map(({ range: at, newText }) => vscode.TextEdit.replace(range(at), newText));

function workspaceEdit({ changes }) {
  const edit = new vscode.WorkspaceEdit();
  for (const [uri, all] of Object.entries(changes)) edit.set(vscode.Uri.parse(uri), edits(all));
  return edit;
}

function diagnostic({ range: at, message, severity, code, source, relatedInformation }) {
  // The protocol counts from one, VS Code from zero.
  const made = new vscode.Diagnostic(range(at), message, severity - 1);
  const related = (relatedInformation ?? []).map(
    (other) => new vscode.DiagnosticRelatedInformation(place(other.location), other.message),
  );
  return Object.assign(made, { code, source, relatedInformation: related });
}

function completion({ label, kind, detail, sortText, filterText, textEdit }) {
  const item = new vscode.CompletionItem(label, kind - 1);
  const insertText = new vscode.SnippetString(textEdit.newText);
  return Object.assign(item, { detail, sortText, filterText, insertText, range: range(textEdit.range) });
}

function symbol({ name, kind, range: whole, selectionRange, children }) {
  const made = new vscode.DocumentSymbol(name, '', kind - 1, range(whole), range(selectionRange));
  made.children = children.map(symbol);
  return made;
}

function action({ title, kind, isPreferred, edit }) {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.Empty.append(kind));
  return Object.assign(made, { isPreferred, edit: workspaceEdit(edit) });
}

function hover({ contents, range: at }) {
  return new vscode.Hover(new vscode.MarkdownString(contents.value), range(at));
}

module.exports = { action, completion, diagnostic, edits, hover, place, range, symbol, workspaceEdit };
