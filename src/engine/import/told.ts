import type { ReadingNote } from '../../reading/printed.ts';
import type { Structure } from '../../structure/structure.ts';
import { allOf } from '../../structure/titles.ts';
import { grouped as alike } from '../../text/groups.ts';
import { largest } from '../../text/long-lists.ts';
import type { Lost } from '../../writing/accounting.ts';
import { titleOf } from '../../writing/head.ts';
import type { Relabelled } from '../../writing/labels.ts';
import type { Made } from './made.ts';

/** How many places of one kind are listed. */
const most = 12;

/** What became of a file. */
interface Found {
  structure: Structure;
  made: readonly Made[];
  notes: readonly ReadingNote[];
  lost: readonly Lost[];
  relabelled: readonly Relabelled[];
  /** Pictures that were put into files: those that the plan prints, and the others. */
  pictures?: { inPlan: readonly string[]; apart: readonly string[] };
}

/** What was recognised, what is doubtful, what was left out and what checking says, in lines. */
export function told({ structure, made, notes, lost, relabelled, pictures }: Found): string[] {
  const { parts, apart, repeated } = structure;
  const headings = parts.flatMap((part) => allOf(part.headings));
  const natives = headings.filter(({ numeral }) => numeral.native).length;
  const unnumbered = headings.filter(({ numeral }) => numeral.text === '').length;
  const levels = headings.map(({ level }) => level);
  const counted = [
    `${headings.length} 个标题和条目，${largest(levels, 0)} 级`,
    ...(natives > 0 ? [`其中 Word 自动编号 ${natives} 个`] : []),
    ...(unnumbered > 0 ? [`没有序号的 ${unnumbered} 个`] : []),
  ];
  const titles = parts.map((part) => titleOf(part.front) || part.label?.text).filter(Boolean);
  const doubts = made.flatMap(({ plan }) => [...plan.doubts.map(({ message }) => message), ...plan.moved]);
  const left = [
    ...made.flatMap(({ plan }) => plan.notes),
    ...notes.filter(isLeftOut).map(note),
    ...grouped(apart),
    ...repeated.map(({ source, text }) => `第 ${source} 行：文号上面的标题与下面的重复：${short(text)}`),
  ];
  return [
    `认出：${[...(titles.length > 0 ? [titles.map((title) => `《${title}》`).join('、')] : []), ...counted].join('；')}。`,
    ...section('存疑（计划里有注释）', doubts),
    ...section('读的时候改动的', notes.filter((each) => !isLeftOut(each)).map(note)),
    ...section('没有放进计划的', left),
    ...section('图片存成文件，计划里有', pictures?.inPlan ?? []),
    ...section('图片存成文件，计划里没有', pictures?.apart ?? []),
    ...section('序号印得与原文不同', renumbered(relabelled)),
    ...section(
      '丢失',
      lost.map(({ source, text }) => `第 ${source} 行：${short(text)}`),
    ),
  ];
}

/** Numbers that are printed otherwise, those that differ in the same way at once. */
function renumbered(relabelled: readonly Relabelled[]): string[] {
  const groups = alike(relabelled, ({ typed, printed }) => `${typed}${printed}`.replace(numeral, '1'));
  return [...groups.values()].map((group) => {
    const [{ typed, printed }] = group as [Relabelled];
    const what = typed === '' ? `前面印出“${printed}”，原文没有` : `“${typed}”印成“${printed}”`;
    const places = group.slice(0, 10).map(({ source }) => source);
    const count = group.length > 1 ? `；这样的共 ${group.length} 处` : '';
    return `第 ${places.join('、')} 行${what}${count}`;
  });
}

const numeral = /[\p{N}一二三四五六七八九十百]+/gu;

function isLeftOut({ what }: ReadingNote): boolean {
  return what === 'left out';
}

function note({ source, message, text }: ReadingNote): string {
  const place = source > 0 ? `第 ${source} 行：` : '';
  return `${place}${message}${text ? `：${short(text)}` : ''}`;
}

const kinds = {
  header: '页眉',
  footer: '页脚',
  footnote: '脚注',
  toc: '目录',
  'text-box': '文本框',
  page: '网页上的字',
} as const;

/** — 3 — and 第3页 共5页, and what is left of them where nobody has counted yet. */
const isPageNumber =
  /^[-—–－·•\s]{0,8}第?\s{0,4}\d{0,4}[-—–－·•\s]{0,8}(?:页[\s，,共/／、第]{0,8}\d{0,4}\s{0,4}页?)?$/;

function grouped(apart: Structure['apart']): string[] {
  return (['toc', 'header', 'footer', 'footnote', 'page'] as const).flatMap((within) => {
    const lines = apart.filter((line) => line.within === within);
    const words = new Set(lines.map(({ text }) => (isPageNumber.test(text) ? '页码' : text)));
    return lines.length > 0 ? [`${kinds[within]}：${short([...words].join(' '))}`] : [];
  });
}

function section(name: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > most ? [`  ……还有 ${lines.length - most} 处`] : [];
  return [`${name}：`, ...lines.slice(0, most).map((line) => `  ${line}`), ...more];
}

function short(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > 40 ? `${words.slice(0, 40)}……` : words;
}
