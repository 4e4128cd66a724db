import type { PrintedLine, PrintedPicture } from '../reading/printed.ts';
import type { Content } from '../structure/part.ts';
import { type Mapping, map, type Value } from './yaml.ts';

/** How a picture is called below it. */
function isCaptionOf({ hangs, celled, alt }: PrintedPicture, { text, style, align }: PrintedLine): boolean {
  if (text.length > 40 || /[。；：]$/.test(text)) return false;
  return (
    /^(?:caption|题注)$/i.test(style ?? '') ||
    text === alt ||
    /^图[ \u3000]*[\d０-９一二三四五六七八九十]/u.test(text) ||
    (align === 'center' && !hangs && !celled)
  );
}

/** Where a picture went that has no place of its own in the plan. */
export function movedNote({ source, celled }: PrintedPicture): string {
  return celled
    ? `第 ${source} 段的图在表格里，放到了表格的后面`
    : `第 ${source} 段的图前后都有字，放到了这一条的后面`;
}

/** A picture that has a file, with the line below it that names it. */
export interface Placed {
  picture: PrintedPicture;
  caption?: PrintedLine;
}

export function placedPicture(block: Content, next: Content | undefined): Placed | undefined {
  if (block.kind !== 'picture' || block.placed === undefined) return undefined;
  return next?.kind === 'line' && isCaptionOf(block, next)
    ? { picture: block, caption: next }
    : { picture: block };
}

/** 图片 with what is to be said of each; those that stand elsewhere than in the source are remarked. */
export function picturesEntry(
  pictures: readonly Placed[],
  moved: readonly PrintedPicture[],
): Mapping['entries'] {
  if (pictures.length === 0) return [];
  const values = pictures.map(pictureValue);
  const comments = moved.map(movedNote);
  return [
    {
      key: '图片',
      value:
        values.length === 1
          ? (values[0] as Value)
          : { kind: 'list', items: values.map((value) => ({ value })) },
      ...(comments.length > 0 && { comments }),
    },
  ];
}

function pictureValue({ picture: { placed, alt }, caption }: Placed): Value {
  const { file, width } = placed ?? { file: '' };
  const said = alt === undefined || alt === caption?.text ? undefined : alt;
  const fields = [
    { key: '文件', value: file },
    ...(width ? [{ key: '宽', value: width }] : []),
    ...(caption ? [{ key: '题注', value: caption.text }] : []),
    ...(said ? [{ key: '说明', value: said }] : []),
  ];
  return fields.length === 1 ? file : map(fields);
}
