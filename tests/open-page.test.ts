import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mustBeBuilt } from '../scripts/built.mjs';
import { Browser } from './browser.ts';
import { Page } from './browser-page.ts';
import { png } from './drawn.ts';
import { officeTable } from './office-table.ts';
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

const beside = `标题: 柳溪村2026年调研提纲
文种: 调研提纲
单位: 柳溪村村民委员会
日期: 2026-03-05
正文:
  - 标题: 走访入户
    内容: 由网格员逐户走访。
    图片: [{ 文件: 图片/甲.png, 题注: 网格图 }]
  - 排查化解: 当场登记。
`;

/** The page of `pingan open`, and what ends it, which gives the code of its end. */
async function opened(browser: Browser, cwd: string, what: string) {
  const ending = new AbortController();
  let run: ReturnType<typeof pingan> | undefined;
  const address = await new Promise<string>((resolve) => {
    run = pingan(['open', '--no-browser', what], cwd, {
      signal: ending.signal,
      out: (url) => resolve(String(url).trim()),
    });
  });
  const end = async () => {
    ending.abort();
    return (await run)?.code;
  };
  return { address, end, page: await Page.open(browser, address) };
}

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
    const { page, address, end } = await opened(browser, cwd, '计划.yaml');
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
    const other = path.join(cwd, '计划（另一份）.yaml');
    expect(readFileSync(other, 'utf8')).toBe(`# 甲\n${theirs}`);

    // From then on this page is about its own file: what the others go on to save is none of its business.
    writeFileSync(file, theirs.replace('枫湾村2026', '荷塘村2026'));
    await page.evaluate(`${editor}.dispatch({ changes: { from: 0, insert: '# 乙\\n' } })`);
    await expect.poll(() => readFileSync(other, 'utf8')).toBe(`# 乙\n# 甲\n${theirs}`);
    writeFileSync(other, `# 丙\n${theirs}`);
    await page.until(`${text}.startsWith('# 丙')`);

    expect(page.requests.filter((each) => !each.startsWith(address) && !each.startsWith('blob:'))).toEqual(
      [],
    );
    expect(page.errors.filter((each) => !each.includes('412'))).toEqual([]);
    expect(await end()).toBe(0);
  });

  test('what takes long to be saved is nobody else’s, and a plan that was taken away is written again', async () => {
    const cwd = folder();
    const file = path.join(cwd, '计划.yaml');
    writeFileSync(file, plan);
    const { page, end } = await opened(browser, cwd, '计划.yaml');
    await page.until(`${pages}.includes('任务59')`);
    const said = `document.querySelector('.notice')?.textContent`;
    await page.evaluate(`{
      const soon = fetch;
      window.fetch = async (place, request) => {
        const answer = await soon(place, request);
        if (request?.method === 'PUT') await new Promise((resolve) => setTimeout(resolve, 900));
        return answer;
      };
    }`);
    const put = (words: string) =>
      page.evaluate(`${editor}.dispatch({ changes: { from: 0, insert: '# ${words}\\n' } })`);
    await put('甲');
    await expect.poll(() => readFileSync(file, 'utf8')).toBe(`# 甲\n${plan}`);
    await put('乙');
    await page.evaluate(`dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true }))`);
    await page.until(`${said}?.includes('已存在文件夹里')`);
    expect(readFileSync(file, 'utf8')).toBe(`# 乙\n# 甲\n${plan}`);
    expect(await page.evaluate(`dispatchEvent(new Event('beforeunload', { cancelable: true }))`)).toBe(true);

    rmSync(file);
    await page.until(`${said}?.includes('被删去或改了名')`);
    expect(await page.evaluate(text)).toBe(`# 乙\n# 甲\n${plan}`);
    await put('丙');
    expect(await page.evaluate(`dispatchEvent(new Event('beforeunload', { cancelable: true }))`)).toBe(false);
    await page.until(`${said}?.includes('又存成了')`);
    expect(readFileSync(file, 'utf8')).toBe(`# 丙\n# 乙\n# 甲\n${plan}`);
    expect(readdirSync(cwd)).toEqual(['计划.yaml']);
    expect(await end()).toBe(0);
  });

  test('what lies beside a plan is used as the command uses it, and looked at anew when it changes', async () => {
    const cwd = folder();
    const put = (name: string, content: string | Uint8Array) => {
      mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
      writeFileSync(path.join(cwd, name), content);
    };
    const own = (word: string) => `${word}\n\n${readFileSync('templates/partials/落款.hbs', 'utf8')}`;
    const words = '类型: 替换, 级别: 警告, 词表: { 文件: 用词.txt }';
    put('pingan.config.yaml', `自定义规则:\n  我们的用词: { ${words} }\n`);
    put('用词.txt', '网格员=专职网格员\n');
    put('各村/图片/甲.png', png(40, 30, 3000));
    put('各村/模板/partials/落款.hbs', own('我们单位自己的话。'));
    put('各村/模板/调研提纲/document.hbs', '{{> 公文}}\n');
    put('各村/计划.yaml', beside);
    const { page, end } = await opened(browser, cwd, '.');
    await page.click('各村/计划');
    await page.until(`${pages}.includes('我们单位自己的话。')`);
    await page.until(`document.querySelector('.findings').textContent.includes('专职网格员')`);
    await page.until(`document.querySelector('.paper').shadowRoot.querySelector('img').naturalWidth === 40`);
    await page.click('交出');
    await page.click('[data-kind=docx]');
    const parts = unzipSync((await page.saved('.docx')).bytes);
    const run = await pingan(['gen', '各村/计划.yaml', '-o', '-', '-f', 'docx'], cwd);
    expect(run.code, run.err).toBe(0);
    const wanted = unzipSync(run.bytes);
    expect(Object.keys(parts).sort()).toEqual(Object.keys(wanted).sort());
    for (const [name, bytes] of Object.entries(wanted))
      expect(Buffer.from(parts[name] ?? []).equals(Buffer.from(bytes)), name).toBe(true);

    put('各村/模板/partials/落款.hbs', own('换了一句话。'));
    await page.until(`${pages}.includes('换了一句话。')`);
    put('用词.txt', '网格员=网格长\n');
    await page.until(`document.querySelector('.findings').textContent.includes('网格长')`);

    // What lies there in vain is told, and no more when it has been moved.
    const told = `document.querySelector('.findings').textContent`;
    put('各村/模板/附注.hbs', '甲');
    put('各村/模版/partials/主送.hbs', '乙');
    put('各村/pingan.config.yaml.txt', '预设: 无\n');
    await page.until(`${told}.includes('模板/附注.hbs 没有用上：应放在“partials/附注.hbs”')`);
    await page.until(`${told}.includes('模版/ 没有用上：放模板的目录叫“模板”，改成这个名称。')`);
    await page.until(`${told}.includes('pingan.config.yaml.txt 没有用上：配置文件叫 pingan.config.yaml。')`);
    expect(await page.evaluate(told)).not.toContain('--template');
    renameSync(path.join(cwd, '各村/模板/附注.hbs'), path.join(cwd, '各村/模板/partials/附注.hbs'));
    await page.until(`!${told}.includes('附注.hbs 没有用上')`);
    expect(page.errors).toEqual([]);
    expect(await end()).toBe(0);
  });

  test('a folder that is chosen in the browser is worked in as the served one is', async () => {
    const { page, end } = await opened(browser, folder(), '.');
    // Nobody can answer the browser's own question here: its private folder stands for the chosen one.
    await page.evaluate(`(async () => {
      const root = await navigator.storage.getDirectory();
      window.showDirectoryPicker = async () => root;
      window.put = async (name, text) => {
        let folder = root;
        for (const each of name.split('/').slice(0, -1))
          folder = await folder.getDirectoryHandle(each, { create: true });
        const writing = await (await folder.getFileHandle(name.split('/').at(-1), { create: true })).createWritable();
        await writing.write(text);
        await writing.close();
      };
      window.got = async (name) => (await (await root.getFileHandle(name)).getFile()).text();
      await put('计划.yaml', '标题: 甲村计划\\n正文:\\n  - 要求: 逐户排查。\\n');
      await put('模板/partials/落款.hbs', '我们单位自己的话。\\n');
    })()`);
    await page.click('打开文件夹');
    await page.click('.go-on');
    await page.until(`${pages}.includes('我们单位自己的话。')`);
    await page.evaluate(`${editor}.dispatch({ changes: { from: 4, to: 6, insert: '乙村' } })`);
    await page.until(`got('计划.yaml').then((text) => text.startsWith('标题: 乙村计划'))`);
    await page.until(`document.querySelector('.bar').textContent.includes('已存在文件夹里')`);
    await page.evaluate(`put('计划.yaml', '标题: 丙村计划\\n正文:\\n  - 要求: 逐户排查。\\n')`);
    await page.until(`${pages}.includes('丙村计划')`);
    await page.evaluate(
      `put('模板/partials/落款.hbs', '换了一句话。\\n').then(() => dispatchEvent(new Event('focus')))`,
    );
    await page.until(`${pages}.includes('换了一句话。')`);
    expect(page.errors).toEqual([]);
    expect(await end()).toBe(0);
  });

  test('a Word file that is opened becomes a plan, and nothing else is opened in silence', async () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, '计划.yaml'), plan);
    await pingan(['gen', '计划.yaml', '-o', '旧.docx'], cwd);
    const { page, end } = await opened(browser, cwd, '旧.docx');
    await page.until(`document.querySelector('dialog').textContent.includes('柳溪村2026年工作要点')`);
    await page.click('.dialog .primary');
    await page.until(`${text}.includes('单位: 柳溪村村民委员会')`);
    expect(readdirSync(cwd)).toContain('旧.yaml');
    expect(await end()).toBe(0);
    writeFileSync(path.join(cwd, '村表.csv'), '村名\n甲村\n');
    writeFileSync(path.join(cwd, '旧.txt'), '甲');
    expect((await pingan(['open', '村表.csv'], cwd)).err).toContain('是数据表');
    expect((await pingan(['open', '旧.txt'], cwd)).err).toContain('pingan import 旧.txt');
    expect((await pingan(['gen', '旧.docx'], cwd)).err).toContain('pingan import');
  });

  test('rows of a village are one document, with another sheet and what is hidden, in a folder of the folder', async () => {
    const cwd = folder();
    const rows = [
      ['村名', '任务', '户数'],
      ['甲村', '走访', '3'],
      ['乙村', '巡查', '4'],
      ['甲村', '登记', '5'],
      ['丙村', '宣传', '6'],
    ];
    const projects = [
      ['村名', '项目'],
      ['甲村', '路灯'],
      ['甲村', '水渠'],
      ['乙村', '广场'],
    ];
    writeFileSync(
      path.join(cwd, '各村.xlsx'),
      officeTable({ name: '任务', rows, hiddenRows: [5] }, { name: '项目清单', rows: projects }),
    );
    writeFileSync(
      path.join(cwd, '计划.yaml'),
      `标题: '{{村名}}2026年工作要点'
正文:
  - 任务: '{{#each 各行}}{{任务}}{{户数}}户；{{/each}}'
  - 项目: '{{#if 项目清单}}{{#each 项目清单}}{{项目}}；{{/each}}{{else}}没有项目。{{/if}}'
`,
    );
    const { page, end } = await opened(browser, cwd, '计划.yaml');
    await page.until(`document.querySelector('.bench')`);
    await page.click('成批生成');
    await page.choose('.batch input[type=file]', path.join(cwd, '各村.xlsx'));
    await page.until(`document.querySelector('.refused').textContent.includes('还不能生成')`);
    await page.choice('[data-of=group]', '村名');
    await page.until(`document.querySelectorAll('.rows button').length === 2`);
    await page.until(`${pages}.includes('走访3户；登记5户；') && ${pages}.includes('路灯；水渠；')`);
    expect(await page.evaluate(`document.querySelector('.prospect').textContent`)).toContain(
      '筛选掉的没有做',
    );
    await page.click('隐藏的');
    await page.until(`document.querySelectorAll('.rows button').length === 3`);
    await page.click('生成 3 份，存进文件夹');
    await page.until(`document.querySelector('.outcome').textContent.includes('做好 3 份')`);
    const order = ['batch', '计划.yaml', '--data', '各村.xlsx', '--group', '村名', '--list', '项目清单:村名'];
    const name = ['--include-hidden', '--name', '{{村名}}计划', '-o', '命令'];
    const run = await pingan([...order, ...name], cwd);
    expect(run.code, run.err).toBe(0);
    const made = readdirSync(path.join(cwd, '输出'));
    expect(made.sort()).toEqual(['丙村计划.docx', '乙村计划.docx', '甲村计划.docx']);
    for (const name of made)
      expect(word(path.join(cwd, '输出', name)), name).toBe(word(path.join(cwd, '命令', name)));

    writeFileSync(path.join(cwd, '输出/甲村计划.docx'), '改过的');
    await page.click('生成 3 份，存进文件夹');
    await page.until(`document.querySelector('.outcome').textContent.includes('没有覆盖')`);
    expect(readFileSync(path.join(cwd, '输出/甲村计划.docx'), 'utf8')).toBe('改过的');

    // Another folder than the one that is open, chosen in the browser: its private one stands for it.
    await page.evaluate(`(async () => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('别处', { create: true });
      const writing = await (await root.getFileHandle('乙村计划.docx', { create: true })).createWritable();
      await writing.write('别人的');
      await writing.close();
      window.showDirectoryPicker = async () => root;
      window.made = async (name) =>
        [...new Uint8Array(await (await (await root.getFileHandle(name)).getFile()).arrayBuffer())];
    })()`);
    await page.click('存进别的文件夹');
    await page.until(`document.querySelector('.outcome li')?.textContent === '乙村计划.docx'`);
    const elsewhere = async (name: string) => Buffer.from(await page.evaluate<number[]>(`made('${name}')`));
    expect((await elsewhere('乙村计划.docx')).toString()).toBe('别人的');
    for (const name of ['甲村计划.docx', '丙村计划.docx'])
      expect(wordOf(await elsewhere(name)), name).toBe(word(path.join(cwd, '命令', name)));
    expect(readFileSync(path.join(cwd, '输出/甲村计划.docx'), 'utf8')).toBe('改过的');
    expect(readdirSync(path.join(cwd, '输出')).sort()).toEqual(made.sort());
    expect(page.errors).toEqual([]);
    expect(await end()).toBe(0);
  });
});

const wordOf = (bytes: Uint8Array) => Buffer.from(unzipSync(bytes)['word/document.xml'] ?? []).toString();
const word = (file: string) => wordOf(readFileSync(file));
