import { pictureWidth } from '../document/picture.ts';
import { error } from '../schema/problem.ts';
import {
  type Fields,
  type Keys,
  key,
  mismatch,
  type RecordSchema,
  record,
  type Schema,
} from '../schema/schema.ts';
import { line, list } from '../schema/values.ts';

interface Widths {
  expects: string;
  /** How a width is written. */
  examples: string;
  most: { twips: number; share?: number };
  least: number;
  /** What is said of one that is too wide or too narrow. */
  refused(typed: string): readonly [message: string, advice: string];
}

function widthWithin({ expects, examples, most, least, refused }: Widths): Schema<string> {
  const schema: Schema<string> = {
    expects,
    read(node, report) {
      if (node.kind !== 'scalar') return mismatch(schema, node, report);
      const read = pictureWidth(node.text);
      if (read === undefined || ('share' in read && most.share === undefined))
        return error(report, 'plan/picture', node, `“${node.text}”不是宽度。`, `写成 ${examples}。`);
      const isFit =
        'share' in read
          ? read.share > 0 && read.share <= (most.share ?? 0)
          : read.twips > least && read.twips <= most.twips;
      return isFit ? node.text.trim() : error(report, 'plan/picture', node, ...refused(node.text));
    },
    json: () => ({ type: ['string', 'number'] }),
  };
  return schema;
}

/** 7.3 of the standard has no pictures; they are as wide as the type area (156 mm) at most. */
const width = widthWithin({
  expects: '宽度，如 12厘米、120毫米、80%',
  examples: '12厘米、120毫米，或版心的 80%',
  most: { twips: 8845, share: 100 },
  least: 0,
  refused: (typed) => [`图片宽“${typed}”，印不下。`, '最宽是版心的宽度，15.6厘米。'],
});

/** No seal of an office is smaller than a centimetre, nor wider than the 50 mm of a province's. */
const sealWidth = widthWithin({
  expects: '宽度，如 42毫米',
  examples: '42毫米、4.5厘米',
  most: { twips: 6 * 567 },
  least: 566,
  refused: (typed) => [
    `印章宽“${typed}”，没有这样大小的印章。`,
    '写 1 到 6 厘米，如 42毫米；不写就是 42 毫米。',
  ],
});

const file = key('文件', 'setting', line, '图片文件（PNG、JPEG），放在计划旁边；也可以是 {{照片}} 这样的列');

export const picture = record(
  {
    file,
    width: key('宽', 'setting', width, '印多宽，如 12厘米、80%；不写就照原来的大小，最宽到版心', ['宽度']),
    caption: key('题注', 'title', line, '印在图的下方的名称，如“图1 网格划分图”', ['图题']),
    alternative: key('说明', 'label', line, '图里是什么，读给看不见的人听；不写就用题注', ['替代文字']),
  },
  { text: 'file' },
);

/** The picture of a seal, or of the stamp of a signature. */
export const sealPicture = record(
  {
    file,
    width: key('宽', 'setting', sealWidth, '印章多宽，如 45毫米；不写就是 42 毫米，签名章 33 毫米', ['宽度']),
  },
  { text: 'file' },
);

/** A picture without a file is told; a text that is filled with nothing is a file that isn't wanted. */
function named<K extends Keys & { file: typeof file }>(schema: RecordSchema<K>): Schema<Fields<K>> {
  return {
    ...schema,
    read(node, report) {
      const read = schema.read(node, report);
      const said =
        node.kind === 'map' && node.entries.some(({ key }) => schema.names.find(key.text) === 'file');
      const hasFile = read !== undefined && 'file' in read && read.file !== undefined;
      if (read === undefined || hasFile || said) return hasFile ? read : undefined;
      return error(
        report,
        'plan/picture',
        node,
        '这张图没有写“文件”。',
        '写上图片的名称，如“文件: 现场.jpg”。',
      );
    },
  };
}

export const pictures = list(named(picture), true);
export const sealPictures = list(named(sealPicture), true);
