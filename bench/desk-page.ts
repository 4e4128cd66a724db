import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Browser } from '../tests/browser.ts';
import { Page } from '../tests/browser-page.ts';

const view = `document.querySelector('.cm-content').cmTile.view`;
const paper = `document.querySelector('.paper').shadowRoot`;

/** A plan of so many sections of a page each. */
function planOf(pages: number): string {
  const text = (index: number) =>
    `对第${index + 1}类重点场所、重点人群逐一排查，登记造册，明确责任，限期整改。`.repeat(15);
  const parts = Array.from({ length: pages }, (_, index) => `  - 第${index + 1}项工作: ${text(index)}\n`);
  return `标题: 平安镇2026年工作要点\n单位: 平安镇人民政府\n日期: 2026-03-05\n正文:\n${parts.join('')}`;
}

/** Milliseconds: from opening the page to the first sheet of a plan, and from edits to their pages. */
export async function timed() {
  const browser = new Browser();
  const address = pathToFileURL(path.resolve('dist/pingan.html')).href;
  const first: number[] = [];
  const page = await Page.open(browser, address);
  for (let run = 0; run < 5; run++) {
    await page.go('about:blank');
    await page.go(address);
    await page.click('工作计划');
    await page.until(`${paper}.querySelector('.sheet')`);
    first.push(await page.evaluate<number>('performance.now()'));
  }
  const edits: { pages: number; times: number[] }[] = [];
  for (const pages of [13, 60]) {
    const source = planOf(pages);
    await page.evaluate(
      `${view}.dispatch({ changes: { from: 0, to: ${view}.state.doc.length, insert: ${JSON.stringify(source)} } })`,
    );
    await page.until(`${paper}.textContent.includes('第${pages}项工作')`);
    const times: number[] = [];
    for (let run = 1; run <= 7; run++) {
      const time = await page.evaluate<number>(`new Promise((resolve) => {
        const begun = performance.now();
        const watch = new MutationObserver(() => {
          if (!${paper}.textContent.includes('改${run}次')) return;
          watch.disconnect();
          ${paper}.querySelector('main').getBoundingClientRect();
          resolve(performance.now() - begun);
        });
        watch.observe(${paper}, { subtree: true, childList: true });
        const at = ${view}.state.doc.toString().indexOf('工作要点');
        ${view}.dispatch({ changes: { from: at, insert: '改${run}次' } });
      })`);
      times.push(time);
    }
    const sheets = await page.evaluate<number>(`${paper}.querySelectorAll('.sheet').length`);
    edits.push({ pages: sheets, times });
  }
  await browser.close();
  return { first, edits };
}
