import type { PrintedLine, PrintedPicture } from '../reading/printed.ts';
import type { Back, Content } from '../structure/part.ts';
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

/** A seal and a stamp of a signature are so wide by themselves, in millimetres. */
const usual = { seal: 42, stamp: 33.3 };

/** 印章图片, where there is one for each of those who sign; a signature alone may be sealed with one. */
export function sealsEntry({ seals, date }: Back, signers: readonly string[]): Mapping['entries'] {
  const placed = seals.flatMap((each) => (each.placed ? [{ ...each, file: each.placed.file }] : []));
  if (placed.length === 0 || placed.length !== Math.max(signers.length, date ? 1 : 0)) return [];
  // A seal is round; the stamp of a signature is broad.
  const areStamps = placed.every(({ width = 1, height = 1 }) => width > height * 1.4);
  const values = placed.map(({ file, width = 0 }): Value => {
    const millimetres = Math.round(width / 5.67) / 10;
    const isOther = Math.abs(millimetres - usual[areStamps ? 'stamp' : 'seal']) > 0.1;
    return isOther && millimetres > 10 && millimetres <= 60
      ? map([
          { key: '文件', value: file },
          { key: '宽', value: `${millimetres}毫米` },
        ])
      : file;
  });
  const [only = '', ...more] = values;
  const list: Value = { kind: 'list', items: values.map((value) => ({ value })) };
  return [
    ...(areStamps ? [{ key: '印章', value: '签名章' }] : []),
    { key: '印章图片', value: more.length === 0 ? only : list },
  ];
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
