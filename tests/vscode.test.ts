import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { mustBeBuilt } from '../scripts/built.mjs';
import { type Document, StandIn } from './vscode.ts';

mustBeBuilt();
const at = mkdtempSync(path.join(tmpdir(), 'pingan-'));
const packed = path.join(at, '一.vsix');
const editor = new StandIn();
const uri = pathToFileURL(path.join(at, '计划.yaml')).href;
const settings: Record<string, unknown> = {};
let document: Document | undefined;
let extension: { activate(context: object): Promise<void>; deactivate(): Promise<void> };

/** The packed extension, unpacked, with a stand-in where VS Code gives itself. */
beforeAll(async () => {
  execFileSync(process.execPath, ['scripts/vsix.mjs', packed]);
  for (const [name, content] of Object.entries(unzipSync(readFileSync(packed)))) {
    mkdirSync(path.dirname(path.join(at, name)), { recursive: true });
    writeFileSync(path.join(at, name), content);
  }
  const own = path.join(at, 'node_modules/vscode');
  mkdirSync(own, { recursive: true });
  writeFileSync(path.join(own, 'index.js'), 'module.exports = globalThis.vscodeStandIn;');
  Object.assign(settings, { 'pingan.command': [process.execPath, path.resolve('bin/pingan.cjs')] });
  Object.assign(globalThis, { vscodeStandIn: editor.api(settings, () => document) });
  extension = createRequire(import.meta.url)(path.join(at, 'extension/extension.js')) as typeof extension;
  await extension.activate({ subscriptions: [] });
});
afterAll(async () => {
  await extension.deactivate();
  rmSync(at, { recursive: true, force: true });
});

/** Types a text, and waits until what is found in it is shown. */
async function type(source: string): Promise<Record<string, unknown>[]> {
  const version = (document?.version ?? 0) + 1;
  const isNew = document === undefined;
  document = {
    uri: { toString: () => uri },
    fileName: path.join(at, '计划.yaml'),
    languageId: 'yaml',
    version,
    getText: () => source,
  };
  editor.diagnostics.delete(uri);
  for (const hear of isNew ? editor.opened : []) hear(document);
  for (const hear of isNew ? [] : editor.changed) hear({ document });
  return await vi.waitFor(() => editor.diagnostics.get(uri) ?? expect.fail('nothing is shown'), 10_000);
}
const ask = (provider: string, question: string, ...given: unknown[]) =>
  editor.providers.get(provider)?.[question]?.(document, ...given);
const place = (line: number, character: number) => ({ line, character });

test('the same files are packed to the same bytes, with all that VS Code asks for', () => {
  execFileSync(process.execPath, ['scripts/vsix.mjs', path.join(at, '二.vsix')], {
    env: { ...process.env, TZ: 'Asia/Shanghai' },
  });
  expect(readFileSync(path.join(at, '二.vsix')).equals(readFileSync(packed))).toBe(true);
  const manifest = readFileSync(path.join(at, 'extension.vsixmanifest'), 'utf8');
  const about = JSON.parse(readFileSync(path.join(at, 'extension/package.json'), 'utf8')) as {
    version: string;
    main: string;
  };
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect([about.version, /Version="([^"]+)" Publisher/.exec(manifest)?.[1]]).toEqual([version, version]);
  for (const [, asset = ''] of manifest.matchAll(/ Path="([^"]+)"/g))
    expect(readFileSync(path.join(at, asset))).toBeTruthy();
  expect(JSON.parse(readFileSync('editors/vscode/package.json', 'utf8'))).toEqual({ ...about, version });
});

test('what is found is shown, and mended', async () => {
  const [finding] = await type('标题: 甲\n正文:\n  - 𠮷村: 𠮷村要按装路灯。\n');
  expect(await type('正文:\n  - 𠮷村: 𠮷村要按装路灯。\n标题: 甲\n')).not.toEqual([finding]);
  const found = (await type('标题: 甲\n正文:\n  - 𠮷村: 𠮷村要按装路灯。\n')).find(
    ({ code }) => code === 'wording/typo',
  );
  expect(found).toMatchObject({
    severity: 0,
    range: { line: 2, character: 13, endLine: 2, endCharacter: 15 },
  });
  const range = { start: place(2, 13), end: place(2, 15) };
  const actions = await ask('CodeActions', 'provideCodeActions', range, {});
  expect(actions).toMatchObject([{ title: '改成“安装”', kind: { value: 'quickfix' }, isPreferred: true }]);
  expect(await ask('DocumentFormatting', 'provideDocumentFormattingEdits')).toHaveLength(1);
});

test('keys, outlines, variables and what they mean are asked for', async () => {
  await type('变量: {村名: 柳溪村}\n标题: "{{村名}}工作要点"\n文种: 通\n主要任务:\n  - 路灯: 安装。\n');
  const items = await ask('CompletionItem', 'provideCompletionItems', place(2, 5));
  expect(items).toContainEqual(
    expect.objectContaining({ label: '通知', kind: 11, insertText: { value: '通知$0' } }),
  );
  expect(await ask('Hover', 'provideHover', place(2, 1))).toMatchObject({
    contents: { value: expect.stringContaining('文种') },
  });
  expect(await ask('DocumentSymbol', 'provideDocumentSymbols')).toMatchObject([
    { name: '一、主要任务', kind: 14, children: [{ name: '（一）路灯' }] },
  ]);
  expect(await ask('Definition', 'provideDefinition', place(1, 8))).toMatchObject({ range: { line: 0 } });
  expect(await ask('Reference', 'provideReferences', place(1, 8), { includeDeclaration: true })).toHaveLength(
    2,
  );
  expect(await ask('Rename', 'prepareRename', place(1, 8))).toMatchObject({ placeholder: '村名' });
  const { changes } = (await ask('Rename', 'provideRenameEdits', place(1, 8), '村')) as {
    changes: Record<string, unknown[]>;
  };
  expect(changes[uri]).toHaveLength(2);
  await expect(ask('Rename', 'provideRenameEdits', place(2, 1), '村')).rejects.toThrow('这里不是变量。');
});

test('the pages stand beside the text and follow it', async () => {
  await type('标题: 甲村工作要点\n正文: 安装路灯。\n');
  await editor.commands_.get('pingan.pages')?.();
  await editor.commands_.get('pingan.pages')?.();
  expect(editor.panels.map(({ title }) => title)).toEqual(['版面 计划.yaml']);
  const [panel] = editor.panels;
  expect(panel?.html).toMatch(/^<!DOCTYPE html>.*甲村.*acquireVsCodeApi/s);
  await type('标题: 乙村工作要点\n正文: 安装路灯。\n');
  await vi.waitFor(() => expect(panel?.html).toContain('乙村'), 5000);
});

test('a command that isn’t there is told, and nothing hangs', async () => {
  settings['pingan.command'] = ['/没有/pingan'];
  await editor.commands_.get('pingan.restart')?.();
  expect(editor.said).toEqual(['平安没有启动：spawn /没有/pingan ENOENT 看设置 pingan.command 写得对不对。']);
  expect(await ask('Hover', 'provideHover', place(0, 1))).toBeUndefined();
});
