import type { Document } from '../../document/document.ts';
import { fontFiles, readingIn } from '../../io/machine.ts';
import { charactersByFace } from '../../page/faces.ts';
import { fonts } from '../../page/fonts.ts';
import { profile } from '../../page/profiles.ts';
import type { Layout } from '../../plan/layout.ts';
import { type Face, facesIn } from '../../reading/font.ts';
import { grouped } from '../../text/groups.ts';
import type { Host } from '../host.ts';
import { doubt, good, type Symptom } from './symptom.ts';

const mostShown = 20;

/** Where the faces come from that are on no computer by themselves. */
const sources: readonly [RegExp, string][] = [
  [/^方正/, '方正字库（https://www.foundertype.com），单位用要有授权'],
  [/_GB2312$/, '单位里装了它的电脑上有，或在计划里改用“版式: {字体: win}”'],
  [/^(?:仿宋|楷体|黑体|宋体)$/, 'Windows 上都有，从有授权的 Windows 的 C:\\Windows\\Fonts 复制'],
  [/^Times/, 'Windows、Office 上都有'],
];

/** The faces that documents of a layout are set in, and what of a document each of them lacks. */
export function faces(layout: Layout | undefined, document: Document | undefined, { env }: Host): Symptom[] {
  const wanted = profile(layout).fonts;
  const used = charactersByFace(document?.blocks ?? [], wanted);
  const all = [wanted.title, ...wanted.headings, wanted.body, wanted.pageNumber, wanted.latin];
  const names = [...new Set(all)].filter(
    (name) => document === undefined || isUsed(name, wanted.latin, used),
  );
  const installed = fontFiles(env).flatMap((file) => facesIn(readingIn(file)));
  const faceOf = (name: string) => installed.find((face) => face.names.includes(name));
  const missing = names.filter((name) => faceOf(name) === undefined);
  return [
    ...names.flatMap((name) => {
      const face = faceOf(name);
      return face === undefined ? [] : [covered(name, face, used.get(name))];
    }),
    ...[...grouped(missing, sourceOf)].map(([source, some]) => lacking(some, source)),
    ...otherwise(wanted.body, missing, (name) => faceOf(name) !== undefined),
  ];
}

function isUsed(name: string, latin: string, used: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return name === latin || (used.get(name)?.size ?? 0) > 0;
}

function sourceOf(name: string): string {
  return sources.find(([pattern]) => pattern.test(name))?.[1] ?? '问印刷的单位';
}

function lacking(names: readonly string[], source: string): Symptom {
  return doubt(
    `没有${names.map((name) => `“${name}”`).join('')}，在这台电脑上打开、打印、转成 PDF 会用别的字体代替`,
    `装${names.map((name) => `“${name}”`).join('')}：${source}。文件只在别的电脑上打开的不用装。`,
  );
}

/** Faces that are here in the place of the body's. */
function otherwise(body: string, missing: readonly string[], isHere: (name: string) => boolean): Symptom[] {
  const instead = missing.includes(body) && Object.entries(fonts).find(([, other]) => isHere(other.body));
  if (!instead) return [];
  const [key, { body: face }] = instead;
  return [doubt(`有“${face}”`, `不装字体的，也可以在计划里写“版式: {字体: ${key}}”，用这台电脑有的。`)];
}

function covered(name: string, face: Face, used: ReadonlySet<string> | undefined): Symptom {
  const covers = face.covers();
  const without = [...(used ?? [])].filter((character) => !covers(character.codePointAt(0) ?? 0));
  if (without.length === 0) return good(`字体“${name}”${used?.size ? `，有计划里的 ${used.size} 个字` : ''}`);
  const shown = without.slice(0, mostShown).map((character) => `${character}（${hex(character)}）`);
  return doubt(
    `字体“${name}”里没有计划要用的 ${without.length} 个字：${shown.join('、')}${without.length > mostShown ? '……' : ''}`,
    '核对是不是写错了；人名、地名里的生僻字，换成字多的字体（如“版式: {字体: gbk}”），或打印以前在 Word 里给这几个字换字体。',
  );
}

function hex(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
