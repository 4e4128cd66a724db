import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mustBeBuilt } from '../scripts/built.mjs';
import { Browser } from './browser.ts';
import { Page } from './browser-page.ts';
import { EditedDocument } from './edited-document.ts';
import { pingan } from './run.ts';
import { withTools } from './tools.ts';

const address = pathToFileURL(path.resolve('dist/pingan.html')).href;

const editor = `document.querySelector('.cm-content').cmTile.view`;
const text = `${editor}.state.doc.toString()`;
const pages = `document.querySelector('.paper').shadowRoot.querySelector('main').textContent`;
const shown = `document.querySelector('.bench').dataset.shown`;
const changes = `[...document.querySelectorAll('.change')]`;
const change = (words: string) => `${changes}.find((each) => each.textContent.includes('${words}'))`;

const plan = `# 平安创建
标题: 平安镇2026年平安创建工作要点
单位: 平安镇人民政府
日期: 2026-03-05
主送: 各村
正文:
  - 抓好排查: 每月排查不少于2次，逐一登记。发现问题当日报告。 # 综治办的口径
  - 化解纠纷: |
      一般纠纷7日内办结。疑难纠纷报镇会商。
  - 加强宣传: "印发手册500份。"
`;

/** Somebody else’s edits: words, a new item, and a remark by 张三. */
function edited(bytes: Uint8Array, edit: (document: EditedDocument) => void, remark = true): Uint8Array {
  const document = new EditedDocument(bytes);
  edit(document);
  const parts = unzipSync(document.bytes());
  if (!remark) return zipSync(parts);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const at = xml.lastIndexOf('<w:p>', xml.indexOf('会商'));
  const start = xml.indexOf('<w:r>', at);
  const end = xml.indexOf('</w:p>', start);
  const about = '<w:r><w:commentReference w:id="90"/></w:r>';
  parts['word/document.xml'] = strToU8(
    `${xml.slice(0, start)}<w:commentRangeStart w:id="90"/>${xml.slice(start, end)}<w:commentRangeEnd w:id="90"/>${about}${xml.slice(end)}`,
  );
  parts['word/comments.xml'] = strToU8(
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="90" w:author="张三"><w:p><w:r><w:t>由谁牵头？</w:t></w:r></w:p></w:comment></w:comments>',
  );
  const rels = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array());
  parts['word/_rels/document.xml.rels'] = strToU8(
    rels.replace(
      '</Relationships>',
      '<Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
    ),
  );
  return zipSync(parts);
}

const put = (document: EditedDocument, before: string, after: string) => {
  const at = document.texts.findIndex((each) => each.includes(before));
  const from = (document.texts[at] ?? '').indexOf(before);
  document.replace(at, from, from + before.length, after);
  return at;
};

