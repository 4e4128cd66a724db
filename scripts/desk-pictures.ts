import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Browser } from '../tests/browser.ts';
import { Page } from '../tests/browser-page.ts';
import { EditedDocument } from '../tests/edited-document.ts';

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
  await pulled(page);
  await picture('pull');
  await page.click('不收了');
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

/** Drops what a leader has made of the plan's review copy on the page. */
async function pulled(page: Page): Promise<void> {
  await page.click('交出');
  await page.click('[data-kind=review]');
  const document = new EditedDocument((await page.saved('.docx')).bytes);
  for (const [before, after] of [
    ['每周由网格员', '每3天由网格员'],
    ['登记造册，', '登记造册，明确责任人，'],
    ['重点看护路口、学校和果园', '重点看护路口、学校、果园和水库'],
  ] as const) {
    const at = document.texts.findIndex((each) => each.includes(before));
    const from = (document.texts[at] ?? '').indexOf(before);
    document.replace(at, from, from + before.length, after);
  }
  await page.evaluate(`{
    const bytes = Uint8Array.from(atob('${Buffer.from(document.bytes()).toString('base64')}'), (each) => each.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], '工作计划（书记改）.docx'));
    document.querySelector('#desk').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  }`);
  await page.click('收回改动');
  await page.until(`document.querySelectorAll('.change').length === 3`);
  await page.evaluate(`document.querySelector('.notice')?.remove()`);
}
