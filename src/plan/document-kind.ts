import type { Scalar } from '../schema/node.ts';
import { withoutRemark } from '../text/remark.ts';
import { simplified } from '../text/script.ts';

/** A kind of document (文种). */
export interface DocumentKind {
  name: string;
  /** What titles of this kind end in, and what 文种 may end in instead of its name. */
  endings: readonly string[];
  /** The kind whose template sets it where there is none of its own; otherwise 工作要点. */
  setAs?: string;
}

/**
 * The first whose ending fits decides: 重点工作安排 is a 工作要点, any other 安排 a 工作计划. The fifteen kinds of
 * 《党政机关公文处理工作条例》 are all here, and the usual forms beside them.
 */
export const documentKinds: readonly DocumentKind[] = [
  { name: '工作要点', endings: ['要点', '工作安排', '重点工作'] },
  { name: '工作方案', endings: ['方案', '预案'] },
  { name: '工作计划', endings: ['计划', '规划', '安排', '思路'] },
  { name: '工作总结', endings: ['总结', '工作报告', '总结报告'] },
  { name: '通知', endings: ['通知'] },
  { name: '决议', endings: ['决议'] },
  { name: '决定', endings: ['决定'] },
  { name: '命令', endings: ['命令', '令'] },
  { name: '公报', endings: ['公报'] },
  { name: '公告', endings: ['公告'] },
  { name: '通告', endings: ['通告'] },
  { name: '意见', endings: ['意见'], setAs: '工作方案' },
  { name: '通报', endings: ['通报'] },
  { name: '报告', endings: ['报告'] },
  { name: '请示', endings: ['请示'] },
  { name: '批复', endings: ['批复'] },
  { name: '议案', endings: ['议案'] },
  { name: '函', endings: ['函'] },
  { name: '纪要', endings: ['纪要'] },
  { name: '办法', endings: ['办法', '规定', '细则', '规则', '制度', '条例', '章程', '守则', '公约', '规程'] },
  { name: '机制', endings: ['机制'] },
  { name: '讲话', endings: ['讲话', '讲话稿', '提纲', '致辞', '发言稿', '主持词'] },
  { name: '公示', endings: ['公示', '启事', '告知书', '公开信', '倡议书'] },
  { name: '责任书', endings: ['责任书', '承诺书', '协议书'] },
  { name: '清单', endings: ['清单', '手册', '指南', '简报', '提示'] },
];

/** The kind that a word of 文种 or a title ends in, in either script. */
export function kindAtEnd(typed: string): DocumentKind | undefined {
  const text = withoutRemark(simplified(typed.trim())).trimEnd();
  return documentKinds.find(({ endings }) => endings.some((ending) => text.endsWith(ending)));
}

/** The kind that 文种 names, or that the title ends in. */
export function kindOf({ kind, title }: { kind?: Scalar; title?: Scalar }): DocumentKind | undefined {
  return kindAtEnd((kind ?? title)?.text ?? '');
}
