/** What a Markdown page shows in a block of its own. */
export interface Block {
  line: number;
  language: string;
  /** What stands behind the language: what the block is to a reader who tries the page. */
  info: string;
  text: string;
}

export function blocksOf(page: string): Block[] {
  return [...page.matchAll(/^( *)```(\w*)(?: ([^\n]*))?\n(.*?)^\1```$/gms)].map((found) => {
    const [, indent = '', language = '', info = '', text = ''] = found;
    const line = page.slice(0, found.index).split('\n').length;
    return { line, language, info, text: text.replace(new RegExp(`^${indent}`, 'gm'), '') };
  });
}

/** Commands that stand within sentences. */
export function inlineOf(page: string): string[] {
  const prose = page.replace(/^( *)```.*?^\1```$/gms, '');
  return [...prose.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map(([, code = '']) => code.replaceAll('\\|', '|'));
}

/** The commands of a block as words, without notes; a shell goes on to the next line behind a backslash. */
export function commandsOf(text: string): string[][] {
  return text
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .flatMap((line) => wordsOf(line));
}

function wordsOf(line: string): string[][] {
  const commands: string[][] = [[]];
  for (const [, quoted, double, bare, , comment] of line.matchAll(
    /'([^']*)'|"([^"]*)"|((?:[^\s'"#]|(?<=\S)#)+)|(\s+)|(#.*)/g,
  )) {
    if (comment !== undefined) break;
    const word = quoted ?? double ?? bare;
    if (word === '&&') commands.push([]);
    else if (word !== undefined) commands.at(-1)?.push(word);
  }
  return commands.filter((words) => words.length > 0);
}

/** Where links and pictures of a page lead. */
export function linksOf(page: string): string[] {
  const prose = page.replace(/^( *)```.*?^\1```$/gms, '').replace(/(?<!`)`[^`\n]+`(?!`)/g, '');
  return [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].map(([, target = '']) => target);
}

/** What a page can be linked to by, behind #. */
export function anchorsOf(page: string): string[] {
  const headings = page.replace(/^( *)```.*?^\1```$/gms, '').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, text = '']) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
