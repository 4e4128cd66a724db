import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mustBeBuilt } from '../scripts/built.mjs';
import { Browser } from './browser.ts';
import { Page } from './browser-page.ts';
import { folder, pingan } from './run.ts';
import { withTools } from './tools.ts';

const address = pathToFileURL(path.resolve('dist/pingan.html')).href;
const word = (bytes: Uint8Array) => new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);

/** The text of the editor, and how to write another one. */
const editor = `document.querySelector('.cm-content').cmTile.view`;
const text = `${editor}.state.doc.toString()`;
const put = (source: string) =>
  `${editor}.dispatch({ changes: { from: 0, to: ${editor}.state.doc.length, insert: ${JSON.stringify(source)} } })`;
const pages = `document.querySelector('.paper').shadowRoot.querySelector('main').textContent`;

withTools(['chromium'], 'the page in Chromium', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    mustBeBuilt();
    browser = new Browser();
    page = await Page.open(browser, address);
  });
  afterAll(() => browser.close());

  test('a plan is begun from a kind, edited, mended and handed out; the Word file says what the command’s says', async () => {
    await page.click('工作计划');
    await page.until(`${pages}.includes('一、工作目标')`);
    await page.evaluate(put((await page.evaluate<string>(text)).replace('小事不出组、', '小事不出组,')));
    await page.until(`document.querySelector('.findings').textContent.includes('半角')`);
    await page.click('改好');
    await page.until(`${text}.includes('小事不出组，')`);
    await page.until(`${pages}.includes('小事不出组，')`);
    await page.click('交出');
    await page.click('[data-kind=docx]');
    const { name, bytes } = await page.saved('.docx');
    expect(name).toBe('柳溪村2026年第二季度平安建设工作计划.docx');
    const cwd = folder();
    writeFileSync(path.join(cwd, '计划.yaml'), await page.evaluate<string>(text));
    expect(word(bytes)).toBe(word((await pingan(['gen', '计划.yaml', '-o', '-', '-f', 'docx'], cwd)).bytes));
  });

  test('an error leaves the last good pages, and they come back', async () => {
    const good = await page.evaluate<string>(text);
    await page.evaluate(put(`${good}\n- "没有配对`));
    await page.until(`document.querySelector('.pages').classList.contains('stale')`);
    expect(await page.evaluate(pages)).toContain('一、工作目标');
    await page.evaluate(put(good.replace('标题: 柳溪村', '标题: 枫湾村')));
    await page.until(`${pages}.includes('枫湾村2026年')`);
    expect(await page.evaluate(`document.querySelector('.pages').classList.contains('stale')`)).toBe(false);
  });

  test('what was written is there again after the page was closed', async () => {
    await page.until(`document.querySelector('.bar').textContent.includes('已存在')`);
    await page.reload();
    await page.click('工作计划');
    await page.until(`${pages}.includes('枫湾村2026年')`);
  });

  test('nothing is asked for outside of the page, and nothing goes wrong in it', () => {
    expect(page.errors).toEqual([]);
    expect(page.requests.filter((each) => each !== address && !each.startsWith('blob:'))).toEqual([]);
    expect(readFileSync('dist/pingan.html', 'utf8')).toContain("default-src 'none'");
  });
});
