import { pictureFacts } from './picture.ts';

/** A photograph of a telephone has some 5 MB; what is printed needs less. */
export const largestPicture = 20 * 1024 * 1024;

/** A picture, or why it can't be printed and what to do. */
export type FoundPicture = (NonNullable<ReturnType<typeof pictureFacts>> & { bytes: Uint8Array }) | string;

/** The picture of a file beside a plan; nothing where there is no such file. */
export function printablePicture(name: string, bytes: Uint8Array | undefined): FoundPicture {
  if (bytes === undefined) return `找不到图片“${name}”。写文件的名称，连 .png、.jpg 在内，放在计划旁边。`;
  if (bytes.length > largestPicture) return oversized(name);
  const facts = pictureFacts(bytes);
  if (facts === undefined)
    return /^\s*<(?:\?xml|svg|!DOCTYPE svg)/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))
      ? `“${name}”是 SVG 图，Word 2016 以前的版本印不出来。用画图的程序另存为 PNG。`
      : `“${name}”不是 PNG 或 JPEG 图片，名称后面写的什么不算。用画图打开，另存为 PNG 或 JPEG。`;
  if (facts.turned)
    return `照片“${name}”拍的时候手机是横着或倒着的，有的程序里会躺着。用看图的程序转正了再存。`;
  return { ...facts, bytes };
}

export function oversized(name: string): string {
  return `图片“${name}”超过 20 MB。用看图的程序缩小了再用。`;
}

export function pictureElsewhere(name: string): string {
  return `图片“${name}”不在计划所在的文件夹里。把它放在计划旁边，或旁边的文件夹里，如 图片/${name.replace(/^.*[\\/]/, '')}。`;
}
