import { h } from './dom.ts';
import { Refused } from './engine.ts';

/** Says something for a few seconds, where it stands in nobody's way; what the engine refuses stays until it is read. */
export function notice(what: unknown): void {
  const isBad = what instanceof Error;
  const words = what instanceof Refused ? what.message : isBad ? `出错了：${what.message}` : String(what);
  const close = () => element.remove();
  const element = h(
    isBad ? 'div.notice.bad' : 'div.notice',
    { role: isBad ? 'alert' : 'status' },
    h('p', {}, words),
    h('button.quiet', { type: 'button', onclick: close, 'aria-label': '知道了' }, '知道了'),
  );
  unsaid();
  document.body.append(element);
  if (!isBad) setTimeout(close, 5000);
}

/** Takes away what was said last. */
export function unsaid(): void {
  document.querySelector('.notice')?.remove();
}
