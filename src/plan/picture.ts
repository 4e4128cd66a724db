import { pictureWidth } from '../document/picture.ts';
import { error } from '../schema/problem.ts';
import { type Fields, key, mismatch, record, type Schema } from '../schema/schema.ts';
import { line, list } from '../schema/values.ts';

/** 7.3 of the standard has no pictures; they are as wide as the type area (156 mm) at most. */
const widest = { twips: 8845, share: 100 };

const width: Schema<string> = {
  expects: '宽度，如 12厘米、120毫米、80%',
  read(node, report) {
    if (node.kind !== 'scalar') return mismatch(width, node, report);
    const read = pictureWidth(node.text);
    if (read === undefined)
      return error(
        report,
        'plan/picture',
        node,
        `“${node.text}”不是宽度。`,
        '写成 12厘米、120毫米，或版心的 80%。',
      );
    const [value, most] = 'share' in read ? [read.share, widest.share] : [read.twips, widest.twips];
    return value > 0 && value <= most
      ? node.text.trim()
      : error(report, 'plan/picture', node, `图片宽“${node.text}”，印不下。`, '最宽是版心的宽度，15.6厘米。');
  },
  json: () => ({ type: ['string', 'number'] }),
};

export const picture = record(
  {
    file: key('文件', 'setting', line, '图片文件（PNG、JPEG），放在计划旁边；也可以是 {{照片}} 这样的列'),
    width: key('宽', 'setting', width, '印多宽，如 12厘米、80%；不写就照原来的大小，最宽到版心', ['宽度']),
    caption: key('题注', 'title', line, '印在图的下方的名称，如“图1 网格划分图”', ['图题']),
    alternative: key('说明', 'label', line, '图里是什么，读给看不见的人听；不写就用题注', ['替代文字']),
  },
  { text: 'file' },
);

const one: Schema<Fields<typeof picture.keys>> = {
  ...picture,
  read(node, report) {
    const read = picture.read(node, report);
    const said =
      node.kind === 'map' && node.entries.some(({ key }) => picture.names.find(key.text) === 'file');
    if (read === undefined || read.file || said) return read?.file && read;
    return error(
      report,
      'plan/picture',
      node,
      '这张图没有写“文件”。',
      '写上图片的名称，如“文件: 现场.jpg”。',
    );
  },
};

export const pictures = list(one, true);
