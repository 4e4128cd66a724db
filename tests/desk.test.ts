import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mustBeBuilt } from '../scripts/built.mjs';
import { Browser } from './browser.ts';
import { Page } from './browser-page.ts';
import { folder, pingan } from './run.ts';
import { bytesOf, withTools } from './tools.ts';

const address = pathToFileURL(path.resolve('dist/pingan.html')).href;
const word = (bytes: Uint8Array) => new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);

const callText = (pdf: Buffer) => bytesOf('pdftotext', ['-', '-'], pdf).toString();

/** The text of the editor, and how to write another one. */
const editor = `document.querySelector('.cm-content').cmTile.view`;
const text = `${editor}.state.doc.toString()`;
const put = (source: string) =>
  `${editor}.dispatch({ changes: { from: 0, to: ${editor}.state.doc.length, insert: ${JSON.stringify(source)} } })`;
const pages = `document.querySelector('.paper').shadowRoot.querySelector('main').textContent`;

withTools(['chromium', 'pdftotext'], 'the page in Chromium', () => {
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

    // What was typed at the last moment is there, too, and nobody was asked.
    await page.evaluate(`${editor}.dispatch({ changes: { from: 0, insert: '# 最后一句\\n' } })`);
    await page.reload();
    await page.click('.go-on');
    await page.until(`${text}.startsWith('# 最后一句')`);
    expect(page.dialogs).toEqual([]);
    await page.evaluate(`${editor}.dispatch({ changes: { from: 0, to: 7 } })`);
    await page.until(`document.querySelector('.bar').textContent.includes('已存在')`);
  });

  test('a change in the form changes one line of the text, and its comments stay', async () => {
    await page.evaluate(put(`# 给自己看的话\n${await page.evaluate<string>(text)}`));
    const before = await page.evaluate<string>(text);
    await page.click('表单');
    await page.until(`document.querySelector('[data-id="key-单位"]')`);
    await page.evaluate(`{
      const box = document.querySelector('[data-id="key-单位"]');
      box.value = '枫湾村村民委员会';
      box.dispatchEvent(new Event('change'));
    }`);
    await page.until(`${pages}.includes('枫湾村村民委员会')`);
    const after = await page.evaluate<string>(text);
    expect(after).toBe(before.replace('单位: 柳溪村村民委员会', '单位: 枫湾村村民委员会'));
    await page.click('表单');
  });

  test('an input method is left alone until it has written something', async () => {
    const at = await page.evaluate<number>(`${text}.indexOf('排查化解')`);
    await page.evaluate(`${editor}.dispatch({ selection: { anchor: ${at} } }), ${editor}.focus()`);
    await page.compose('jia,qiang');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await page.evaluate(`${editor}.composing`)).toBe(true);
    expect(await page.evaluate(`${pages}.includes('jia,qiang')`)).toBe(false);
    await page.type('加强');
    await page.until(`${pages}.includes('加强排查化解')`);
    expect(await page.evaluate<string>(text)).not.toContain('jia');
  });

  test('a click on the pages leads to its place in the text, and findings are marked there', async () => {
    const spot = await page.evaluate<{ x: number; y: number }>(`(() => {
      const root = document.querySelector('.paper').shadowRoot;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode() && !walker.currentNode.data.includes('每周由网格员'));
      const range = document.createRange();
      range.setStart(walker.currentNode, walker.currentNode.data.indexOf('走访'));
      range.setEnd(walker.currentNode, walker.currentNode.data.indexOf('走访') + 1);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 1, y: top + height / 2 };
    })()`);
    await page.clickAt(spot.x, spot.y);
    await page.until(`${editor}.state.selection.main.head === ${text}.indexOf('走访')`);
  });

  test('版记 that has no room below the text stands overleaf, and a click there leads to it', async () => {
    const before = await page.evaluate<string>(text);
    const plan = `标题: 关于开展排查的通知\n单位: 镇\n日期: 2026-03-05\n结语: ""\n正文: ${'各村要在每月底以前排查一次，'.repeat(29)}报镇里。\n抄送: 县委平安办\n印发: { 机关: 镇办 }\n`;
    await page.evaluate(put(plan));
    const root = `document.querySelector('.paper').shadowRoot`;
    await page.until(`${root}.querySelectorAll('.overleaf .sheet').length === 1`);
    expect(await page.evaluate(`${root}.querySelectorAll('.pages').length`)).toBe(2);
    const spot = await page.evaluate<{ x: number; y: number }>(`(() => {
      const foot = ${root}.querySelector('.overleaf .cc');
      foot.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      const words = document.createTreeWalker(foot, NodeFilter.SHOW_TEXT);
      while (words.nextNode() && !words.currentNode.data.includes('县委'));
      range.setStart(words.currentNode, words.currentNode.data.indexOf('县委'));
      range.setEnd(words.currentNode, words.currentNode.data.indexOf('县委') + 1);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 1, y: top + height / 2 };
    })()`);
    await page.clickAt(spot.x, spot.y);
    await page.until(`${editor}.state.selection.main.head === ${text}.indexOf('县委')`);
    await page.evaluate(put(before));
    await page.until(`${root}.querySelector('.overleaf') === null`);
  });

  test('a Word file becomes a plan with its headings, and last year’s becomes this year’s', async () => {
    const cwd = folder();
    await pingan(['gen', path.resolve('examples/work-summary.yaml'), '-o', '旧.docx'], cwd);
    await page.click('开始');
    await page.until(`document.querySelector('.start')`);
    await page.choose('.drop input', path.join(cwd, '旧.docx'));
    await page.until(`document.querySelector('dialog').textContent.includes('平安镇2025年平安建设工作总结')`);
    await page.click('改成下一年');
    await page.until(`${text}.includes('标题: 平安镇2026年平安建设工作总结')`);
    await page.until(`document.querySelector('.outline').textContent.includes('一、')`);
  });

  test('a table makes a document for each of its rows, with the words that the command writes', async () => {
    await page.click('开始');
    await page.choose('.drop input', path.resolve('examples/batch/villages.yaml'));
    await page.until(`${text}.includes('网格数')`);
    await page.click('成批生成');
    await page.choose('.batch input[type=file]', path.resolve('examples/batch/villages.xlsx'));
    await page.until(`document.querySelectorAll('.rows button').length === 30`);
    expect(await page.evaluate(`document.querySelector('.rows [aria-current]').textContent`)).toContain(
      '第 2 行',
    );
    await page.click('份，存成一个压缩包');
    const { name, bytes } = await page.saved('.zip');
    expect(name).toMatch(/（30份）\.zip$/);
    const cwd = folder();
    writeFileSync(path.join(cwd, 'villages.yaml'), await page.evaluate<string>(text));
    const table = path.resolve('examples/batch/villages.xlsx');
    const run = await pingan(
      ['batch', 'villages.yaml', '--data', table, '-o', '出', '--name', '{{村名}}villages'],
      cwd,
    );
    expect(run.code, run.err).toBe(0);
    const texts = Object.entries(unzipSync(bytes)).map(([name, bytes]) => [name, word(bytes)]);
    expect(texts.length).toBe(30);
    for (const [name = '', text] of texts)
      expect(text, name).toBe(word(readFileSync(path.join(cwd, '出', name))));
  });

  test('pages that were changed bit by bit are those that are laid out anew', async () => {
    await page.click('开始');
    await page.click('通知');
    await page.until(`${pages}.includes('通知')`);
    const main = `document.querySelector('.paper').shadowRoot.querySelector('main')`;
    const part = (index: number) =>
      `  - 第${index}项: ${'逐一排查，登记造册，明确责任，限期整改。'.repeat(12)}\n`;
    const head = '标题: 柳溪村2026年工作要点\n单位: 柳溪村村民委员会\n日期: 2026-03-05\n正文:\n';
    const parts = Array.from({ length: 9 }, (_, index) => part(index));
    const across = `附件:\n  - 标题: 附表\n    表格: { 横排: 是, 列: [甲, 乙], 行: [[一, 二]] }\n`;
    const steps: [string, string][] = [
      ['第8项', head + parts.join('')],
      ['枫湾村2026', head.replace('柳溪', '枫湾') + parts.join('')],
      ['第77项', head + parts.join('').replace('  - 第4项', `${part(77)}  - 第4项`)],
      ['一、第3项', head + parts.slice(3).join('')],
      ['附表', head + parts.join('') + across],
      ['销号', `${head}${parts.join('').replace('第2项: 逐一', '第2项: 销号')}${across}`],
      ['加长', `${head}${part(5).replace('逐一', '加长')}${parts.join('')}${across.replace('[一', '[三')}`],
    ];
    for (const [index, [word, source]] of steps.entries()) {
      await page.evaluate(put(source));
      await page.until(`${pages}.includes('${word}')`);
      await page.until(
        `document.querySelector('.findings').textContent !== '' && ${main}.className === 'paged'`,
      );
      if (index % 3 !== 0) continue;
      const html = await page.evaluate<string>(`${main}.innerHTML`);
      await page.until(`document.querySelector('.bar').textContent.includes('已存在')`);
      await page.reload();
      await page.click('.go-on');
      await page.until(`${pages}.includes('${word}')`);
      expect(await page.evaluate<string>(`${main}.innerHTML`), word).toBe(html);
    }
  });

  test('words that were pasted become a plan', async () => {
    await page.click('开始');
    await page.until(`document.querySelector('.paste')`);
    const html =
      '<p>平安镇2026年防汛工作方案</p><p>一、总体要求</p><p>坚持预防为主。</p><p>二、主要任务</p><p>（一）排查隐患。逐村排查。</p><p>（二）备足物资。6月前到位。</p>';
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', ${JSON.stringify(html)});
      document.querySelector('.paste').dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
    }`);
    await page.until(`document.querySelector('dialog').textContent.includes('个标题')`);
    await page.click('.dialog .primary');
    await page.until(`document.querySelector('.outline').textContent.includes('（二）备足物资')`);
    expect(await page.evaluate<string>(text)).toContain('标题: 平安镇2026年防汛工作方案');
  });

  test('what is pasted at the cursor becomes items and tables of the plan', async () => {
    await page.evaluate(put('标题: 平安镇2026年防汛工作方案\n正文:\n  - 要求: 预防为主。\n  '));
    const paste = (data: Record<string, string>) =>
      page.evaluate(`{
        const clipboardData = new DataTransfer();
        for (const [kind, words] of Object.entries(${JSON.stringify(data)})) clipboardData.setData(kind, words);
        ${editor}.dispatch({ selection: { anchor: ${editor}.state.doc.length } });
        ${editor}.contentDOM.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      }`);
    await paste({
      'text/html':
        '<p class=MsoNormal>（一）排查隐患。逐村排查。</p><p class=MsoNormal>（二）备足物资。6月前到位。</p>',
      'text/plain': '（一）排查隐患。逐村排查。\n（二）备足物资。6月前到位。',
    });
    await page.until(`${text}.endsWith('- 排查隐患: 逐村排查。\\n  - 备足物资: 6月前到位。')`);
    await page.until(`${pages}.includes('三、备足物资')`);
    await page.evaluate(
      `${editor}.dispatch({ changes: { from: ${editor}.state.doc.length, insert: '\\n  ' } })`,
    );
    await paste({ 'text/plain': '村名\t户数\n甲村\t3\n' });
    await page.until(
      `document.querySelector('.paper').shadowRoot.querySelector('td')?.textContent === '甲村'`,
    );
    await page.evaluate(put('标题: 平安镇2026年防汛工作方案\n正文:\n  - 备足物资: 6月前到位。\n'));
    await page.until(`${pages}.includes('一、备足物资')`);
  });

  test('two windows of one file: what the other has written isn’t written over', async () => {
    const other = await Page.open(browser, address);
    await other.click('平安镇2026年防汛工作方案');
    await other.until(`${pages}.includes('备足物资')`);
    await other.evaluate(put(`${await other.evaluate<string>(text)}# 那边写的\n`));
    await other.until(`document.querySelector('.bar').textContent.includes('已存在')`);
    await page.evaluate(put(`${await page.evaluate<string>(text)}# 这边写的\n`));
    await page.until(`document.querySelector('.notice').textContent.includes('没有覆盖')`);
    await page.click('开始');
    await page.until(`document.querySelector('.recent').textContent.includes('（另一份）')`);
    await other.reload();
    await other.until(`document.querySelectorAll('.go-on').length > 1`);
    await other.evaluate(
      `[...document.querySelectorAll('.go-on')].find((each) => each.textContent.includes('防汛') && !each.textContent.includes('另')).click()`,
    );
    await other.until(`${text}.includes('那边写的')`);
  });

  test('a print has the document and nothing of the page', async () => {
    await page.click('工作计划');
    await page.until(`${pages}.includes('一、工作目标')`);
    const pdf = await page.printed();
    const words = callText(pdf);
    expect(words).toContain('一、工作目标');
    expect(words).not.toMatch(/提纲|交出|成批/);
  });

  test('nothing is asked for outside of the page, and nothing goes wrong in it', () => {
    expect(page.errors).toEqual([]);
    expect(page.requests.filter((each) => each !== address && !each.startsWith('blob:'))).toEqual([]);
    expect(readFileSync('dist/pingan.html', 'utf8')).toContain("default-src 'none'");
  });
});
