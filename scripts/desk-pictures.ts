import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Browser } from '../tests/browser.ts';
import { Page } from '../tests/browser-page.ts';

const paper = `document.querySelector('.paper')?.shadowRoot.querySelector('main p')`;
const view = `document.querySelector('.cm-content').cmTile.view`;

/** Pictures of the page for the documents, as a clerk sees it at 1366 × 768. */
export async function take(folder: string): Promise<void> {
  const browser = new Browser();
  const page = await Page.open(browser, pathToFileURL(path.resolve('dist/pingan.html')).href);
  const picture = async (name: string) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await page.picture(path.join(folder, `${name}.png`));
  };
  await page.until(`document.querySelector('.start')`);
  await picture('start');
  await page.click('工作计划');
  await page.until(paper);
  const slip = `${view}.state.doc.toString().indexOf('小事不出组、')`;
  await page.evaluate(
    `{ const at = ${slip} + 5; ${view}.dispatch({ changes: { from: at, to: at + 1, insert: ',' }, selection: { anchor: at } }); }`,
  );
  await page.until(`document.querySelector('.findings .mend')`);
  await picture('write');
  await page.click('表单');
  await page.until(`document.querySelector('.tree')`);
  await picture('form');
  await page.click('表单');
  await page.click('开始');
  await page.until(`document.querySelector('.start')`);
  await page.choose('.drop input', path.resolve('examples/batch/villages.yaml'));
  await page.until(
    `${view}.state.doc.toString() === ${JSON.stringify(readFileSync('examples/batch/villages.yaml', 'utf8'))}`,
  );
  await page.click('成批生成');
  await page.choose('.batch input[type=file]', path.resolve('examples/batch/villages.xlsx'));
  await page.until(`document.querySelectorAll('.rows button').length === 30`);
  await picture('batch');
  await browser.close();
}
