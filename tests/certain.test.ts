import { expect, test } from 'vitest';
import { read } from '../src/plan/read.ts';
import { folder, pingan } from './run.ts';

const markdown = async (input: string) => pingan(['gen', '-', '-f', 'md'], folder(), { input });

/** What is typed is taken for what it certainly is: nothing is told, and it is printed as if it had been typed right. */
test.each([
  [
    'blanks in keys',
    '标　题: 题\n组织机构:\n  组　长: 周守平\n  成　员: [综治办]\n',
    '标题: 题\n组织机构:\n  组长: 周守平\n  成员: [综治办]\n',
  ],
  ['a blank before the colon', '标题　: 题\n单 位 : 甲镇\n', '标题: 题\n单位: 甲镇\n'],
  ['eight digits', '标题: 题\n单位: 甲镇\n日期: 20260305\n', '标题: 题\n单位: 甲镇\n日期: 2026-03-05\n'],
  ['dots', '标题: 题\n单位: 甲镇\n日期: 2026.3.5\n', '标题: 题\n单位: 甲镇\n日期: 2026-03-05\n'],
  ['strokes', '标题: 题\n单位: 甲镇\n日期: 2026/3/5\n', '标题: 题\n单位: 甲镇\n日期: 2026-03-05\n'],
  [
    'full-width digits',
    '标题: 题\n单位: 甲镇\n日期: ２０２６年３月５日\n',
    '标题: 题\n单位: 甲镇\n日期: 2026-03-05\n',
  ],
  [
    'a date of the imprint',
    '标题: 题\n印发: {印发机关: 甲, 印发日期: 20260305}\n',
    '标题: 题\n印发: {印发机关: 甲, 印发日期: 2026-03-05}\n',
  ],
  [
    'a date as a variable',
    '标题: 题\n单位: 甲\n日期: 20260305\n导语: 自{{日期}}起。\n',
    '标题: 题\n单位: 甲\n日期: 2026-03-05\n导语: 自{{日期}}起。\n',
  ],
  ['年度 with its 度', '标题: "{{年度}}年要点"\n年度: 2026年度\n', '标题: "{{年度}}年要点"\n年度: 2026\n'],
  ['要', '标题: 题\n单位: 甲镇\n版式: {红头: 要}\n', '标题: 题\n单位: 甲镇\n版式: {红头: 是}\n'],
  [
    '信函',
    '标题: 题\n单位: 甲镇\n版式: {红头: 信函}\n',
    '标题: 题\n单位: 甲镇\n版式: {红头: {式样: 信函}}\n',
  ],
  ['不要', '标题: 题\n单位: 甲镇\n版式: {红头: 不要}\n', '标题: 题\n单位: 甲镇\n版式: {红头: 否}\n'],
])('%s', async (_, typed, right) => {
  const wanted = await markdown(right);
  expect(wanted.code, wanted.err).toBe(0);
  expect(await markdown(typed)).toMatchObject({ code: 0, out: wanted.out, err: wanted.err });
});

test.each([
  ['规格: GB/T 9704—2012', 'gb9704'],
  ['规格: GB/T 33476.2', 'gb33476'],
  ['规格: 国 标', 'gb9704'],
])('%s', (typed, profile) => {
  const { plan, problems } = read(`标题: 题\n版式: {${typed}}\n`);
  expect([plan?.layout?.profile, problems]).toEqual([profile, []]);
});

test.each(['日期: 202603', '日期: 260305', '年度: 二〇二六', '　日期: 2026-03-05'])('%s is not', (line) => {
  expect(read(`标题: 题\n${line}\n`).problems).not.toEqual([]);
});
