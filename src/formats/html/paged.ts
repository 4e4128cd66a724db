/// <reference lib="dom" />

/**
 * Runs in the browser, in a page that was written or in one that shows it: sets blanks beside digits and lets marks hang
 * as Word does, and on the screen lays what `main` holds out in sheets of paper. The text flows through columns of the
 * size of the type area, so that the browser itself decides where pages end, by the same rules as in print. Its text is
 * put into pages as it stands, so it holds everything that it calls. `added` is what hasn't been in such a page before; where it was put into flows that stand already, they stay.
 */
export function paged(main: HTMLElement, added: readonly ParentNode[] = [main]): void {
  /** A digit or a letter beside a Han character; a mark that nothing has to follow on its line. */
  const places =
    /(?<=\p{Script=Han})(?=[\dA-Za-z])|(?<=[\dA-Za-z])(?=\p{Script=Han})|[、，。；：](?![、，。；：！？”’）》」』〕…—])/gu;

  const element = (name: string, ...children: Node[]) => {
    const made = document.createElement(['gap', 'hang', 'unbroken'].includes(name) ? 'span' : 'div');
    made.className = name;
    made.append(...children);
    return made;
  };

  function textsOf(block: Element): Text[] {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (walker.nextNode()) found.push(walker.currentNode as Text);
    return found;
  }

  /** From the last to the first, so that what is put in moves no place that is still to come. */
  function spaced(block: Element): void {
    const texts = textsOf(block);
    const found = [
      ...texts
        .map(({ data }) => data)
        .join('')
        .matchAll(places),
    ].reverse();
    let start = texts.reduce((sum, { length }) => sum + length, 0);
    for (const text of texts.reverse()) {
      start -= text.length;
      while (found[0] && found[0].index >= start) {
        const [{ index, 0: mark }] = found.splice(0, 1) as [RegExpExecArray];
        if (index === 0) continue;
        const behind = text.splitText(index - start);
        if (mark === '') behind.before(element('gap'));
        else {
          behind.splitText(1);
          const hanging = element('hang');
          behind.replaceWith(hanging);
          hanging.append(behind);
        }
      }
    }
  }

  /** Browsers end lines behind the hyphens of telephone numbers. */
  function unbroken(block: Element): void {
    for (const text of textsOf(block))
      for (const { 0: number, index } of [...text.data.matchAll(/(?<!\d)\d+(?:-\d+)+/g)].reverse()) {
        const behind = text.splitText(index);
        behind.splitText(number.length);
        const whole = element('unbroken');
        behind.replaceWith(whole);
        whole.append(behind);
      }
  }

  /** Upright pages stand in no section; each kind of pages flows by itself. */
  function flows(): HTMLElement[] {
    const made: HTMLElement[] = [];
    let upright: HTMLElement | undefined;
    for (const child of [...main.childNodes]) {
      const section = child instanceof HTMLElement && child.localName === 'section' ? child : undefined;
      if (section || upright === undefined) {
        const flow = element('flow');
        child.before(element(`pages ${section?.className ?? ''}`, flow));
        made.push(flow);
        upright = section ? undefined : flow;
        flow.append(child);
      } else upright.append(child);
    }
    return made.filter((flow) => flow.textContent?.trim() !== '' || flow.parentElement?.remove());
  }

  /** As many sheets behind a flow as it has columns; 版记 goes to the foot of the last one. */
  function sheets(flow: HTMLElement, before: number): number {
    const pages = flow.parentElement as HTMLElement;
    const style = getComputedStyle(flow);
    const [wide, high] = [style.columnWidth, style.getPropertyValue('--height')].map(Number.parseFloat) as [
      number,
      number,
    ];
    const [across, down] = [
      wide + Number.parseFloat(style.columnGap),
      high + Number.parseFloat(style.rowGap),
    ];
    const stacked = CSS.supports('column-wrap: wrap');
    const count = stacked
      ? Math.round((flow.offsetHeight + down - high) / down)
      : Math.round((flow.scrollWidth + across - wide) / across);
    // 7.5: a page overleaf has an even number, so there may be a blank one before it.
    const blanks = Number(pages.classList.contains('overleaf') && before % 2 === 0 && before > 0);
    pages.style.setProperty('--blank', String(blanks));
    // What stands already as it should is left alone, or all of it would be laid out again.
    const there = pages.querySelectorAll<HTMLElement>('.sheet');
    for (const sheet of [...there].slice(count + blanks)) sheet.remove();
    for (let index = 0; index < count + blanks; index++) {
      const number = before + index + 1;
      const shown = `— ${number} —`;
      const old = there[index];
      if (old?.dataset['number'] === shown) continue;
      const sheet = element(`sheet ${number % 2 === 1 ? 'odd' : 'even'}`);
      sheet.dataset['number'] = shown;
      sheet.style.setProperty('--at', String(index));
      if (old) old.replaceWith(sheet);
      else flow.before(sheet);
    }
    for (const foot of flow.querySelectorAll<HTMLElement>('.feet')) {
      foot.style.removeProperty('--down');
      const box = flow.getBoundingClientRect();
      // Whoever shows the page may show it smaller or larger.
      const scale = box.width / flow.offsetWidth || 1;
      const end = (foot.getBoundingClientRect().bottom - box.top) / scale;
      const left = high - (stacked ? end % down : end);
      // A pixel less, lest rounding moves it to another page.
      if (left > 1) foot.style.setProperty('--down', `${left - 1}px`);
    }
    return before + count + blanks;
  }

  /** Browsers leave one line of three behind, as Word never does. */
  function whole(block: HTMLElement): void {
    // So much is more than three lines, and measuring it would lay out all that follows it twice.
    if ((block.textContent ?? '').length > 400) return;
    // In one piece, what is measured is all of it.
    block.classList.add('whole');
    const lines = block.offsetHeight / Number.parseFloat(getComputedStyle(block).lineHeight);
    block.classList.toggle('whole', lines < 3.5);
  }

  const within = <T extends Element = Element>(wanted: string) =>
    added.flatMap((each) => [
      ...(each instanceof Element && each.matches(wanted) ? [each as unknown as T] : []),
      ...each.querySelectorAll<T>(wanted),
    ]);
  for (const block of within('p:not(.signature), h1, h2, h3, h4, h5, h6, th, td')) {
    spaced(block);
    unbroken(block);
  }
  // All are measured before one is changed, lest each is laid out by itself.
  const wider = within<HTMLElement>('td .unbroken, th .unbroken').filter(
    (each) => each.offsetWidth > (each.closest('td, th')?.clientWidth ?? 0) - 14,
  );
  for (const each of wider) each.classList.remove('unbroken');
  for (const block of within<HTMLElement>('p')) whole(block);
  const made = main.classList.contains('paged') ? [...main.querySelectorAll<HTMLElement>('.flow')] : flows();
  main.classList.add('paged');
  // The number of the first page, where it isn't 1.
  const first = Number(main.dataset['first'] ?? 1);
  const lay = () => void made.reduce((before, flow) => sheets(flow, before), first - 1);
  lay();
  void document.fonts.ready.then(lay);
}
