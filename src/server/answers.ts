import { fixes, fixKinds, tidied } from './fixes.ts';
import { definition, references, renamable, renamed } from './naming.ts';
import type { OpenTexts } from './open-texts.ts';
import { outline } from './outline.ts';
import { pages } from './pages.ts';
import type { Position, Range } from './positions.ts';
import { completion, hover } from './typing.ts';

/** What the server can do, as it says at the beginning. */
export const capabilities = {
  positionEncoding: 'utf-16',
  // Whole texts: a plan is small, and there is nothing to get out of step.
  textDocumentSync: { openClose: true, change: 1, save: true },
  completionProvider: { triggerCharacters: [' ', ':', '：', '{', '-'] },
  hoverProvider: true,
  documentSymbolProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  codeActionProvider: { codeActionKinds: fixKinds },
  documentFormattingProvider: true,
} as const;

/** What questions about a text bring along. */
export interface Asked {
  textDocument: { uri: string };
  position: Position;
  range: Range;
  newName: string;
  context?: { only?: readonly string[]; includeDeclaration?: boolean };
}

interface Around {
  texts: OpenTexts;
  /** Whether the editor knows where typing goes on. */
  snippets: boolean;
}

type Answer = (asked: Asked, around: Around) => unknown;

/** The questions about texts, each with its answer; nothing is known of a text that isn't open. */
export const answers: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  [
    'textDocument/completion',
    ({ textDocument: { uri }, position }, { texts, snippets }) => {
      const text = texts.text(uri);
      return text ? completion(text, position, texts.variables(uri), snippets) : null;
    },
  ],
  ['textDocument/hover', ofText((text, { position }) => hover(text, position))],
  ['textDocument/definition', ofText((text, { position }) => definition(text, position))],
  [
    'textDocument/references',
    ofText((text, { position, context }) => references(text, position, context?.includeDeclaration ?? false)),
  ],
  ['textDocument/prepareRename', ofText((text, { position }) => renamable(text, position))],
  ['textDocument/rename', ofText((text, { position, newName }) => renamed(text, position, newName))],
  ['textDocument/documentSymbol', ofLook(outline)],
  ['textDocument/codeAction', ofLook((look, { range, context }) => fixes(look, range, context?.only))],
  ['textDocument/formatting', ofLook(tidied)],
  // Of our own: what is shown beside the text.
  ['pingan/pages', ofLook(pages)],
]);

type Open<K extends 'text' | 'look'> = NonNullable<Awaited<ReturnType<OpenTexts[K]>>>;

function ofText(answer: (text: Open<'text'>, asked: Asked) => unknown): Answer {
  return (asked, { texts }) => {
    const text = texts.text(asked.textDocument.uri);
    return text ? answer(text, asked) : null;
  };
}

function ofLook(answer: (look: Open<'look'>, asked: Asked) => unknown): Answer {
  return async (asked, { texts }) => {
    const look = await texts.look(asked.textDocument.uri);
    return look ? answer(look, asked) : null;
  };
}
