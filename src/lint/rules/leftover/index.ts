import bracketNote from './bracket-note.ts';
import commentMark from './comment-mark.ts';
import cutTitle from './cut-title.ts';
import listMark from './list-mark.ts';
import markdown from './markdown.ts';
import placeholder from './placeholder.ts';
import sampleName from './sample-name.ts';
import starRedaction from './star-redaction.ts';
import templateVar from './template-var.ts';

export const leftover = [
  markdown,
  listMark,
  placeholder,
  templateVar,
  starRedaction,
  bracketNote,
  commentMark,
  cutTitle,
  sampleName,
];