withTools(['chromium'], 'an edited Word file that is dropped on its plan', () => {
  let browser: Browser;
  let page: Page;
  let sent: Uint8Array;

  /** Drops a file on the page as a person does. */
  const drop = async (name: string, bytes: Uint8Array) => {
    await page.evaluate(`{
      const bytes = Uint8Array.from(atob('${Buffer.from(bytes).toString('base64')}'), (each) => each.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], ${JSON.stringify(name)}));
      document.querySelector('#desk').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    }`);
  };
  const open = async (source: string) => {
    writeFileSync(path.join(page.folder, '计划.yaml'), source);
    await page.go(address);
    await page.until(`document.querySelector('.drop input')`);
    await page.choose('.drop input', path.join(page.folder, '计划.yaml'));
    await page.until(`${text} === ${JSON.stringify(source)}`);
  };

  beforeAll(async () => {
    mustBeBuilt();
    browser = new Browser();
    page = await Page.open(browser, address);

    await open(plan);
    await page.click('交出');
    await page.click('[data-kind=review]');
    sent = (await page.saved('.docx')).bytes;
  });
  afterAll(() => browser.close());
  beforeEach(() => open(plan));

  const pull = async (bytes: Uint8Array) => {
    await drop('改过.docx', bytes);
    await page.click('收回改动');
    await page.until(`${shown} === 'pull'`);
  };
  const tick = (words: string) => page.evaluate(`${change(words)}.querySelector('input').click()`);
  const written = async () => {
    await page.click('写进计划');
    await page.until(`${shown} === 'text'`);
    return await page.evaluate<string>(text);
  };

  test('was handed out with hidden marks', () =>
    expect(strFromU8(unzipSync(sent)['word/document.xml'] as Uint8Array)).toMatch(/w:name="_pa1_[0-9a-z]+"/));

  test('is shown side by side; what is taken is written as one step, and what is left isn’t', async () => {
    const changed = edited(sent, (document) => {
      put(document, '2次', '4次');
      const at = put(document, '7日', '5日');
      document.insert(at, '三、开展培训').insert(at + 1, '全年培训2期。');
    });
    await drop('改过.docx', changed);
    await page.until(`document.querySelector('dialog')?.textContent.includes('像是打开的这份计划生成的')`);
    expect(await page.evaluate(`document.activeElement.textContent`)).toBe('收回改动');
    await page.click('收回改动');
    await page.until(`${shown} === 'pull'`);
    const cells = (words: string) =>
      page.evaluate(`[...${change(words)}.querySelectorAll('td')].map((each) => each.innerHTML)`);
    expect(await cells('4次')).toEqual(
      [
        '每月排查不少于<del><span class="unseen">（删）</span>2</del>次，逐一登记。',
        '每月排查不少于<ins><span class="unseen">（加）</span>4</ins>次，逐一登记。',
      ].map((each) => each.replace('</del>次', '</del>次').replace('</ins>次', '</ins>次')),
    );
    expect(await cells('开展培训')).toEqual([
      '',
      '<ins><span class="unseen">（加）</span>开展培训</ins>',
      '',
      '<ins><span class="unseen">（加）</span>全年培训2期。</ins>',
    ]);
    expect(await page.evaluate(`${change('由谁牵头')}.textContent`)).toContain('张三');
    expect(await page.evaluate(`${changes}.map((each) => each.querySelector('input').ariaLabel)`)).toEqual([
      '收：第 7 行，改字',
      '收：第 8 行，批注',
      '收：第 9 行，改字',
      '收：第 9 行，新加',
    ]);
    await page.evaluate(`${change('7日')}.querySelector('button').click()`);
    expect(await page.evaluate(`${editor}.state.selection.main.head`)).toBe(plan.indexOf('7日'));
    await tick('4次');
    expect(await written()).toBe(
      plan
        .replace(
          '  - 化解纠纷',
          '  # 批注（张三）：由谁牵头？（“一般纠纷5日内办结。疑难纠纷报镇会商。”）\n  - 化解纠纷',
        )
        .replace('7日', '5日')
        .replace('  - 加强宣传', '  - 开展培训: |\n      全年培训2期。\n  - 加强宣传'),
    );
    await page.until(
      `${pages}.includes('三、开展培训') && ${pages}.includes('一般纠纷5日') && ${pages}.includes('少于2次')`,
    );
    await page.press('z', 90, 2);
    expect(await page.evaluate(text)).toBe(plan);
  });

  test('is left out and taken up again as a whole', async () => {
    await pull(edited(sent, (document) => void put(document, '2次', '4次')));
    await page.click('全部不收');
    await page.click('写进计划');
    await page.until(`document.querySelector('.notice')?.textContent.includes('一处也没有选')`);
    expect(await page.evaluate(text)).toBe(plan);
    await page.click('全部接受');
    expect(await written()).toContain('少于4次');
  });

  test('what can only be listed says why, and can’t be ticked', async () => {
    const changed = edited(
      sent,
      (document) => {
        // A date stands below who signs.
        const date = document.texts.findIndex((each) => each.includes('2026年3月5日'));
        document.move(date, date - 2);
      },
      false,
    );
    await pull(changed);
    expect(await page.evaluate(`${changes}.map((each) => each.textContent)`)).toEqual([
      expect.stringMatching(/^只列出.*移动.*看不出该怎样移动/),
    ]);
    expect(await page.evaluate(`document.querySelectorAll('.change input').length`)).toBe(0);
  });

  test('what can’t be carried says why, and what changes more than the document did is taken on demand', async () => {
    const source = plan
      .replace('正文:', '变量: { 镇长: 李强 }\n正文:')
      .replace('当日报告', '当日报告{{镇长}}')
      .replace('疑难纠纷报镇', '疑难纠纷报{{镇长}}');
    await open(source);
    const { bytes } = await pingan(['gen', '-', '-f', 'docx', '-o', '-'], page.folder, { input: source });
    await pull(
      edited(
        bytes,
        (document) => {
          put(document, '报告李强', '报告王芳');
          put(document, '纷报李强', '纷报赵刚');
        },
        false,
      ),
    );
    expect(await page.evaluate(`${change('王芳')}.textContent`)).toMatch(
      /这里印的是变量“镇长”的值.*打勾写进计划的/,
    );
    expect(await page.evaluate(`${change('王芳')}.querySelector('input').checked`)).toBe(false);
    // Two names for one variable: only one of them can be written.
    await tick('王芳');
    await tick('赵刚');
    await page.click('写进计划');
    await page.until(`document.querySelector('.notice')?.textContent.includes('这样写不成')`);
    expect(await page.evaluate(text)).toBe(source);
    expect(await page.evaluate(`${change('赵刚')}.querySelector('input').checked`)).toBe(false);
    expect(await written()).toBe(source.replace('李强', '王芳'));
  });

  test('what comes from words and lines at one place is taken by itself, each', async () => {
    const changed = edited(
      sent,
      (document) => {
        put(document, '手册500份', '手册800份');
        const to = document.texts.findIndex((each) => each.includes('抓好排查')) - 1;
        const from = document.texts.findIndex((each) => each.includes('加强宣传'));
        document.move(from, to).move(from + 1, to + 1);
      },
      false,
    );
    await pull(changed);
    await tick('移动');
    expect(await written()).toBe(plan.replace('500', '800'));
    await pull(changed);
    expect(await written()).toContain('正文:\n  - 加强宣传: "印发手册800份。"\n  - 抓好排查');
  });

  test('what the engine can’t carry without what is left is told, and nothing is written', async () => {
    await pull(edited(sent, (document) => void put(document, '2次', '4次')));
    // No document is known that has such a change, so the answer of the engine is given in its place.
    await page.evaluate(`{
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (message) {
        if (message.name !== 'pullChosen') return postMessage.call(this, message);
        Worker.prototype.postMessage = postMessage;
        const data = { id: message.id, value: { bound: [0] } };
        this.dispatchEvent(new MessageEvent('message', { data }));
      };
    }`);
    await page.click('写进计划');
    await page.until(`document.querySelector('.notice')?.textContent.includes('这样写不成')`);
    expect(await page.evaluate(`${change('4次')}.textContent`)).toContain('这样收不了这一处');
    expect(await page.evaluate(`${changes}.map((each) => each.querySelector('input').checked)`)).toEqual([
      false,
      true,
    ]);
    expect(await page.evaluate(text)).toBe(plan);
  });

  test('is held anew against a plan that was changed meanwhile', async () => {
    await pull(edited(sent, (document) => void put(document, '2次', '4次'), false));
    await page.evaluate(`${editor}.dispatch({ changes: { from: 0, insert: '# 后来写的\\n' } })`);
    await page.click('写进计划');
    await page.until(`document.querySelector('.notice')?.textContent.includes('重新对照了一遍')`);
    expect(await page.evaluate(`${change('4次')}.textContent`)).toContain('第 8 行');
    expect(await written()).toBe(`# 后来写的\n${plan.replace('2次', '4次')}`);
  });

  test('another Word file is offered to be imported, and nothing becomes of one that isn’t wanted', async () => {
    const other = await pingan(
      ['gen', path.resolve('examples/minutes.yaml'), '-f', 'docx', '-o', '-'],
      page.folder,
    );
    await drop('别的.docx', other.bytes);
    await page.until(`document.querySelector('dialog')?.textContent.includes('不像是打开的这份计划生成的')`);
    expect(await page.evaluate(`document.activeElement.textContent`)).toBe('作为新计划导入');
    await page.click('不要了');
    expect(await page.evaluate(text)).toBe(plan);
    await drop('别的.docx', other.bytes);
    await page.click('作为新计划导入');
    await page.until(`document.querySelector('dialog')?.textContent.includes('读进来了')`);
    await page.click('打开');
    await page.until(`${text}.includes('文种: 纪要')`);
  });

  test('nothing went wrong in the page', () => expect(page.errors).toEqual([]));
});
