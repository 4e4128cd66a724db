import { type IParagraphOptions, Paragraph, TextRun } from 'docx';
import { slot } from './slots.ts';

/** A paragraph with a slot for plain and one for bold text. */
export function paragraph(options: IParagraphOptions): Paragraph {
  return new Paragraph({ ...options, children: runs(slot.plain, slot.bold) });
}

/** The hint is repeated on every run: Word looks for it there before it looks at the style. */
export function runs(plain: string, bold: string): TextRun[] {
  return [
    new TextRun({ text: plain, font: { hint: 'eastAsia' } }),
    new TextRun({ text: bold, font: { hint: 'eastAsia' }, bold: true }),
  ];
}
