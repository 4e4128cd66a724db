import type { Block, Inline } from '../document/block.ts';
import { plain } from '../document/block.ts';
import { pictureWidth } from '../document/picture.ts';
import { simplified } from '../text/script.ts';
import { MarkupError } from './error.ts';
import { inline } from './inline.ts';

/** Lines of which each is what it is, a tab, and the text: 机关\\t平安镇人民政府文件. */
export function named(
  container: string,
  lines: readonly string[],
  known: readonly string[],
): { name: string; text: Inline[] }[] {
  const fields = lines.map((line) => {
    const cut = line.indexOf('\\t');
    return { name: simplified(line.slice(0, Math.max(cut, 0))), text: inline(line.slice(cut + 2)) };
  });
  if (fields.some(({ name }) => !known.includes(name)))
    throw new MarkupError(
      `“::: ${container}”里的每一行都要写成“名称\\t文字”，名称只能是${known.join('、')}。`,
    );
  return fields;
}

/** A picture, and its caption. */
export function picture(lines: readonly string[]): Block[] {
  const fields = named('图片', lines, ['文件', '宽', '题注', '说明']);
  const of = (name: string) => fields.find((field) => field.name === name)?.text ?? [];
  const [file, caption] = [plain(of('文件')), of('题注')];
  const width = pictureWidth(plain(of('宽')));
  const shown = plain(of('说明')) || plain(caption) || file.replace(/^.*[/\\]|\.\w+$/g, '');
  return [
    { kind: 'picture', file, alternative: shown, ...(width && { width }) },
    ...(caption.length > 0 ? [{ kind: 'paragraph' as const, role: 'caption' as const, text: caption }] : []),
  ];
}
