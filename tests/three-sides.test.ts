import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drafted } from '../src/engine/drafted.ts';
import { pulled } from '../src/engine/pull/pulled.ts';
import { shippedWorld } from '../src/engine/shipped-world.ts';
import { writing } from '../src/engine/written.ts';
import { formats } from '../src/formats/index.ts';
import { variablesFrom } from '../src/plan/variables.ts';
import { printedDocx } from '../src/reading/word/index.ts';
import { rememberedIn } from '../src/reading/word/remembered.ts';
import { EditedDocument } from './edited-document.ts';

const world = shippedWorld();
const docx = formats.find(({ name }) => name === 'docx');

/** A review copy of a plan is edited, the plan is changed meanwhile, and then the copy comes back. */
async function meanwhile(
  sent: string,
  now: string,
  edit: (document: EditedDocument) => unknown,
  { forgets = false } = {},
) {
  const wanted = { name: '计划.yaml', file: '计划.yaml', source: sent, world, review: true } as const;
  const { draft } = await drafted({ ...wanted, despite: 'errors' }, () => ({ given: {} }));
  if (!draft || !docx) throw new Error('no document');
  const origin = { plan: '计划.yaml', version: '1' };
  const bytes = await (await writing(draft, sent, { origin })).write(docx);
  const document = new EditedDocument(bytes);
  edit(document);
  const { hash, memory } = rememberedIn(bytes) ?? {};
  if (hash === undefined || !memory) throw new Error('nothing remembered');
  const printed = printedDocx(document.bytes(), { tracked: 'accepted' });
  const { source, changes } = await pulled(printed, {
    name: '计划.yaml',
    source: now,
    world,
    given: {},
    remembered: forgets ? { hash } : { hash, memory },
  });
  return {
    source,
    conflicts: changes.filter(({ taken }) => !taken).map(({ before, after }) => [before, after]),
  };
}

const sent = `标题: 平安村工作要点
导语: 各组要高度重视。各组要按时报送。
正文:
  - 加强领导:
      内容: |
        各组要落实责任。

        每月开一次会。
  - 加强宣传:
      内容: 广播天天播。
  - 加强保障:
      内容: 经费由村统筹。
`;

/** Words in the place of others, in the plan or in the document. */
const put = (words: string, other: string) => (document: EditedDocument) => {
  const at = document.texts.findIndex((text) => text.includes(words));
  const from = document.texts[at]?.indexOf(words) ?? 0;
  document.replace(at, from, from + words.length, other);
};
const at = (document: EditedDocument, words: string) =>
  document.texts.findIndex((text) => text.includes(words));

test('two sentences of one paragraph, each changed on another side, are both as they were changed', async () => {
  const now = sent.replace('高度重视', '切实重视');
  const { source, conflicts } = await meanwhile(sent, now, put('按时报送', '按月报送'));
  expect(source).toBe(now.replace('按时报送', '按月报送'));
  expect(conflicts).toEqual([]);
});

test('a sentence that both changed stays in the plan, and both are told', async () => {
  const now = sent.replace('高度重视', '切实重视');
  const { source, conflicts } = await meanwhile(sent, now, put('高度重视', '充分重视'));
  expect(source).toBe(now);
  expect(conflicts).toEqual([['各组要切实重视。各组要按时报送。', '各组要充分重视。各组要按时报送。']]);
});

test('the same change on both sides is none', async () => {
  const now = sent.replace('高度重视', '充分重视');
  expect(await meanwhile(sent, now, put('高度重视', '充分重视'))).toEqual({ source: now, conflicts: [] });
});

test('what the plan got since stays, and what it lost since doesn’t come back', async () => {
  const more = sent.replace('每月开一次会。', '每月开一次会。\n\n        年底考核。');
  const grown = await meanwhile(sent, more, put('天天播', '每天播'));
  expect(grown).toEqual({ source: more.replace('天天播', '每天播'), conflicts: [] });
  const less = sent.replace('\n\n        每月开一次会。', '');
  const shrunk = await meanwhile(sent, less, put('天天播', '每天播'));
  expect(shrunk).toEqual({ source: less.replace('天天播', '每天播'), conflicts: [] });
});

