import { markOf } from '../../document/bookmark.ts';
import type { Attributes } from '../../package/xml.ts';

/** No text has more of them open at once, unless it is a trap. */
const most = 100;
/** What a comment is about is quoted no further. */
const longest = 200;

interface Bookmark {
  name: string;
  /** The paragraph that it begins in; 0 between two of them. */
  source: number;
  isSeen: boolean;
}

/** What a comment is about. */
export interface About {
  /** The paragraph that it begins in. */
  source: number;
  words: string;
}

/** Stretches of a text that begin and end wherever they like: bookmarks, and what comments are about. */
export class Ranges {
  private readonly bookmarks = new Map<string, Bookmark>();
  private readonly remarks = new Map<string, About>();
  private readonly ended = new Map<string, About>();

  /** Takes in what begins or ends here; the name of a bookmark that belongs to this paragraph even without words. */
  mark(
    name: string,
    { 'w:id': id = '', 'w:name': called = '' }: Attributes,
    source: number,
  ): string | undefined {
    switch (name) {
      case 'w:bookmarkStart':
        this.begin(id, called, source);
        return undefined;
      case 'w:bookmarkEnd': {
        const ended = this.bookmarks.get(id);
        this.bookmarks.delete(id);
        return ended && (!ended.isSeen || ended.source === source) ? ended.name : undefined;
      }
      case 'w:commentRangeStart':
        if (this.remarks.size < most) this.remarks.set(id, { source, words: '' });
        return undefined;
      case 'w:commentRangeEnd': {
        const about = this.remarks.get(id);
        if (about) this.ended.set(id, about);
        this.remarks.delete(id);
        return undefined;
      }
    }
    return undefined;
  }

  /** LibreOffice begins one again in the second half of a paragraph that was split, and never ends the first. */
  private begin(id: string, called: string, source: number): void {
    const name = markOf(called)?.mark;
    if (name === undefined) return;
    for (const [other, each] of this.bookmarks) if (each.name === name) this.bookmarks.delete(other);
    if (this.bookmarks.size < most) this.bookmarks.set(id, { name, source, isSeen: false });
  }

  /** Words are printed here: the bookmarks around them. */
  print(text: string, source: number): string[] {
    for (const about of this.remarks.values()) {
      if (about.words === '') about.source = source;
      if (about.words.length < longest) about.words += text;
    }
    return [...this.bookmarks.values()].map((each) => {
      each.isSeen = true;
      return each.name;
    });
  }

  about(id: string): About | undefined {
    return this.ended.get(id) ?? this.remarks.get(id);
  }
}
