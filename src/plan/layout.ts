import { type Fields, key, record } from '../schema/schema.ts';
import { choice, flag, list, whole } from '../schema/values.ts';

/** 版式: the page and its fonts. */
export const layout = record(
  {
    profile: key(
      '规格',
      choice({ gb9704: ['国标'], gb33476: ['电子公文'], plain: ['普通'] }),
      '国标：GB/T 9704；电子公文：GB/T 33476.2；普通：宋体小四',
    ),
    fonts: key(
      '字体',
      choice({ win: ['通用'], gb2312: [], gbk: ['方正'] }),
      'win：仿宋、楷体；gb2312：仿宋_GB2312、楷体_GB2312；gbk：方正仿宋_GBK、方正楷体_GBK',
    ),
    bold: key('加粗', list(whole(1, 5), true), '哪几级标题加粗；国标都不加粗'),
    pageNumber: key('页码', flag, '要不要页码'),
  },
  { text: 'profile' },
);

export type Layout = Fields<typeof layout.keys>;