test('what was taken out of the document is taken out of the plan, changed elsewhere since', async () => {
  const now = sent.replace('村统筹', '镇统筹');
  const { source, conflicts } = await meanwhile(sent, now, (document) =>
    document.remove(at(document, '每月开一次会')),
  );
  expect(source).toBe(now.replace('\n\n        每月开一次会。', ''));
  expect(conflicts).toEqual([]);
});

test('what the plan has put elsewhere stays there', async () => {
  const [head = '', ...parts] = sent.split(/(?= {2}- )/);
  const now = [head, parts[0], parts[2], parts[1]].join('');
  const { source, conflicts } = await meanwhile(sent, now, put('天天播', '每天播'));
  expect(source).toBe(now.replace('天天播', '每天播'));
  expect(conflicts).toEqual([]);
});

test('a copy whose plan is as it was comes back by its bookmarks, new parts and all', async () => {
  const { source, conflicts } = await meanwhile(sent, sent, (document) => {
    put('天天播', '每天播')(document);
    document.insert(at(document, '每月开一次会'), '年底考核。');
  });
  expect(source).toBe(
    sent.replace('天天播', '每天播').replace('每月开一次会。', '每月开一次会。\n\n        年底考核。'),
  );
  expect(conflicts).toEqual([]);
});

describe('a copy that has lost what it remembered', () => {
  const now = sent.replace('高度重视', '切实重视');

  test('comes back as ever where the plan is as it was', async () => {
    const { source, conflicts } = await meanwhile(sent, sent, put('按时报送', '按月报送'), { forgets: true });
    expect(source).toBe(sent.replace('按时报送', '按月报送'));
    expect(conflicts).toEqual([]);
  });

  test('undoes nothing of what was changed in the plan: all that differs is told', async () => {
    const edits: [(document: EditedDocument) => unknown, [string, string]][] = [
      [() => {}, ['各组要切实重视。各组要按时报送。', '各组要高度重视。各组要按时报送。']],
      [put('天天播', '每天播'), ['广播天天播。', '广播每天播。']],
      [(document) => document.remove(at(document, '每月开一次会')), ['每月开一次会。', '']],
      [put('各组要按时报送。', ''), ['各组要切实重视。各组要按时报送。', '各组要高度重视。']],
    ];
    for (const [edit, told] of edits) {
      const { source, conflicts } = await meanwhile(sent, now, edit, { forgets: true });
      expect(source).toBe(now);
      expect(conflicts).toContainEqual(told);
    }
  });

  test('gives what nobody can have written but who edited it', async () => {
    const insert = (document: EditedDocument) =>
      document.insert(at(document, '广播天天播'), '标语贴到路口。');
    const { source } = await meanwhile(sent, now, insert, { forgets: true });
    expect(source).toContain('切实重视');
    expect(source).toContain('标语贴到路口。');
  });
});

describe('a copy of pingan 0.2', () => {
  const folder = 'tests/pull/older';
  const plan = readFileSync(`${folder}/计划.yaml`, 'utf8');
  const pull = async (now: string, edit: (document: EditedDocument) => unknown) => {
    const bytes = new Uint8Array(readFileSync(`${folder}/送审.docx`));
    const remembered = rememberedIn(bytes);
    if (!remembered?.memory) throw new Error('nothing remembered');
    const document = new EditedDocument(bytes);
    edit(document);
    const printed = printedDocx(document.bytes(), { tracked: 'accepted' });
    const given = variablesFrom({ 村名: '柳溪村' });
    return await pulled(printed, { name: '计划.yaml', source: now, world, given, remembered });
  };

  test('is found again by its marks, and changes nothing by itself', async () => {
    const { source, changes, matched } = await pull(plan, () => {});
    expect([source, changes]).toEqual([plan, []]);
    expect(matched.by.mark).toBeGreaterThan(5);
  });

  test('comes back, also into a plan that was changed since', async () => {
    const edit = (document: EditedDocument) => {
      put('调处纠纷', '调解纠纷')(document);
      put('每月排查不少于2次，逐一登记。', '逐户见面，一户一档。')(document);
    };
    for (const now of [plan, plan.replace('当日报告', '立即报告')]) {
      const { source, changes } = await pull(now, edit);
      expect(changes.filter(({ taken }) => !taken)).toEqual([]);
      expect(source).toBe(
        now.replace('调处纠纷', '调解纠纷').replace('每月排查不少于2次，逐一登记。', '逐户见面，一户一档。'),
      );
    }
  });
});
