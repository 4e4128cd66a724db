import { expect, test } from 'vitest';
import { drafted } from '../src/engine/drafted.ts';
import { pulled } from '../src/engine/pull/pulled.ts';
import { shippedWorld } from '../src/engine/shipped-world.ts';
import { writing } from '../src/engine/written.ts';
import { formats } from '../src/formats/index.ts';
import { printedDocx } from '../src/reading/word/index.ts';
import { rememberedIn } from '../src/reading/word/remembered.ts';
import { EditedDocument } from './edited-document.ts';

const world = shippedWorld();
const docx = formats.find(({ name }) => name === 'docx');

/** A review copy of a plan is edited, the plan is changed meanwhile, and then the copy comes back. */
async function meanwhile(sent: string, now: string, edit: (document: EditedDocument) => unknown) {
  const wanted = { name: '计划.yaml', file: '计划.yaml', source: sent, world, review: true } as const;
  const { draft } = await drafted({ ...wanted, despite: 'errors' }, () => ({ given: {} }));
  if (!draft || !docx) throw new Error('no document');
  const origin = { plan: '计划.yaml', version: '1' };
  const bytes = await (await writing(draft, sent, { origin })).write(docx);
  const document = new EditedDocument(bytes);
  edit(document);
  const remembered = rememberedIn(bytes);
  if (!remembered) throw new Error('nothing remembered');
  const printed = printedDocx(document.bytes(), { tracked: 'accepted' });
  const { source, changes } = await pulled(printed, {
    name: '计划.yaml',
    source: now,
    world,
    given: {},
    remembered,
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
