import type { Example } from '../worker/shipped.ts';
import { fill, h } from './dom.ts';
import type { FileInfo, Files } from './files.ts';

/** What can be begun with. */
export interface Beginnings {
  begin(example: Example): void;
  open(files: readonly File[]): void;
  /** Missing where the browser can't. */
  openFolder?(): void;
  paste(html: string, text: string): void;
  goOn(file: FileInfo): void;
  forget(file: FileInfo): void;
}

/** The first page: go on, begin anew, open, or paste. */
export function start(
  examples: readonly Example[],
  files: readonly FileInfo[],
  keeps: Files['keeps'],
  told: Beginnings,
): HTMLElement {
  return h(
    'main.start',
    {},
    h(
      'header',
      {},
      h('h1', {}, h('span.seal', { 'aria-hidden': 'true' }, '平安'), '写公文'),
      h('p', {}, '工作要点、方案、总结、通知……只管写内容，标题、序号、页面、落款都按国家标准排好。'),
    ),
    files.length > 0 && (keeps === 'browser' ? goingOn(files, told) : inFolder(files, told)),
    h(
      'section',
      { 'aria-label': '新写一份' },
      h('h2', {}, '新写一份'),
      h('p.note', {}, '打开的是一份写好的样子，把里面的字改成自己的就行。'),
      h(
        'div.kinds',
        {},
        examples.map((example) =>
          h(
            'button.kind',
            { type: 'button', onclick: () => told.begin(example) },
            h('b', {}, example.name),
            h('span', {}, example.note),
          ),
        ),
      ),
    ),
    h('div.two', {}, opening(told), pasting(told)),
    h('footer', {}, '文件只在这台电脑上处理：不用联网，不上传，关掉网页也还在。'),
  );
}

function goingOn(files: readonly FileInfo[], told: Beginnings): HTMLElement {
  const list = h('ul.recent');
  const show = (left: readonly FileInfo[]) =>
    fill(
      list,
      left.slice(0, 6).map((file) =>
        h(
          'li',
          {},
          opened(file, told),
          h(
            'button.quiet',
            {
              type: 'button',
              title: '从浏览器里删去',
              'aria-label': `删去 ${file.name}`,
              onclick: () => {
                if (!confirm(`从浏览器里删去“${file.name}”？删了就找不回来了。`)) return;
                told.forget(file);
                show(left.filter((each) => each !== file));
              },
            },
            '✕',
          ),
        ),
      ),
    );
  show(files);
  return h('section', { 'aria-label': '接着写' }, h('h2', {}, '接着写'), list);
}

function inFolder(files: readonly FileInfo[], told: Beginnings): HTMLElement {
  const list = h(
    'ul.recent',
    {},
    files.map((file) => h('li', {}, opened(file, told))),
  );
  return h('section', { 'aria-label': '文件夹里的计划' }, h('h2', {}, '文件夹里的计划'), list);
}

function opened(file: FileInfo, told: Beginnings): HTMLElement {
  return h(
    'button.go-on',
    { type: 'button', onclick: () => told.goOn(file) },
    h('b', {}, file.name.replace(/\.ya?ml$/, '')),
    h('span', {}, when(file.changed)),
  );
}

function opening(told: Beginnings): HTMLElement {
  const input = h('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    accept: '.yaml,.yml,.docx,.md,.txt,.html,.htm',
    onchange: () => told.open([...(input.files ?? [])]),
  });
  return h(
    'section.drop',
    { 'aria-label': '打开' },
    h('h2', {}, '打开'),
    h('p', {}, '把文件拖到这一页上，或者'),
    h('button.primary', { type: 'button', onclick: () => input.click() }, '选文件…'),
    told.openFolder && h('button', { type: 'button', onclick: told.openFolder }, '打开文件夹…'),
    input,
    h(
      'ul.note',
      {},
      h('li', {}, h('b', {}, '去年的 Word 文件'), '（.docx）：变成可以改的计划，年份可以一起改'),
      h('li', {}, h('b', {}, '计划文件'), '（.yaml）：接着写'),
      told.openFolder &&
        h('li', {}, h('b', {}, '文件夹'), '：里面的计划直接存回去，旁边的信头、图片、模板、配置都用上'),
    ),
  );
}

function pasting(told: Beginnings): HTMLElement {
  const box = h('div.paste', {
    contentEditable: 'true',
    role: 'textbox',
    tabIndex: 0,
    'aria-label': '把文字粘贴到这里',
    onpaste: (event: ClipboardEvent) => {
      event.preventDefault();
      const data = event.clipboardData;
      if (data) told.paste(data.getData('text/html'), data.getData('text/plain'));
    },
  });
  return h(
    'section',
    { 'aria-label': '粘贴' },
    h('h2', {}, '粘贴'),
    h('p', {}, '在 Word 或网页里选中、复制，点一下这里，按 Ctrl+V。'),
    box,
    h('p.note', {}, '标题、序号、主送、落款会自己认出来，认不准的留作正文，一个字也不丢。'),
  );
}

function when(time: number): string {
  const date = new Date(time);
  const clock = date.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' });
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? `今天 ${clock}` : `${date.getMonth() + 1}月${date.getDate()}日 ${clock}`;
}
