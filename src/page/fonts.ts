import type { Layout } from '../plan/layout.ts';

/** The faces of one document; names are those of Windows and WPS and are never replaced at writing. */
export interface Fonts {
  title: string;
  /** Headings level by level; the last one serves all deeper levels. */
  headings: readonly string[];
  body: string;
  pageNumber: string;
  latin: string;
}

// GB/T 9704—2012 7.3.3: 一、 in 黑体, （一） in 楷体, the levels below in 仿宋.
export const fonts: Record<NonNullable<Layout['fonts']>, Fonts> = {
  win: {
    title: '方正小标宋简体',
    headings: ['黑体', '楷体', '仿宋'],
    body: '仿宋',
    pageNumber: '宋体',
    latin: 'Times New Roman',
  },
  gb2312: {
    title: '方正小标宋简体',
    headings: ['黑体', '楷体_GB2312', '仿宋_GB2312'],
    body: '仿宋_GB2312',
    pageNumber: '宋体',
    latin: 'Times New Roman',
  },
  gbk: {
    title: '方正小标宋_GBK',
    headings: ['方正黑体_GBK', '方正楷体_GBK', '方正仿宋_GBK'],
    body: '方正仿宋_GBK',
    pageNumber: '宋体',
    latin: 'Times New Roman',
  },
};
export const songti: Fonts = {
  title: '宋体',
  headings: ['宋体'],
  body: '宋体',
  pageNumber: '宋体',
  latin: 'Times New Roman',
};
