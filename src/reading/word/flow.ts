import type { PrintedBlock } from '../printed.ts';
import { content } from './content.ts';
import { drawing } from './drawing.ts';
import { Paragraph } from './paragraph.ts';
import { choice, type Scope, skipped, through } from './scope.ts';
import type { Story } from './story.ts';
import { table } from './table.ts';

/** Reads what a body, a cell, a text box or a note holds: paragraphs and tables, and controls around them. */
export function flow(story: Story, blocks: PrintedBlock[]): Scope {
  let pending: Paragraph | undefined;
  const print = (paragraph: Paragraph | undefined) => {
    pending = undefined;
    if (paragraph) for (const block of paragraph.blocks()) blocks.push(block);
  };
  const ended = (paragraph: Paragraph) => {
    paragraph.tell();
    if (pending) paragraph.join(pending);
    if (runsOn(paragraph)) pending = paragraph;
    else print(paragraph);
  };
  const scope: Scope = {
    open(name, attributes) {
      switch (name) {
        case 'w:p':
        case 'm:oMathPara': {
          const paragraph = new Paragraph(story);
          const inner = content(paragraph, undefined, (host, fate) => drawing(flow, host, fate));
          return through(inner, () => ended(paragraph));
        }
        case 'w:tbl':
          if (pending && !pending.isEmpty) print(pending);
          return table(flow, story, blocks);
        case 'w:sdt':
          return control(scope, story);
        case 'w:altChunk':
          if (pending) print(pending);
          for (const block of story.embedded(attributes['r:id'] ?? '')) blocks.push(block);
          return skipped;
        case 'w:sectPr':
        case 'w:customXmlPr':
          return skipped;
        case 'w:bookmarkStart':
        case 'w:bookmarkEnd':
        case 'w:commentRangeStart':
        case 'w:commentRangeEnd':
          story.ranges.mark(name, attributes, 0);
          return skipped;
        case 'mc:AlternateContent':
          return choice(scope, () => story.told);
        default:
          return scope;
      }
    },
    close() {
      if (pending && !pending.isEmpty) print(pending);
    },
  };
  return scope;
}

/** The next paragraph goes on in the same line, where the mark between the two isn't printed. */
function runsOn({ said: { mark, dropped, section }, isEmpty }: Paragraph): boolean {
  if (section) return false;
  return Boolean(mark.gone || mark.hidden || (dropped && !isEmpty));
}

/** A content control; Word keeps its tables of contents in one. */
function control(inner: Scope, story: Story): Scope {
  let isContents = false;
  const properties: Scope = {
    open(name, { 'w:val': value = '' }) {
      if (name === 'w:docPartGallery' && /^table of contents$/i.test(value)) isContents = true;
      return properties;
    },
  };
  return {
    open(name) {
      if (name === 'w:sdtPr') return properties;
      if (name !== 'w:sdtContent') return skipped;
      if (!isContents) return through(inner);
      story.contents++;
      return through(inner, () => {
        story.contents--;
      });
    },
  };
}
