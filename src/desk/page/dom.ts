type Content = Node | string | undefined | false | readonly Content[];
type Given = Record<string, unknown>;

/**
 * An element: its name with its classes (`button.primary`), its properties and attributes, and what stands in it. Words
 * are put in as text, whatever they look like.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K | `${K}.${string}`,
  given: Given = {},
  ...content: Content[]
): HTMLElementTagNameMap[K] {
  const [tag = '', ...classes] = name.split('.');
  const element = document.createElement(tag as K);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(given)) {
    if (key.startsWith('on') && typeof value === 'function')
      element.addEventListener(key.slice(2), value as EventListener);
    else if (key in element && !key.startsWith('aria')) Reflect.set(element, key, value);
    else if (value !== undefined && value !== false) element.setAttribute(key, String(value));
  }
  fill(element, ...content);
  return element;
}

/** Puts something else into an element. */
export function fill(element: Element, ...content: Content[]): void {
  element.replaceChildren(...nodes(content));
}

function nodes(content: readonly Content[]): (Node | string)[] {
  return content.flatMap((each) => {
    if (each === undefined || each === false) return [];
    return Array.isArray(each) ? nodes(each) : [each as Node | string];
  });
}

/** Runs what came last, once nothing has come for a while. */
export function later(wait: () => number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, wait());
  };
}

/** Runs now, or once more when what runs has ended, however often it was wanted meanwhile. */
export function inTurn(run: () => Promise<void>): () => Promise<void> {
  let isWanted = false;
  let running: Promise<void> | undefined;
  const all = async () => {
    while (isWanted) {
      isWanted = false;
      await run();
    }
  };
  return () => {
    isWanted = true;
    running ??= Promise.resolve()
      .then(all)
      .finally(() => {
        running = undefined;
      });
    return running;
  };
}
