import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { answered, left } from './answered.ts';
import { EditedDocument } from './edited-document.ts';
import { folder, pingan } from './run.ts';

const plan = `标题: 甲镇2026年工作要点
单位: 甲镇人民政府
日期: 2026-03-05
变量: { 村名: 柳溪村 }
导语: '{{村名}}有十个组。'
主要任务:
  - { 名称: 排查隐患, 措施: 每月一次逐户排查。, 牵头: 综治办, 时限: 2026年6月底 }
  - { 名称: 夜间巡逻, 措施: '{{村名}}每周两次。', 牵头: 派出所, 时限: 2026年9月底 }
附件:
  - 任务清单: { 表格: { 来源: 任务 } }
`;

/** A folder with a plan, and its document after somebody has edited it. */
async function edited(edit: (document: EditedDocument) => unknown): Promise<string> {
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), plan);
  await pingan(['gen', '计划.yaml', '--review', '-o', '送审.docx'], cwd);
  const document = new EditedDocument(readFileSync(path.join(cwd, '送审.docx')));
  edit(document);
  writeFileSync(path.join(cwd, '改过.docx'), document.bytes());
  return cwd;
}

const at = (document: EditedDocument, words: string) =>
  document.texts.findIndex((text) => text.includes(words));
const rename = (document: EditedDocument) => document.replace(at(document, '有十个组'), 0, 3, '东山村');
const planIn = (cwd: string) => readFileSync(path.join(cwd, '计划.yaml'), 'utf8');
const write = ['pull', '改过.docx', '计划.yaml', '--write'];

describe('what is doubtful is asked of a person at a terminal', () => {
  const asked = '这一处也写进计划吗';

  test('the value of a variable that is printed elsewhere too: written where it is wanted', async () => {
    const cwd = await edited(rename);
    const { code, unasked } = await answered(write, cwd, [[asked, `${left}\r`]]);
    expect([code, unasked]).toEqual([0, []]);
    expect(planIn(cwd)).toBe(plan.replace('村名: 柳溪村', '村名: 东山村'));
  });

  test('left alone where it isn’t, or where nobody can be asked', async () => {
    const cwd = await edited(rename);
    const { code, unasked } = await answered(write, cwd, [[asked, '\r']]);
    expect([code, unasked, planIn(cwd)]).toEqual([1, [], plan]);
    expect((await pingan(write, cwd)).code).toBe(1);
    expect(planIn(cwd)).toBe(plan);
  });

  test('a row of a list of tasks whose task is still in the text', async () => {
    const cwd = await edited((document) => {
      const row = document.places(true).find((place) => document.texts[place] === '夜间巡逻');
      document.removeRow(row ?? -1);
    });
    const shown = await pingan(['pull', '改过.docx', '计划.yaml'], cwd);
    expect(shown.out).toContain('在计划里，它和“夜间巡逻”');
    const { code, unasked } = await answered(write, cwd, [[asked, `${left}\r`]]);
    expect([code, unasked]).toEqual([0, []]);
    expect(planIn(cwd)).toBe(plan.replace(/^.*夜间巡逻.*\n/m, ''));
  });

  test('whoever ends the dialogue has written nothing', async () => {
    const cwd = await edited((document) => {
      rename(document);
      document.replace(at(document, '逐户排查'), 0, 2, '每季');
    });
    const { code, err, unasked } = await answered(write, cwd, [[asked, '\u0003']]);
    expect([code, unasked]).toEqual([2, []]);
    expect(err).toContain('没有写进计划。');
    expect(planIn(cwd)).toBe(plan);
  });
});
