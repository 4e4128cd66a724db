const vscode = require('vscode');

/** What keeps its place when the pages are made anew. */
const keeping = `<script>
  const api = acquireVsCodeApi();
  const at = api.getState() ?? 0;
  addEventListener('load', () => requestAnimationFrame(() => scrollTo(0, at)));
  addEventListener('scroll', () => api.setState(scrollY));
</script>`;

/** The pages of one plan beside its text, as they are while it is being written. */
class Pages {
  #panel;
  #uri;
  #ask;

  constructor(document, ask, closed) {
    this.#uri = document.uri.toString();
    this.#ask = ask;
    const name = document.fileName.replace(/^.*[\\/]/, '');
    const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { enableScripts: true, localResourceRoots: [] };
    this.#panel = vscode.window.createWebviewPanel('pingan.pages', `版面 ${name}`, beside, options);
    this.#panel.onDidDispose(closed);
  }

  reveal() {
    this.#panel.reveal(undefined, true);
  }

  /** The last good pages stay while the plan can't be read. */
  async refresh() {
    const pages = await this.#ask('pingan/pages', { textDocument: { uri: this.#uri } });
    if (pages) this.#panel.webview.html = pages.html.replace('</body>', () => `${keeping}</body>`);
  }
}

module.exports = { Pages };
