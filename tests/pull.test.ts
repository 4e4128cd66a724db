import { expect, test } from 'vitest';
import { testCases } from './cases.ts';
import type { EditedDocument } from './edited-document.ts';
import { pullOf } from './pulled.ts';

/*
 * A plan, a line `~~~`, what somebody does to its document, a line each: `甲 => 乙` puts 乙 in the place of 甲, `甲 ==> 乙`
 * at every place, `- 甲` takes the paragraph with 甲 out, `+ 甲 | 乙` puts a paragraph 乙 behind it, `/ 甲` parts it in front
 * of 甲; `| 甲 => 乙 | 丙` puts a row behind that of 甲, and `-| 甲` takes its row out. What must come of it: what is told,
 * a line `~~~`, the plan.
 */
testCases('pull/words.txt', (given) => told(given));
testCases('pull/rows.txt', (given) => told(given));

async function told(given: string): Promise<string> {
  const [source = '', edits = ''] = given.split('\n~~~\n');
  const {
    changes,
    source: after,
    isExact,
  } = await pullOf(`${source}\n`, (document) => {
    for (const line of edits.split('\n')) edit(document, line);
  });
  const lines = changes.map(({ kind, taken, why, follows = [] }) =>
    [
      `${taken ? '收回' : '没有收回'} ${kind}${why ? `：${why}` : ''}`,
      ...follows.map((text) => `  也跟着改：${text}`),
    ].join('\n'),
  );
  return [...lines, `${isExact ? '一样' : '不一样'}`, '~~~', after.trimEnd()].join('\n');
}

function edit(document: EditedDocument, line: string): void {
  const at = (words: string) => {
    const found = document.texts.findIndex((text) => text.includes(words));
    if (found < 0) throw new Error(`no ${words}`);
    return found;
  };
  const replace = (place: number, words: string, text: string) => {
    const from = document.texts[place]?.indexOf(words) ?? 0;
    document.replace(place, from, from + words.length, text);
  };
  const row = (words: string) => document.places(true).find((each) => document.texts[each] === words) ?? -1;
  if (line.startsWith('-| ')) {
    document.removeRow(row(line.slice(3)));
    return;
  }
  if (line.startsWith('| ')) {
    const [beside = '', cells = ''] = line.slice(2).split(' => ');
    document.addRow(row(beside), cells.split(' | '));
    return;
  }
  const [, everywhere, words = '', text = ''] = /^()(.*?) =(?:=)?> ?(.*)$/.exec(line) ?? [];
  if (everywhere !== undefined) {
    const places = document.texts.flatMap((each, place) => (each.includes(words) ? [place] : []));
    for (const place of line.includes(' ==> ') ? places : [at(words)]) replace(place, words, text);
    return;
  }
  const [first = '', second = ''] = line.slice(2).split(' | ');
  const place = at(first);
  if (line.startsWith('- ')) document.remove(place);
  else if (line.startsWith('+ ')) document.insert(place, second);
  else if (line.startsWith('/ ')) document.split(place, document.texts[place]?.indexOf(first) ?? 0);
  else throw new Error(line);
}

test('what is given to a document and not in its plan is told, not written', async () => {
  const source = '标题: 平安{{村名}}工作要点\n导语: |\n  {{村名}}有十个组。\n';
  const { changes, source: after } = await pullOf(
    source,
    (document) => {
      document.texts.forEach((text, at) => {
        const from = text.indexOf('柳溪村');
        if (from >= 0) document.replace(at, from, from + 3, '东山村');
      });
    },
    { 村名: '柳溪村' },
  );
  expect(after).toBe(source);
  expect(changes.map(({ kind, taken }) => [kind, taken])).toEqual([
    ['variable', false],
    ['variable', false],
  ]);
});
