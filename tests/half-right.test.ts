import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain, textsOf } from '../src/document/block.ts';
import { templates } from '../src/io/templates.ts';
import { Settings } from '../src/lint/settings.ts';
import { document } from '../src/pipeline.ts';
import { read } from '../src/plan/read.ts';
import { compose } from '../src/template/compose.ts';
import { fromHanYear, parseDate } from '../src/text/dates.ts';
import { fixed, problemsOf } from './lint.ts';

const here = path.resolve('计划.yaml');
const files = templates('工作要点', here, undefined);
const printing = compose(files, 'simplified');
const strict = new Settings('strict');
/** What a program prints where it has no value. */
const leaked = /NaN|undefined|\[object|Infinity|null/;

/** Dates, years, deadlines and figures, whole and with a character or two changed. */
const dates = [
  '2026-03-05',
  '2026年5月底前',
  '二〇二六年三月五日',
  '2026—2028',
  '每季度末',
  '95.5%',
  '1,234.5万元',
  '今年5月底前',
];
const strange = [...'0xOО○〇零1九十百-—./年月日底前至{}“” ', '\u0660', '９', 'e', '０', '½', '²', '万', '亿'];
const mutated = fc
  .tuple(
    fc.constantFrom(...dates),
    fc.array(fc.tuple(fc.nat(20), fc.nat(2), fc.constantFrom(...strange)), { maxLength: 3 }),
  )
  .map(([date, changes]) =>
    changes.reduce((text, [at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone), date),
  );

test('whatever becomes of a date or a figure, it is printed as it was typed, or not at all', () => {
  let printed = 0;
  fc.assert(
    fc.property(fc.array(mutated, { minLength: 6, maxLength: 6 }), (values) => {
      const [date, year, deadline, goal, period, text] = values.map((each) => `'${each}'`);
      const source =
        `标题: 平安镇工作要点\n单位: 平安镇人民政府\n年度: ${year}\n日期: ${date}\n印发: {机关: 党政办, 日期: ${date}}
变量: {期: ${deadline}}
工作目标:\n  - {指标: 发案数, 值: ${goal}, 期限: ${deadline}, 责任: 派出所}
主要任务:\n  - {名称: 排查, 措施: ${text}, 牵头: 综治办, 时限: ${deadline}}\n  表格: {来源: 任务}
实施步骤:\n  - {阶段: 部署, 时间: ${period}, 内容: '{{期}}{{年度}}{{日期}}。'}\n`.replace(
          '\n  表格: {来源: 任务}',
          '',
        );
      for (const each of [source, fixed(source, strict)]) {
        const { plan, problems } = read(each);
        expect(
          problems
            .concat(problemsOf(each, strict))
            .map(({ message }) => message)
            .join(),
        ).not.toMatch(leaked);
        if (!plan) continue;
        printed++;
        const { blocks, facts } = document(plan, {}, printing, () => {});
        expect(textsOf(blocks).map(plain).join('\n') + JSON.stringify(facts)).not.toMatch(leaked);
      }
    }),
    {
      numRuns: Number(process.env['PINGAN_DOCUMENTS'] ?? 25),
      seed: Number(process.env['PINGAN_SEED'] ?? 20260305),
    },
  );
  expect(printed).toBeGreaterThan(10);
});

test('a year of anything but digits is none, and no date has a part that is none', () => {
  expect(fromHanYear('二〇二六')).toBe(2026);
  for (const typed of ['二x二六', '二 二六', 'constructor', '十十十十'])
    expect(fromHanYear(typed)).toBeUndefined();
  fc.assert(
    fc.property(mutated, (typed) => {
      const date = parseDate(typed);
      expect(Object.values(date ?? {}).every(Number.isInteger)).toBe(true);
    }),
  );
});

test.each(['格', '句', '并列', '短', '书名', '括起', '组名', '不重 "甲"', '汉字', '括注 "甲"'])(
  'a group of values isn’t printed by {{%s …}} either',
  (helper) => {
    for (const group of ['{姓名: 周守平}', '[{姓名: 周守平}]']) {
      const { plan } = read(`标题: 甲\n变量: {支书: ${group}}\n正文: '甲{{${helper} 支书}}。'\n`);
      const told: string[] = [];
      const { blocks } = document(plan as never, {}, printing, ({ message }) => told.push(message));
      expect(textsOf(blocks).map(plain).join('')).not.toMatch(leaked);
      expect(told.join()).toMatch(/一组值|不是数字|名称少了/);
    }
  },
);
