import type { Fonts } from '../../page/fonts.ts';

/** Faces of systems that don't have the named ones, so that a page is readable everywhere. */
const others = {
  body: 'FangSong, STFangsong, "Noto Serif CJK SC", serif',
  kai: 'KaiTi, STKaiti, "Noto Serif CJK SC", serif',
  hei: 'SimHei, STHeiti, "Noto Sans CJK SC", sans-serif',
  song: 'SimSun, STSong, "Noto Serif CJK SC", serif',
};

/** The faces of a page, each as a list that ends in what every system has. */
export interface Faces {
  body: string;
  title: string;
  number: string;
  /** Of headings: 一、, （一） and below. */
  levels: readonly [string, string, string];
}

export function faces({ headings, body, title, pageNumber }: Fonts): Faces {
  const [hei = body, kai = hei, fang = kai] = headings;
  const mixed = (name: string, other: string) => `latin, "${quoted(name)}", ${other}`;
  return {
    body: mixed(body, others.body),
    title: mixed(title, others.song),
    number: `"${quoted(pageNumber)}", ${others.song}`,
    levels: [mixed(hei, others.hei), mixed(kai, others.kai), mixed(fang, others.body)],
  };
}

/**
 * Digits and letters have a face of their own, as in the Word file: a font of their code points alone, since the face
 * has quotation marks and dashes, too, which belong to the Chinese one. Liberation Serif is as wide as Times New Roman.
 */
export function latinFace({ latin }: Fonts): string {
  return [false, true]
    .map((bold) => {
      const names = bold ? [`${latin} Bold`, 'Liberation Serif Bold'] : [latin, 'Liberation Serif'];
      const sources = names.map((name) => `local("${quoted(name)}")`).join(', ');
      return `@font-face { font-family: latin; font-weight: ${bold ? 'bold' : 'normal'}; src: ${sources}; unicode-range: U+20-7E; }\n`;
    })
    .join('');
}

/** Names of faces may come from a sample: what could end the string or the sheet is written by its number. */
function quoted(name: string): string {
  return name.replace(
    /[^\p{L}\p{M}\p{N} ._()（）-]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  );
}
