import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { type ClientRequestArgs, request } from 'node:http';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { made } from '../src/commands/open/made.ts';
import { serve } from '../src/commands/open/server.ts';
import { sealed } from '../src/formats/seal.ts';
import { ServedFolder } from '../src/io/served.ts';
import { folder } from './run.ts';

const token = 'a1b2c3';
const patience = { first: 60_000, again: 60_000 };
const plan = '标题: 平安镇2026年工作要点\n';

interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

async function served({ wait = patience } = {}) {
  const root = folder();
  const outside = folder();
  writeFileSync(path.join(root, '计划.yaml'), plan);
  writeFileSync(path.join(outside, '别处.yaml'), '标题: 秘密\n');
  const opened = new ServedFolder(root);
  const serving = await serve(
    {
      page: () => Buffer.from('<!doctype html><title>平安</title>'),
      folder: opened,
      plan: '计划.yaml',
      above: '../pingan.config.yaml',
      put: async (name, bytes) => made(opened, name, bytes),
      proof: async (name, source) => Buffer.from(`${name}：${source}`),
    },
    token,
    wait,
  );
  onTestFinished(() => serving.close());
  const { port, host } = new URL(serving.url);
  const ask = (
    way: string,
    {
      headers = {},
      body = '' as string | Buffer,
      ...more
    }: ClientRequestArgs & { body?: string | Buffer } = {},
  ) => {
    const [method = '', where = ''] = way.split(' ');
    return new Promise<Answered>((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port, method, path: where, headers: { host, ...headers }, ...more },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (piece) => {
            text += piece;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  };
  return { root, outside, serving, port, ask };
}

const named = (name: string) => `/${token}/files/${encodeURIComponent(name)}`;

describe('who is refused by the desk’s server:', () => {
  const page = `GET /${token}/`;
  test.each<[string, string, Record<string, string>, number]>([
    ['a name that leads here', page, { host: 'evil.example' }, 421],
    ['a port that isn’t ours', page, { host: '127.0.0.1:1' }, 421],
    ['a page of a stranger', page, { origin: 'https://evil.example' }, 403],
    ['a page of another program of this machine', page, { origin: 'http://127.0.0.1:1' }, 403],
    ['a page without an origin', page, { origin: 'null' }, 403],
    ['a link on a stranger’s page', page, { 'sec-fetch-site': 'cross-site' }, 403],
    ['a page of the same site', page, { 'sec-fetch-site': 'same-site' }, 403],
    ['who has no token', 'GET /', {}, 404],
    ['who has another token', 'GET /a1b2c4/', {}, 404],
    ['who has a part of the token', 'GET /a1b2c/', {}, 404],
    ['a path that is no UTF-8', `GET /${token}/files/%ff`, {}, 404],
    ['what it doesn’t know', `GET /${token}/secret`, {}, 404],
    ['what it doesn’t know to do', `DELETE ${named('计划.yaml')}`, {}, 404],
    ['who saves without having looked', `PUT ${named('计划.yaml')}`, {}, 428],
  ])('%s', async (_, way, headers, status) => {
    const { ask, root } = await served();
    expect((await ask(way, { headers })).status).toBe(status);
    expect(readFileSync(path.join(root, '计划.yaml'), 'utf8')).toBe(plan);
  });
});

test('the page itself is let in, and kept to itself', async () => {
  const { ask, port } = await served();
  const { status, headers, body } = await ask(`GET /${token}/`, {
    headers: {
      origin: `http://localhost:${port}`,
      host: `localhost:${port}`,
      'sec-fetch-site': 'same-origin',
    },
  });
  expect([status, body]).toEqual([200, '<!doctype html><title>平安</title>']);
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': "frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
});

test('the files below the folder are told and given, and no others', async () => {
  const { ask, root, outside } = await served();
  mkdirSync(path.join(root, '各村'));
  writeFileSync(path.join(root, '各村', '村表.xlsx'), 'PK');
  writeFileSync(path.join(root, '密码.pem'), '1');
  mkdirSync(path.join(root, '.git'));
  writeFileSync(path.join(root, '.git', '甲.yaml'), '1');
  symlinkSync(path.join(outside, '别处.yaml'), path.join(root, '链接.yaml'));
  symlinkSync(outside, path.join(root, '目录链接'));
  const list = JSON.parse((await ask(`GET /${token}/files`)).body);
  expect(list).toEqual({
    plan: '计划.yaml',
    files: ['各村/村表.xlsx', '计划.yaml'].map((name) => ({ name, changed: expect.any(Number) })),
  });
  expect(Date.now() - list.files[0].changed).toBeLessThan(60_000);
  const given = await ask(`GET ${named('各村/村表.xlsx')}`);
  expect([given.status, given.body]).toEqual([200, 'PK']);
  const strange = [
    '../x.yaml',
    `../${path.basename(outside)}/别处.yaml`,
    '各村/../../x.yaml',
    '链接.yaml',
    '目录链接/别处.yaml',
    '密码.pem',
    '.git/甲.yaml',
    '/etc/passwd',
    'C:\\甲.yaml',
    '没有.yaml',
    '各村',
    '',
  ];
  for (const name of strange.filter(Boolean))
    expect([name, (await ask(`GET ${named(name)}`)).status]).toEqual([name, 404]);
  // Dots that a client would take out of a path are sent as they are.
  expect((await ask(`GET /${token}/files/../../../../etc/passwd`)).status).toBe(404);
});

test('what plans may use is told and given, and what lies above the folder is only named', async () => {
  const { ask, root, outside } = await served();
  mkdirSync(path.join(root, '模板', 'partials'), { recursive: true });
  writeFileSync(path.join(root, '模板', 'partials', '落款.hbs'), '甲');
  writeFileSync(path.join(root, '图.PNG'), '1');
  writeFileSync(path.join(root, '程序.mjs'), '1');
  writeFileSync(path.join(outside, '别处.png'), '1');
  symlinkSync(path.join(outside, '别处.png'), path.join(root, '链接.png'));
  expect(JSON.parse((await ask(`GET /${token}/beside`)).body)).toEqual({
    names: ['计划.yaml', '模板/partials/落款.hbs', '图.PNG'],
    above: '../pingan.config.yaml',
  });
  expect((await ask(`GET ${named('模板/partials/落款.hbs')}`)).body).toBe('甲');
  for (const name of ['../pingan.config.yaml', '链接.png', '程序.mjs'])
    expect([name, (await ask(`GET ${named(name)}`)).status]).toEqual([name, 404]);
  expect((await ask(`GET /${token}/beside`, { headers: { origin: 'https://evil.example' } })).status).toBe(
    403,
  );
});

describe('a document that the page has made', () => {
  const place = (name: string) => `POST /${token}/made/${encodeURIComponent(name)}`;

  test('is put into a folder of the folder, and one that somebody has edited stays', async () => {
    const { ask, root } = await served();
    const [first, second] = [Buffer.from(sealed('一')), Buffer.from(sealed('二'))];
    expect(JSON.parse((await ask(place('输出/镇/甲.md'), { body: first })).body)).toEqual({ isMade: true });
    expect(JSON.parse((await ask(place('输出/镇/甲.md'), { body: second })).body)).toEqual({ isMade: true });
    const file = path.join(root, '输出', '镇', '甲.md');
    expect(readFileSync(file).equals(second)).toBe(true);
    writeFileSync(file, '改过的');
    expect(JSON.parse((await ask(place('输出/镇/甲.md'), { body: first })).body)).toEqual({ isMade: false });
    expect(readFileSync(file, 'utf8')).toBe('改过的');
    expect(readdirSync(path.join(root, '输出'))).toEqual(['镇']);
  });

  test.each([
    '甲.md',
    '输出/甲.yaml',
    '输出/../../甲.md',
    '../甲.md',
    '.pingan/甲.md',
    '目录链接/甲.md',
    '目录链接/新/甲.md',
  ])('isn’t put at %s', async (name) => {
    const { ask, root, outside } = await served();
    symlinkSync(outside, path.join(root, '目录链接'));
    const { status, body } = await ask(place(name), { body: Buffer.from(sealed('一')) });
    expect([status, JSON.parse(body).message]).toEqual([422, expect.stringContaining('不能写')]);
    expect(readdirSync(outside)).toEqual(['别处.yaml']);
  });
});

test('a plan is saved by who has seen it as it is, and a new one where there is none', async () => {
  const { ask, root } = await served();
  const file = path.join(root, '计划.yaml');
  const { headers } = await ask(`GET ${named('计划.yaml')}`);
  const etag = String(headers['etag']);
  const first = await ask(`PUT ${named('计划.yaml')}`, { headers: { 'if-match': etag }, body: '标题: 一\n' });
  expect([first.status, readFileSync(file, 'utf8')]).toEqual([200, '标题: 一\n']);
  const stale = await ask(`PUT ${named('计划.yaml')}`, { headers: { 'if-match': etag }, body: '标题: 二\n' });
  expect([stale.status, readFileSync(file, 'utf8')]).toEqual([412, '标题: 一\n']);
  const next = await ask(`PUT ${named('计划.yaml')}`, {
    headers: { 'if-match': String(first.headers['etag']) },
    body: '标题: 三\n',
  });
  expect([next.status, readFileSync(file, 'utf8')]).toEqual([200, '标题: 三\n']);
  const isNew = { 'if-none-match': '*' };
  const there = await ask(`PUT ${named('计划.yaml')}`, { headers: isNew, body: '标题: 四\n' });
  expect([there.status, readFileSync(file, 'utf8')]).toEqual([412, '标题: 三\n']);
  const made = await ask(`PUT ${named('新.yaml')}`, { headers: isNew, body: '标题: 五\n' });
  expect([made.status, readFileSync(path.join(root, '新.yaml'), 'utf8')]).toEqual([200, '标题: 五\n']);
});

describe('what is never saved:', () => {
  const isNew = { 'if-none-match': '*' };
  test.each([
    ['what is no plan', '甲.docx', '只能存计划'],
    ['outside the folder', '../甲.yaml', '不在打开的文件夹里'],
    ['hidden', '.pingan/甲.yaml', '不在打开的文件夹里'],
    ['through a link that leads out', '目录链接/甲.yaml', '不在打开的文件夹里'],
  ])('%s', async (_, name, message) => {
    const { ask, root, outside } = await served();
    symlinkSync(outside, path.join(root, '目录链接'));
    const { status, body } = await ask(`PUT ${named(name)}`, { headers: isNew, body: '标题: 一\n' });
    expect(status).toBe(422);
    expect(JSON.parse(body).message).toContain(message);
  });

  test('a plan that is read-only', async () => {
    const { ask, root } = await served();
    chmodSync(path.join(root, '计划.yaml'), 0o444);
    const { headers } = await ask(`GET ${named('计划.yaml')}`);
    const { status, body } = await ask(`PUT ${named('计划.yaml')}`, {
      headers: { 'if-match': String(headers['etag']) },
      body: '标题: 一\n',
    });
    expect([status, JSON.parse(body).message]).toEqual([422, expect.stringContaining('只读')]);
    expect(readFileSync(path.join(root, '计划.yaml'), 'utf8')).toBe(plan);
  });

  test('more than 20 MB', async () => {
    const { ask } = await served();
    const asked = ask(`PUT ${named('新.yaml')}`, { headers: isNew, body: Buffer.alloc(21 * 1024 * 1024) });
    // Whoever is still sending sees either the answer or the closed door.
    expect(
      await asked.then(
        ({ status }) => status,
        () => 413,
      ),
    ).toBe(413);
  });
});

test('a proof is made of what is on the page, saved or not', async () => {
  const { ask } = await served();
  const { status, headers, body } = await ask(`POST /${token}/proof/${encodeURIComponent('计划.yaml')}`, {
    body: '标题: 草稿',
  });
  expect([status, headers['content-type'], body]).toEqual([200, 'application/pdf', '计划.yaml：标题: 草稿']);
});

test('open pages hear what changes, and the server ends a while after the last is closed', async () => {
  const { serving, port } = await served({ wait: { first: 60_000, again: 30 } });
  const { host } = new URL(serving.url);
  let heard = '';
  const page = request({ host: '127.0.0.1', port, path: `/${token}/events`, headers: { host } });
  await new Promise<void>((resolve) => {
    page.on('response', (response) => {
      response.setEncoding('utf8').on('data', (piece) => {
        heard += piece;
        if (heard.includes('hello') && !heard.includes('event')) serving.tell('各村/甲.yaml');
        if (heard.includes('甲.yaml')) resolve();
      });
      response.on('error', () => {});
    });
    page.end();
  });
  expect(heard).toContain('event: changed\ndata: "各村/甲.yaml"\n\n');
  let isOver = false;
  const over = serving.deserted.then(() => {
    isOver = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(isOver).toBe(false);
  page.destroy();
  await over;
});

test('who never comes isn’t waited for without end', async () => {
  const { serving } = await served({ wait: { first: 20, again: 60_000 } });
  await serving.deserted;
});
