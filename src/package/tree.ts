import { TooLarge } from './directory.ts';
import { type Attributes, XmlReader } from './xml.ts';

/** An element, with the place where it stands in the XML. */
export interface Element {
  name: string;
  attributes: Attributes;
  children: Element[];
  /** The text right in it. */
  text: string;
  start: number;
  end: number;
}

/** A document of a hundred pages has some 60,000; each takes a few hundred bytes. */
const most = 150_000;

/** The root of a document that is read whole. */
export function tree(xml: string): Element {
  let count = 0;
  const top: Element = { name: '', attributes: {}, children: [], text: '', start: 0, end: xml.length };
  const path = [top];
  const reader = new XmlReader({
    open(name, attributes) {
      if (++count > most) throw new TooLarge(`里面的内容超过 ${most} 个元素`);
      const start = xml.lastIndexOf('<', reader.position - 1);
      const element: Element = {
        name,
        attributes,
        children: [],
        text: '',
        start,
        end: start,
      };
      path.at(-1)?.children.push(element);
      path.push(element);
    },
    close() {
      const element = path.pop();
      if (element) element.end = reader.position;
    },
    text(text) {
      const element = path.at(-1);
      if (element) element.text += text;
    },
  });
  reader.write(xml).close();
  return top.children[0] ?? top;
}

/** The first child of a name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((each) => each.name === name);
}

/** All that an element holds, in the order of the document. */
export function* inside(element: Element): Iterable<Element> {
  const waiting = element.children.toReversed();
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    yield each;
    for (let index = each.children.length - 1; index >= 0; index--)
      waiting.push(each.children[index] as Element);
  }
}

/** XML without pieces of it, or with others in their place. */
export function edited(xml: string, pieces: readonly { start: number; end: number; by?: string }[]): string {
  let made = '';
  let read = 0;
  for (const { start, end, by = '' } of pieces.toSorted((one, other) => one.start - other.start)) {
    made += xml.slice(read, start) + by;
    read = end;
  }
  return made + xml.slice(read);
}
