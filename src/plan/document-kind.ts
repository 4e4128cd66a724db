import { simplified } from '../text/script.ts';
import type { Plan } from './plan.ts';

/** A kind of document (文种). */
export interface DocumentKind {
  name: string;
  /** What titles of this kind end in, and what 文种 may end in instead of its name. */
  endings: readonly string[];
  /** The kind whose template sets it, where it has none of its own. */
  setAs?: string;
}

/** The first whose ending fits decides: 重点工作安排 is a 工作要点, any other 安排 a 工作计划. */
export const documentKinds: readonly DocumentKind[] = [
  { name: '工作要点', endings: ['要点', '工作安排', '重点工作'] },
  { name: '工作方案', endings: ['方案', '预案'] },
  { name: '工作计划', endings: ['计划', '规划', '安排', '思路'] },
  { name: '工作总结', endings: ['总结', '报告'] },
  { name: '通知', endings: ['通知'] },
  { name: '意见', endings: ['意见'], setAs: '工作方案' },
  { name: '函', endings: ['函'], setAs: '工作要点' },
  { name: '纪要', endings: ['纪要'], setAs: '工作要点' },
  { name: '命令', endings: ['命令', '令'], setAs: '工作要点' },
];

/** （试行）, （2026—2028年） and the like stand behind the name of the kind. */
const remark = /(?:[（(][^（）()]*[）)])+$/;

/** The kind that a word of 文种 or a title ends in, in either script. */
export function kindAtEnd(typed: string): DocumentKind | undefined {
  const text = simplified(typed.trim()).replace(remark, '').trimEnd();
  return documentKinds.find(({ endings }) => endings.some((ending) => text.endsWith(ending)));
}

/** The kind that 文种 names, or that the title ends in. */
export function kindOf({ kind, title }: Plan): DocumentKind | undefined {
  return kindAtEnd((kind ?? title)?.text ?? '');
}
