import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { rememberedIn } from '../src/reading/word/remembered.ts';
import { EditedDocument } from './edited-document.ts';
import { madeOf, pulledFrom } from './pulled.ts';

const plan = `标题: 平安村2026年工作要点
单位: 平安村村民委员会
日期: 2026-03-05
正文:
  - 抓好排查:
      - 每月走访一次，逐户登记。
      - 发现纠纷立即调处。
  - 抓好宣传: |
      用广播讲清政策。

      用宣传栏公布名单。
`;
let copy: Uint8Array;
beforeAll(async () => {
  copy = await madeOf(plan, {}, true);
});

const paragraph = /<w:p(?: [^>]*)?>(?:(?!<w:p[ >]|<\/w:p>)[\s\S])*<\/w:p>/g;

/** The XML of the document with its paragraphs changed. */
function edited(change: (paragraphs: string[]) => string[]): Uint8Array {
  const files = unzipSync(copy);
  const xml = strFromU8(files['word/document.xml'] as Uint8Array);
  const [first = ''] = xml.match(paragraph) ?? [];
  const body = xml.slice(xml.indexOf(first));
  const all = body.match(paragraph) ?? [];
  const rest = body.slice(body.lastIndexOf('</w:p>') + '</w:p>'.length);
  const text = xml.slice(0, xml.indexOf(first)) + change(all).join('') + rest;
  return zipSync({ ...files, 'word/document.xml': strToU8(text) });
}

/** A paragraph as LibreOffice copies it: its marks have names of their own. */
const copied = (xml: string) =>
  xml.replace(/(w:id=")1(\d+")/g, '$12$2').replace(/w:name="(_pa\w+)"/g, 'w:name="$1_Copy_1"');
const placeOf = (all: readonly string[], words: string) => all.findIndex((xml) => xml.includes(words));

describe('a paragraph that was copied in LibreOffice', () => {
  test('is a new one behind the place where it was put, and the first one stays', async () => {
    const bytes = edited((all) => {
      const at = placeOf(all, '逐户登记');
      const again = copied(all[at] ?? '').replace('逐户登记', '逐户登记、逐户见面');
      return all.toSpliced(placeOf(all, '立即调处') + 1, 0, again);
    });
    const { source, isExact } = await pulledFrom(plan, copy, bytes);
    expect(isExact).toBe(true);
    expect(source).toBe(
      plan.replace('立即调处。\n', '立即调处。\n      - 每月走访一次，逐户登记、逐户见面。\n'),
    );
  });

  test('is the first one where that is gone: it was moved, however its words were changed', async () => {
    const bytes = edited((all) => {
      const at = placeOf(all, '逐户登记');
      const again = copied(all[at] ?? '').replace('每月走访一次，逐户登记', '登记每月一次');
      return all.toSpliced(placeOf(all, '立即调处') + 1, 0, again).toSpliced(at, 1);
    });
    const { source, isExact, changes, matched } = await pulledFrom(plan, copy, bytes);
    expect(isExact).toBe(true);
    expect(matched.by.mark).toBeGreaterThan(0);
    expect(changes.map(({ kind }) => kind)).not.toContain('new');
    expect(source).toContain('- 发现纠纷立即调处。\n      - 登记每月一次。\n');
  });
});

/** What a library makes of a file that it opens and saves: other quotes, other names of parts. */
function saved(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const { 'word/document.xml': document, ...others } = files;
  const renamed = Object.entries(others).map(([name, data]): [string, Uint8Array] => {
    if (!/rels$|Types\]\.xml$/.test(name)) return [name, data];
    const text = strFromU8(data)
      .replaceAll('word/document.xml', 'word/document2.xml')
      .replace(/"([^"']*)"/g, "'$1'");
    return [name.replace('document.xml.rels', 'document2.xml.rels'), strToU8(text)];
  });
  const xml = strFromU8(document as Uint8Array)
    .replace(/^<\?xml[^>]*\?>\s*/, "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n")
    .replace(/ xml:space="preserve"(>\S[^<]*\S<)/g, '$1');
  return zipSync({ ...Object.fromEntries(renamed), 'word/document2.xml': strToU8(xml) }, { level: 1 });
}

describe('a document that a program has opened, edited and saved', () => {
  const edit = (bytes: Uint8Array) => {
    const document = new EditedDocument(bytes);
    const at = (words: string) => document.texts.findIndex((text) => text.includes(words));
    document.replace(at('用广播'), 0, 1, '多用');
    // Who sets the text of a paragraph takes its marks along.
    document.insert(at('立即调处'), '（二）发现隐患立即整改。').remove(at('用宣传栏'));
    return document.bytes();
  };

  test('comes back', async () => {
    const { source, isExact } = await pulledFrom(plan, copy, saved(edit(copy)));
    expect(isExact).toBe(true);
    expect(source).toContain('多用广播讲清政策。');
    expect(source).toContain('- 发现隐患立即整改。');
    expect(source).not.toContain('宣传栏');
  });

  test('is as it was where nobody edited it', async () => {
    const { changes, source } = await pulledFrom(plan, copy, saved(copy));
    expect(changes).toEqual([]);
    expect(source).toBe(plan);
    expect(rememberedIn(saved(copy))).toEqual(rememberedIn(copy));
  });
});
