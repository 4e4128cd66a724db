import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from './browser.ts';

/** How long a page may take until what is waited for is there. */
const patience = 40_000;

/** A page of the browser, driven as a person drives it. */
export class Page {
  readonly #browser: Browser;
  readonly #session: string;
  /** Where downloads go. */
  readonly folder = mkdtempSync(path.join(tmpdir(), 'pingan-downloads-'));
  /** Addresses that anything in the page asked for. */
  readonly requests: string[] = [];
  /** What went wrong in the page, refusals of its policy included. */
  readonly errors: string[] = [];
  /** What the browser has asked; all of it is agreed to. */
  readonly dialogs: string[] = [];

  private constructor(browser: Browser, session: string) {
    this.#browser = browser;
    this.#session = session;
    browser.listen(({ method, params, sessionId }) => {
      if (sessionId !== session) return;
      if (method === 'Network.requestWillBeSent')
        this.requests.push((params['request'] as { url: string }).url);
      if (method === 'Runtime.exceptionThrown')
        this.errors.push(JSON.stringify(params['exceptionDetails']).slice(0, 600));
      if (method === 'Log.entryAdded') this.errors.push(JSON.stringify(params['entry']).slice(0, 600));
      if (method !== 'Page.javascriptDialogOpening') return;
      this.dialogs.push(String(params['type']));
      void this.#ask('Page.handleJavaScriptDialog', { accept: true });
    });
  }

  static async open(browser: Browser, url: string, size = { width: 1366, height: 768 }): Promise<Page> {
    const { targetId } = await browser.ask('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.ask('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(browser, sessionId as string);
    for (const domain of ['Page', 'Runtime', 'Network', 'Log', 'DOM']) await page.#ask(`${domain}.enable`);
    await page.#ask('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
    await browser.ask('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: page.folder });
    await page.go(url);
    return page;
  }

  async go(url: string): Promise<void> {
    await this.#ask('Page.navigate', { url });
    await this.until('document.readyState === "complete"');
  }

  reload(): Promise<unknown> {
    return this.#ask('Page.reload');
  }

  async evaluate<T = unknown>(expression: string): Promise<T> {
    const answer = await this.#ask('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    const { result, exceptionDetails } = answer as { result: { value: T }; exceptionDetails?: object };
    if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return result.value;
  }

  /** Waits for a condition to hold; gives what it gave. */
  async until<T = unknown>(expression: string): Promise<T> {
    const end = Date.now() + patience;
    for (;;) {
      const found = await this.evaluate<T>(expression).catch(() => undefined);
      if (found) return found;
      if (Date.now() > end) throw new Error(`never: ${expression}\n${this.errors.join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Clicks on the button that begins with a text, or has it, or on what a selector finds. */
  async click(what: string): Promise<void> {
    const seen = `[...document.querySelectorAll('button, summary, input, select, label.tick')].filter((each) => each.checkVisibility())`;
    const said = JSON.stringify(what);
    const selector = JSON.stringify(/^[#.\w[]/.test(what) ? what : 'none');
    const found = `((all) => all.find((each) => each.textContent.startsWith(${said})) ?? all.find((each) => each.textContent.includes(${said})) ?? document.querySelector(${selector}))(${seen})`;
    await this.until(`!!(${found})`);
    await this.evaluate(`(${found}).click()`);
  }

  /** Chooses one of several. */
  async choice(selector: string, value: string): Promise<void> {
    const select = `document.querySelector(${JSON.stringify(selector)})`;
    await this.evaluate(
      `${select}.value = ${JSON.stringify(value)}; ${select}.dispatchEvent(new Event('change'))`,
    );
  }

  /** Types as an editor of text hears it. */
  async type(text: string): Promise<void> {
    await this.#ask('Input.insertText', { text });
  }

  /** What an input method shows before it is chosen; nothing is text yet. */
  async compose(text: string): Promise<void> {
    const [selectionStart, selectionEnd] = [text.length, text.length];
    await this.#ask('Input.imeSetComposition', { text, selectionStart, selectionEnd });
  }

  async press(key: string, code: number, modifiers = 0): Promise<void> {
    for (const type of ['keyDown', 'keyUp'])
      await this.#ask('Input.dispatchKeyEvent', {
        type,
        key,
        code: key,
        windowsVirtualKeyCode: code,
        modifiers,
      });
  }

  async clickAt(x: number, y: number): Promise<void> {
    for (const type of ['mousePressed', 'mouseReleased'])
      await this.#ask('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  }

  /** Gives files to an input of the page. */
  async choose(selector: string, ...files: string[]): Promise<void> {
    await this.until(`document.querySelector(${JSON.stringify(selector)})`);
    const { root } = (await this.#ask('DOM.getDocument')) as { root: { nodeId: number } };
    const { nodeId } = await this.#ask('DOM.querySelector', { nodeId: root.nodeId, selector });
    await this.#ask('DOM.setFileInputFiles', { nodeId, files });
  }

  /** The file that was saved last, once it is whole. */
  async saved(ending: string): Promise<{ name: string; bytes: Buffer }> {
    const end = Date.now() + patience;
    for (;;) {
      const name = readdirSync(this.folder).find((each) => each.endsWith(ending));
      if (name !== undefined) return { name, bytes: readFileSync(path.join(this.folder, name)) };
      if (Date.now() > end) throw new Error(`no ${ending} was saved: ${readdirSync(this.folder)}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  async picture(file: string): Promise<void> {
    const { data } = await this.#ask('Page.captureScreenshot', { format: 'png' });
    writeFileSync(file, Buffer.from(data as string, 'base64'));
  }

  /** A print of the page, as a PDF. */
  async printed(): Promise<Buffer> {
    const { data } = await this.#ask('Page.printToPDF', { preferCSSPageSize: true, printBackground: true });
    return Buffer.from(data as string, 'base64');
  }

  async dark(isDark: boolean): Promise<void> {
    const features = [{ name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' }];
    await this.#ask('Emulation.setEmulatedMedia', { features });
  }

  #ask(method: string, params: object = {}): Promise<Record<string, unknown>> {
    return this.#browser.ask(method, params, this.#session);
  }
}
