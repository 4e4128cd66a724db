import type { Text } from '../worker/look.ts';
import { fill, h } from './dom.ts';
import type { Engine } from './engine.ts';
import { handOut, type Kind } from './hand-out.ts';
import { isServed } from './served-files.ts';

/** Who stands behind the buttons. */
export interface Bench {
  readonly text: Text;
  readonly name: string;
  readonly title: string;
  readonly pages: { zoom(factor: number): void };
  rename(name: string): Promise<void>;
  keep(): Promise<void>;
}

const ways: readonly { kind: Kind; name: string; note: string }[] = [
  { kind: 'docx', name: 'Word 文件', note: '按公文格式排好，可以直接印发' },
  { kind: 'review', name: '带批注的 Word（送审）', note: '检查出的问题写成批注' },
  { kind: 'print', name: '打印或存成 PDF', note: '只印公文，不印这一页' },
  ...(isServed
    ? ([{ kind: 'proof', name: '精确校样（PDF）', note: '由 LibreOffice 排，与 Word 文件逐页一样' }] as const)
    : []),
  { kind: 'md', name: 'Markdown', note: '贴到网页、聊天里' },
  { kind: 'plan', name: '计划文件（.yaml）', note: '存下来，以后接着写' },
];

/** The line above a plan: its name, whether it is kept, and what can be done with it. */
export class Bar {
  readonly element: HTMLElement;
  readonly batch = h('button', { type: 'button', 'aria-pressed': 'false' }, '成批生成');
  readonly form = h('button', { type: 'button', 'aria-pressed': 'false' }, '表单');
  /** What comes back stands where it was handed out. */
  readonly pull = h(
    'button.quiet',
    { type: 'button', popovertarget: 'hand-out', popovertargetaction: 'hide' },
    h('b', {}, '收回改过的 Word 文件…'),
    h('span', {}, '别人改过的，一处一处收回计划'),
  );
  readonly #name = h('input.name', { 'aria-label': '文件名', spellcheck: false });
  readonly #state = h('span.state', { role: 'status' });
  readonly #count = h('span.state');

  constructor(bench: Bench, engine: Engine, leave: () => void) {
    this.#name.addEventListener('change', () => void bench.rename(named(this.#name.value)));
    const menu = h(
      'div.menu',
      { popover: 'auto', id: 'hand-out' },
      ways.map(({ kind, name, note }) =>
        h(
          'button.quiet',
          {
            type: 'button',
            'data-kind': kind,
            onclick: () => {
              menu.hidePopover();
              void handOut(kind, bench, engine);
            },
          },
          h('b', {}, name),
          h('span', {}, note),
        ),
      ),
      this.pull,
    );
    const zoom = h(
      'select',
      { 'aria-label': '页面大小', onchange: () => bench.pages.zoom(Number(zoom.value)) },
      [
        ['0', '适合宽度'],
        ['0.75', '75%'],
        ['1', '100%'],
        ['1.25', '125%'],
        ['1.5', '150%'],
      ].map(([value, text]) => h('option', { value }, text ?? '')),
    );
    this.element = h(
      'header.bar',
      {},
      h(
        'button.brand',
        { type: 'button', onclick: leave, title: '回到开始页' },
        h('span.seal', { 'aria-hidden': 'true' }, '平安'),
        h('span', {}, '开始'),
      ),
      this.#name,
      this.#state,
      h('span.room'),
      this.#count,
      zoom,
      this.form,
      this.batch,
      h('button.primary', { type: 'button', popovertarget: 'hand-out', 'aria-haspopup': 'menu' }, '交出 ▾'),
      menu,
    );
  }

  opened(name: string): void {
    this.#name.value = name.replace(/\.ya?ml$/, '');
    fill(this.#state);
  }

  unkept(): void {
    fill(this.#state, '……');
  }

  kept(where: string): void {
    fill(this.#state, where.startsWith('只') ? where : `已${where}`);
  }

  counted(characters: number): void {
    fill(this.#count, `${characters} 字`);
  }
}

function named(typed: string): string {
  const name = typed.trim().replace(/[\\/:*?"<>|]/g, '') || '计划';
  return /\.ya?ml$/.test(name) ? name : `${name}.yaml`;
}
