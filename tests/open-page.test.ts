import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mustBeBuilt } from '../scripts/built.mjs';
import { Browser } from './browser.ts';
import { Page } from './browser-page.ts';
import { folder, pingan } from './run.ts';
import { withTools } from './tools.ts';

const plan = `# 给自己看的话
标题: 柳溪村2026年工作要点
单位: 柳溪村村民委员会
正文:
${Array.from({ length: 60 }, (_, index) => `  - 任务${index}: 每月排查不少于2次，逐户建档，逐项销号，做到底数清、情况明。\n`).join('')}`;

const editor = `document.querySelector('.cm-content').cmTile.view`;
const text = `${editor}.state.doc.toString()`;
const pages = `document.querySelector('.paper').shadowRoot.querySelector('main').textContent`;

withTools(['chromium'], 'pingan open in Chromium', () => {
  let browser: Browser;
  beforeAll(() => {
    mustBeBuilt();
    browser = new Browser();
  });
  afterAll(() => browser.close());

  test('a plan is read and saved in its folder, and what others save shows at once', async () => {
    const cwd = folder();
    const file = path.join(cwd, '计划.yaml');
    writeFileSync(file, plan);
    const ending = new AbortController();
    let run: ReturnType<typeof pingan> | undefined;
    const address = await new Promise<string>((resolve) => {
      run = pingan(['open', '--no-browser', '计划.yaml'], cwd, {
        signal: ending.signal,
        out: (url) => resolve(String(url).trim()),
      });
    });
    const page = await Page.open(browser, address);
    await page.until(`${pages}.includes('任务59')`);

    // What is typed is in the file soon after, and nothing else of it is touched.
    const at = plan.indexOf('村民委员会');
    await page.evaluate(`${editor}.dispatch({ changes: { from: ${at}, to: ${at + 5}, insert: '党总支' } })`);
    await page.until(`document.querySelector('.bar').textContent.includes('已存在文件夹里')`);
    const mine = plan.replace('村民委员会', '党总支');
    await expect.poll(() => readFileSync(file, 'utf8')).toBe(mine);

    // What somebody else saves is on the page within half a second or so, and the pages stay where they were.
    const scroller = `document.querySelector('.pages .scroller')`;
    await page.until(`${scroller}.scrollHeight > ${scroller}.clientHeight + 600`);
    await page.evaluate(`${scroller}.scrollTop = 500`);
    const theirs = mine.replace('标题: 柳溪村', '标题: 枫湾村');
    const began = Date.now();
    writeFileSync(file, theirs);
    await page.until(`${pages}.includes('枫湾村2026年')`);
    expect(Date.now() - began).toBeLessThan(5000);
    expect(await page.evaluate(text)).toBe(theirs);
    expect(Math.abs((await page.evaluate<number>(`${scroller}.scrollTop`)) - 500)).toBeLessThan(3);

    // Two who write at once: neither loses anything.
    await page.evaluate(`${editor}.dispatch({ changes: { from: 0, insert: '# 甲\\n' } })`);
    writeFileSync(file, theirs.replace('枫湾村2026', '竹坪村2026'));
    await page.until(`document.querySelector('.notice')?.textContent.includes('没有覆盖')`);
    expect(readFileSync(file, 'utf8')).toBe(theirs.replace('枫湾村2026', '竹坪村2026'));
    expect(readFileSync(path.join(cwd, '计划（另一份）.yaml'), 'utf8')).toBe(`# 甲\n${theirs}`);

    expect(page.requests.filter((each) => !each.startsWith(address) && !each.startsWith('blob:'))).toEqual(
      [],
    );
    expect(page.errors.filter((each) => !each.includes('412'))).toEqual([]);
    ending.abort();
    expect((await run)?.code).toBe(0);
  });
});
