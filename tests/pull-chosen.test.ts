import { expect, test } from 'vitest';
import type { Change } from '../src/engine/pull/change.ts';
import { among, missing } from '../src/engine/pull/chosen.ts';
import { editedDocument } from '../src/engine/pull/edited.ts';
import { pulled } from '../src/engine/pull/pulled.ts';
import { shippedWorld } from '../src/engine/shipped-world.ts';
import { EditedDocument } from './edited-document.ts';
import { folder, pingan } from './run.ts';

const plan = `标题: 平安镇2026年平安创建工作要点
单位: 平安镇人民政府
日期: 2026-03-05
正文:
  - 抓好排查: 每月排查不少于2次，逐一登记。
  - 化解纠纷: 一般纠纷7日内办结。疑难纠纷报镇会商。
  - 加强宣传: 印发手册500份。
  - 开展培训: 全年培训2期。
`;

test('of any changes of a document, those that are wanted are carried, and the others are what is left', async () => {
  const made = await pingan(['gen', '-', '-f', 'docx', '-o', '-'], folder(), { input: plan });
  const document = new EditedDocument(made.bytes);
  const at = (words: string) => document.texts.findIndex((each) => each.includes(words));
  const put = (before: string, after: string) => {
    const from = (document.texts[at(before)] ?? '').indexOf(before);
    document.replace(at(before), from, from + before.length, after);
  };
  put('7日', '5日');
  document.insert(at('会商'), '（三）依法打击。逐案跟进。');
  document.remove(at('开展培训'));
  document.remove(at('培训2期'));
  const { printed } = editedDocument(document.bytes(), '改过.docx', 'accepted');
  const original = { name: '计划.yaml', source: plan, world: shippedWorld(), given: {} };
  const { changes, source } = await pulled(printed, original);
  expect(changes.map(({ kind, taken }) => [kind, taken])).toEqual([
    ['new', true],
    ['words', true],
    ['gone', true],
  ]);
  const said = ({ kind, before, after }: Change) => [kind, before, after];
  for (let wants = 0; wants < 2 ** changes.length; wants++) {
    const wanted = changes.filter((_, index) => wants & (2 ** index));
    const some = await pulled(printed, { ...original, wants: among(wanted, changes) });
    expect(missing(wanted, some.changes)).toEqual([]);
    expect(some.changes.filter(({ taken }) => taken).map(said)).toEqual(wanted.map(said));
    const rest = await pulled(printed, { ...original, source: some.source });
    const left = changes.filter((each) => !wanted.includes(each));
    expect(
      rest.changes
        .filter(({ kind }) => kind !== 'number')
        .map(said)
        .sort(),
    ).toEqual(left.map(said).sort());
    expect(rest.source).toBe(source);
  }
});
