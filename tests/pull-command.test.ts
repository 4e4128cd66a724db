import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { namesOfPieces } from '../src/document/bookmark.ts';
import { lettersOf } from '../src/document/memory.ts';
import { rememberedIn } from '../src/reading/word/remembered.ts';
import { folder, pingan } from './run.ts';

const plan = `# 平安创建
标题: 平安镇2026年平安创建工作要点
单位: 平安镇人民政府
日期: 2026-03-05
主送: 各村
正文:
  - 抓好排查: 每月排查不少于2次，逐一登记。发现问题当日报告。 # 综治办的口径
  - 化解纠纷: |
      一般纠纷7日内办结。疑难纠纷报镇会商。
  - 加强宣传: "印发手册500份。"
`;

/** A folder with a plan and its review copy. */
async function sent(source = plan, ...options: string[]): Promise<string> {
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), source);
  const run = await pingan(['gen', '计划.yaml', '--review', '-o', '送审.docx', ...options], cwd);
  expect(run).toMatchObject({ code: 0 });
  return cwd;
}

type Edit = (xml: string) => string;

/** Somebody changes the copy. */
function edit(
  cwd: string,
  edits: readonly Edit[],
  from = '送审.docx',
  to = '改过.docx',
  comments?: string,
): void {
  const parts = unzipSync(readFileSync(path.join(cwd, from)));
  const xml = strFromU8(parts['word/document.xml'] as Uint8Array);
  parts['word/document.xml'] = strToU8(edits.reduce((each, change) => change(each), xml));
  if (comments !== undefined) {
    parts['word/comments.xml'] = strToU8(
      `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${comments}</w:comments>`,
    );
    const rels = strFromU8(parts['word/_rels/document.xml.rels'] as Uint8Array);
    if (!rels.includes('comments.xml'))
      parts['word/_rels/document.xml.rels'] = strToU8(
        rels.replace(
          '</Relationships>',
          '<Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
        ),
      );
  }
  writeFileSync(path.join(cwd, to), zipSync(parts));
}

const replaced =
  (before: string, after: string): Edit =>
  (xml) => {
    expect(xml).toContain(before);
    return xml.replace(before, after);
  };

/** Words that Word tracks the change of. */
const tracked =
  (before: string, after: string, author: string): Edit =>
  (xml) => {
    const run = new RegExp(`<w:r>((?:(?!</w:r>).)*?)<w:t([^>]*)>([^<]*)${before}([^<]*)</w:t></w:r>`);
    expect(xml).toMatch(run);
    return xml.replace(run, (_, look: string, space: string, front: string, behind: string) => {
      const words = (text: string, name = 't') => `<w:r>${look}<w:${name}${space}>${text}</w:${name}></w:r>`;
      const by = `w:id="900" w:author="${author}"`;
      return `${words(front)}<w:del ${by}>${words(before, 'delText')}</w:del><w:ins ${by}>${words(after)}</w:ins>${words(behind)}`;
    });
  };

const remarked =
  (words: string, ...ids: number[]): Edit =>
  (xml) => {
    const run = new RegExp(`<w:r>(?:(?!</w:r>).)*${words}(?:(?!</w:r>).)*</w:r>`);
    expect(xml).toMatch(run);
    const begin = ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('');
    const end = ids
      .map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`)
      .join('');
    return xml.replace(run, (each) => begin + each + end);
  };
const comment = (id: number, author: string, text: string) =>
  `<w:comment w:id="${id}" w:author="${author}"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`;

const pull = (cwd: string, ...args: string[]) => pingan(['pull', ...args], cwd);
const planIn = (cwd: string) => readFileSync(path.join(cwd, '计划.yaml'), 'utf8');

describe('a document that somebody changed', () => {
  test('is shown sentence by sentence, with the places in the plan', async () => {
    const cwd = await sent();
    edit(cwd, [replaced('不少于2次', '不少于3次'), replaced('报镇会商', '报镇会商研判')]);
    const run = await pull(cwd, '改过.docx');
    expect(run).toMatchObject({ code: 0 });
    expect(run.out).toBe(
      [
        '计划.yaml:7:18 改字',
        '  每月排查不少于【删：2】【加：3】次，逐一登记。',
        '',
        '计划.yaml:9:25 改字',
        '  疑难纠纷报镇会商【加：研判】。',
        '',
        '',
      ].join('\n'),
    );
    expect(run.err).toBe('改过.docx → 计划.yaml：改动 2 处，能收回 2 处；加上 --write 写进计划。\n');
    expect(planIn(cwd)).toBe(plan);
  });

  test('is written into the plan, whose comments and notation stay, and then prints what was changed', async () => {
    const cwd = await sent();
    edit(cwd, [replaced('不少于2次', '不少于3次'), replaced('500份', '600份')]);
    const run = await pull(cwd, '改过.docx', '--write');
    expect(run).toMatchObject({ code: 0 });
    expect(planIn(cwd)).toBe(plan.replace('2次', '3次').replace('500', '600'));
    expect(run.err).toContain('已写进 计划.yaml，改前的存成了 计划.yaml.改前');
    expect(readFileSync(path.join(cwd, '计划.yaml.改前'), 'utf8')).toBe(plan);
    await pingan(['gen', '计划.yaml', '-o', '再.docx'], cwd);
    const again = await pull(cwd, '再.docx', '计划.yaml');
    expect(again).toMatchObject({ code: 0, out: '', err: '再.docx → 计划.yaml：没有改动。\n' });
  });

  test('gives a patch that changes nothing by itself, and JSON', async () => {
    const cwd = await sent();
    edit(cwd, [tracked('2次', '3次', '张三')]);
    const patch = await pull(cwd, '改过.docx', '--patch');
    expect(patch.out).toContain(
      '\n-  - 抓好排查: 每月排查不少于2次，逐一登记。发现问题当日报告。 # 综治办的口径\n+  - 抓好排查: 每月排查不少于3次',
    );
    const json = JSON.parse((await pull(cwd, '改过.docx', '--json')).out);
    expect(json).toMatchObject({
      document: '改过.docx',
      plan: '计划.yaml',
      all: 1,
      taken: 1,
      listed: 0,
      remarks: 0,
    });
    expect(json.changes).toMatchObject([{ kind: 'words', line: 7, column: 18, taken: true, by: '张三' }]);
    expect(json.source).toBe(plan.replace('2次', '3次'));
    expect(planIn(cwd)).toBe(plan);
  });

  test('that nobody changed leaves the plan alone', async () => {
    const cwd = await sent();
    const run = await pull(cwd, '送审.docx', '--write');
    expect(run).toMatchObject({ code: 0, out: '' });
    expect(run.err).toBe('送审.docx → 计划.yaml：没有改动；没有要写的。\n');
    expect(planIn(cwd)).toBe(plan);
    expect(existsSync(path.join(cwd, '计划.yaml.改前'))).toBe(false);
  });

  test('whose change comes of a template is listed, and that is the exit code', async () => {
    const cwd = await sent();
    edit(cwd, [replaced('：</w:t>', '；</w:t>')]);
    const run = await pull(cwd, '改过.docx', '--write');
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/^计划\.yaml:\d+:\d+ .*，只列出\n/);
    expect(planIn(cwd)).toBe(plan);
  });

  test('keeps the encoding, the byte order mark and the ends of lines of the plan', async () => {
    const stored = Buffer.concat([Buffer.from('\ufeff'), Buffer.from(plan.replaceAll('\n', '\r\n'))]);
    const cwd = await sent();
    edit(cwd, [replaced('不少于2次', '不少于3次')]);
    writeFileSync(path.join(cwd, '计划.yaml'), stored);
    const run = await pull(cwd, '改过.docx', '--write');
    expect(run.err).toContain('已写进');
    expect(readFileSync(path.join(cwd, '计划.yaml'))).toEqual(
      Buffer.from(stored.toString().replace('2次', '3次')),
    );
  });

  test('whose plan was changed since comes together with it', async () => {
    const cwd = await sent();
    edit(cwd, [replaced('不少于2次', '不少于3次')]);
    writeFileSync(path.join(cwd, '计划.yaml'), plan.replace('500份', '800份'));
    const run = await pull(cwd, '改过.docx', '--write');
    expect(run).toMatchObject({ code: 0 });
    expect(run.err).toContain('计划.yaml 在送出这一份以后改过：只改了一边的，两边的都留下');
    expect(planIn(cwd)).toBe(plan.replace('500份', '800份').replace('2次', '3次'));
  });

  test('is listed where both sides changed the same sentence', async () => {
    const cwd = await sent();
    edit(cwd, [replaced('500份', '600份')]);
    const later = plan.replace('500份', '800份');
    writeFileSync(path.join(cwd, '计划.yaml'), later);
    const run = await pull(cwd, '改过.docx', '--write');
    expect(run.code).toBe(1);
    expect(run.out).toContain('，只列出');
    expect(planIn(cwd)).toBe(later);
  });
});

test('tables stay as they are while paragraphs above them come and go', async () => {
  const cwd = await sent(readFileSync('examples/village-plan.yaml', 'utf8'));
  const paragraph = (words: string) => new RegExp(`<w:p>(?:(?!</w:p>).)*${words}(?:(?!</w:p>).)*</w:p>`);
  edit(cwd, [
    (xml) => xml.replace(paragraph('可防性案件发案数'), ''),
    (xml) =>
      xml.replace(paragraph('群众安全感满意度'), '$&<w:p><w:r><w:t>推进见义勇为宣传。</w:t></w:r></w:p>'),
    replaced('成立', '调整'),
  ]);
  const { out } = await pull(cwd, '改过.docx');
  expect(out.match(/^计划\.yaml.*/gm)).toEqual([
    expect.stringMatching(/ 新加$/),
    expect.stringMatching(/ 删去$/),
    expect.stringMatching(/ 改了模板里的字，只列出$/),
  ]);
});

describe('several people', () => {
  test('the changes of one author alone', async () => {
    const cwd = await sent();
    edit(cwd, [tracked('2次', '3次', '张三'), tracked('500份', '600份', '李四')]);
    const all = await pull(cwd, '改过.docx');
    expect(all.out).toContain('改字（张三）');
    expect(all.out).toContain('改字（李四）');
    expect(await pull(cwd, '改过.docx', '--author', '张三', '--write')).toMatchObject({ code: 0 });
    expect(planIn(cwd)).toBe(plan.replace('2次', '3次'));
  });

  test('comments become comments above their places, once', async () => {
    const cwd = await sent();
    const comments =
      comment(50, '张三', '加上&#10;措施') +
      comment(51, '李四', '# pingan-disable-file all') +
      comment(52, '平安', '查出来的');
    edit(cwd, [remarked('逐一登记', 50), remarked('疑难纠纷', 51, 52)], '送审.docx', '改过.docx', comments);
    const shown = await pull(cwd, '改过.docx');
    expect(shown).toMatchObject({ code: 0 });
    expect(shown.out).toContain('计划.yaml:7:11 批注（张三）\n  加上 措施\n');
    expect(shown.out).not.toContain('查出来的');
    expect(await pull(cwd, '改过.docx', '--write')).toMatchObject({ code: 0 });
    const lines = planIn(cwd).split('\n');
    expect(lines[6]).toMatch(/^ {2}# 批注（张三）：加上 措施（“每月排查.*…”）$/);
    expect(lines[7]).toMatch(/^ {2}- 抓好排查/);
    expect(lines[8]).toMatch(/^ {2}# 批注（李四）：＃ pingan-disable-file all（“/);
    expect(lines.length).toBe(plan.split('\n').length + 2);
    const written = planIn(cwd);
    await pingan(['gen', '计划.yaml', '--review', '-o', '送审.docx', '--force'], cwd);
    edit(cwd, [remarked('逐一登记', 50), remarked('疑难纠纷', 51, 52)], '送审.docx', '改过.docx', comments);
    const again = await pull(cwd, '改过.docx', '--write');
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).toContain('批注（张三），计划里已经有了');
    expect(planIn(cwd)).toBe(written);
  });

  test('comments of one author alone', async () => {
    const cwd = await sent();
    const comments = comment(50, '张三', '甲') + comment(51, '李四', '乙');
    edit(cwd, [remarked('逐一登记', 50, 51)], '送审.docx', '改过.docx', comments);
    await pull(cwd, '改过.docx', '--author', '李四', '--write');
    expect(planIn(cwd)).toContain('# 批注（李四）：乙');
    expect(planIn(cwd)).not.toContain('张三');
  });
});

describe('the plan of a document', () => {
  test('is the one that it names, beside it or in the current folder, or the one of its own name', async () => {
    const cwd = await sent();
    mkdirSync(path.join(cwd, '收'));
    edit(cwd, [replaced('不少于2次', '不少于3次')], '送审.docx', '收/改过.docx');
    expect((await pull(cwd, '收/改过.docx')).err).toContain('收/改过.docx → 计划.yaml：改动 1 处');
    writeFileSync(path.join(cwd, '收/计划.yaml'), plan);
    expect((await pull(cwd, '收/改过.docx')).err).toContain('收/改过.docx → 收/计划.yaml：改动 1 处');
    await pingan(['gen', '计划.yaml'], cwd);
    edit(cwd, [replaced('不少于2次', '不少于3次')], '计划.docx', '计划.docx');
    expect((await pull(cwd, '计划.docx')).err).toContain('计划.docx → 计划.yaml：改动 1 处');
  });

  test('is the only one beside a final document, however it is called', async () => {
    const cwd = await sent();
    writeFileSync(path.join(cwd, 'pingan.config.yaml'), '规则: {}\n');
    writeFileSync(path.join(cwd, '别的.yaml'), '版本: 1\n');
    await pingan(['gen', '计划.yaml', '-o', '定稿.docx'], cwd);
    edit(cwd, [(xml) => xml.replace('500份', '600份')], '定稿.docx', '领导改.docx');
    expect((await pull(cwd, '领导改.docx')).err).toContain('领导改.docx → 计划.yaml：改动 1 处');
    writeFileSync(path.join(cwd, '另一个.yaml'), plan);
    expect((await pull(cwd, '领导改.docx')).err).toContain('找不到 领导改.docx 的计划：');
  });

  test('isn’t sought where a document says it is', async () => {
    const cwd = await sent();
    mkdirSync(path.join(cwd, '收'));
    for (const name of ['../计划.yaml', '/etc/计划.yaml', '.计划.yaml', '计划.txt', '']) {
      const { memory } = rememberedIn(readFileSync(path.join(cwd, '送审.docx'))) ?? {};
      if (!memory) throw new Error('nothing remembered');
      const pieces = namesOfPieces(lettersOf({ ...memory, plan: name }), 'x').map(
        (called, index) =>
          `<w:bookmarkStart w:id="${index}" w:name="${called}"/><w:bookmarkEnd w:id="${index}"/>`,
      );
      const others = /<w:bookmark(?:Start w:id="2\d{6}" w:name="\w+"|End w:id="2\d{6}")\/>/g;
      const changed = (xml: string) => xml.replace(others, '').replace('<w:body>', `$&${pieces.join('')}`);
      edit(cwd, [changed], '送审.docx', '收/改过.docx');
      expect(rememberedIn(readFileSync(path.join(cwd, '收/改过.docx')))?.memory?.version).toBe(
        memory.version,
      );
      const run = await pull(path.join(cwd, '收'), '改过.docx');
      expect(run).toMatchObject({ code: 2, out: '' });
      expect(run.err).toContain('找不到 改过.docx 的计划：');
    }
  });

  test('that is another one is refused', async () => {
    const cwd = await sent();
    writeFileSync(
      path.join(cwd, '别的.yaml'),
      '标题: 关于举办培训班的通知\n单位: 县司法局\n正文:\n  - 时间: 五月上旬，为期两天。\n  - 地点: 县委党校报告厅。\n',
    );
    const run = await pull(cwd, '送审.docx', '别的.yaml');
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(/送审\.docx 不像是由 别的\.yaml 生成的：\d+ 段里只有 \d+ 段对得上/);
  });

  test('that is broken, a file that is none of Word, and none at all', async () => {
    const cwd = await sent();
    writeFileSync(path.join(cwd, '计划.yaml'), '标题: [');
    expect(await pull(cwd, '送审.docx')).toMatchObject({ code: 2, out: '' });
    writeFileSync(path.join(cwd, '文.docx'), '不是 Word');
    const none = await pull(cwd, '文.docx', '计划.yaml');
    expect(none.code).toBe(2);
    expect(none.err).toMatch(/^✘ 文\.docx /);
    expect((await pull(cwd, '没有.docx')).err).toContain('没有.docx');
    expect((await pull(cwd, '计划.yaml')).err).toContain('没有给改过的 Word 文件');
  });
});

describe('values from elsewhere', () => {
  const several = plan
    .replace('平安镇2026年平安创建工作要点', '"{{村名}}2026年工作要点"')
    .replace('500', '{{份数}}');
  const table = '村名,份数\n柳溪村,300\n柳溪新村,200\n';

  test('are asked for, and taken from --set', async () => {
    const cwd = await sent(several, '--set', '村名=柳溪村', '--set', '份数=300');
    edit(cwd, [replaced('不少于2次', '不少于3次')]);
    const without = await pull(cwd, '改过.docx', '--set', '村名=柳溪村');
    expect(without.err).toContain('这一份生成的时候另外给了“份数”：用 --set 份数=… 照样再给');
    const run = await pull(cwd, '改过.docx', '--set', '村名=柳溪村', '--set', '份数=300', '--write');
    expect(run).toMatchObject({ code: 0 });
    expect(planIn(cwd)).toBe(several.replace('2次', '3次'));
  });

  test('are those of the row that is named, or whose first value is in the name of the file', async () => {
    const cwd = await sent(several, '--set', '村名=柳溪新村', '--set', '份数=200');
    writeFileSync(path.join(cwd, '各村.csv'), table);
    edit(cwd, [replaced('不少于2次', '不少于3次')], '送审.docx', '柳溪新村.docx');
    const named = await pull(cwd, '柳溪新村.docx', '--data', '各村.csv');
    expect(named).toMatchObject({ code: 0 });
    expect(named.err).toContain('改动 1 处，能收回 1 处');
    edit(cwd, [], '柳溪新村.docx', '改过.docx');
    const where = await pull(cwd, '改过.docx', '--data', '各村.csv', '--where', '村名=柳溪新村');
    expect(where.err).toContain('改动 1 处，能收回 1 处');
    expect((await pull(cwd, '改过.docx', '--data', '各村.csv')).err).toContain(
      '各村.csv 里没有名字在文件名 改过.docx 里的行；用 --where 列=值 指明是哪一行。',
    );
    expect((await pull(cwd, '改过.docx', '--data', '各村.csv', '--where', '村名=无')).err).toContain(
      '各村.csv 里没有符合 --where 的行',
    );
    expect((await pull(cwd, '改过.docx', '--data', '各村.csv', '--where', '镇=无')).err).toContain(
      '表里没有“镇”列',
    );
    expect((await pull(cwd, '改过.docx', '--where', '村名=无')).err).toContain('还要加上 --data');
  });

  test('are those of the row that the file and its folder are named after', async () => {
    const towns = several.replace('{{村名}}2026', '{{镇}}{{村名}}2026');
    const cwd = await sent(towns, '--set', '镇=永和镇', '--set', '村名=石桥村', '--set', '份数=200');
    const rows = ['永和镇,柳溪村,300', '平安镇,石桥村,200', '永和镇,石桥村,200', '永和镇,桥村,200'];
    writeFileSync(path.join(cwd, '各村.csv'), `镇,村名,份数\n${rows.join('\n')}\n`);
    mkdirSync(path.join(cwd, '永和镇'));
    edit(cwd, [replaced('不少于2次', '不少于3次')], '送审.docx', '永和镇/石桥村.docx');
    const found = await pull(cwd, '永和镇/石桥村.docx', '--data', '各村.csv');
    expect(found.err).toContain('改动 1 处，能收回 1 处');
    edit(cwd, [], '永和镇/石桥村.docx', '石桥村改过.docx');
    expect((await pull(cwd, '石桥村改过.docx', '--data', '各村.csv')).err).toContain(
      '各村.csv 里有 2 行名字在文件名 石桥村改过.docx 里的行；',
    );
  });

  test('are the figures over the whole table too', async () => {
    const summed = several.replace('{{份数}}', "{{份数}}份，共{{汇总 '份数'}}份、{{计数}}村，各");
    const cwd = folder();
    writeFileSync(path.join(cwd, '计划.yaml'), summed);
    writeFileSync(path.join(cwd, '各村.csv'), table);
    await pingan(
      ['batch', '计划.yaml', '--data', '各村.csv', '--review', '-o', '.', '--name', '{{村名}}'],
      cwd,
    );
    edit(cwd, [replaced('不少于2次', '不少于3次')], '柳溪村.docx', '柳溪村.docx');
    const run = await pull(cwd, '柳溪村.docx', '柳溪新村.docx', '--data', '各村.csv', '--report');
    expect(run.out).toBe(
      '柳溪村.docx → 计划.yaml：改动 1 处，能收回 1 处\n柳溪新村.docx → 计划.yaml：没有改动\n',
    );
    expect((await pull(cwd, '柳溪村.docx', '--set', '村名=柳溪村', '--set', '份数=300')).err).toContain(
      '这一份里的汇总、计数是从表里算的：用 --data 给当时的那张表',
    );
    edit(cwd, [replaced('共500份', '共900份')], '柳溪村.docx', '柳溪村.docx');
    const figure = await pull(cwd, '柳溪村.docx', '--data', '各村.csv', '--write');
    expect(figure.out).not.toContain('“汇总.份数”列');
    expect(planIn(cwd)).toBe(summed.replace('2次', '3次'));
  });

  test('of many villages are counted, a line a document', async () => {
    const cwd = await sent(several, '--set', '村名=柳溪村', '--set', '份数=300');
    writeFileSync(path.join(cwd, '各村.csv'), table);
    edit(cwd, [replaced('不少于2次', '不少于3次')], '送审.docx', '柳溪村.docx');
    await pingan(
      ['gen', '计划.yaml', '--review', '-o', '柳溪新村.docx', '--set', '村名=柳溪新村', '--set', '份数=200'],
      cwd,
    );
    writeFileSync(path.join(cwd, '坏.docx'), '坏');
    const files = ['柳溪村.docx', '柳溪新村.docx'];
    const run = await pull(cwd, ...files, '--report', '--data', '各村.csv');
    expect(run).toMatchObject({ code: 0 });
    expect(run.out).toBe(
      '柳溪村.docx → 计划.yaml：改动 1 处，能收回 1 处\n柳溪新村.docx → 计划.yaml：没有改动\n',
    );
    const piped = await pingan(['pull', ...files, '--report', '--data', '-'], cwd, { input: table });
    expect(piped).toMatchObject({ code: 0, out: run.out });
    const bad = await pull(cwd, ...files, '坏.docx', '--report', '--data', '各村.csv', '--json');
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.out)).toMatchObject([{ document: '柳溪村.docx', all: 1 }, { all: 0 }]);
    expect(bad.err).toContain('✘ 坏.docx ');
  });
});

describe('review copies of a batch', () => {
  const source = plan
    .replace('平安镇2026年平安创建工作要点', '"{{村名}}2026年工作要点"')
    .replace('主送: 各村', "主送: '{{镇}}各部门'\n变量: { 镇: 平安镇, 期限: 7 }")
    .replace('7日', '{{期限}}日')
    .replace('500', '{{份数}}');
  const table = '村名,份数,镇,户数\n柳溪村,300,,1\n青山村,200,长乐镇,2\n东湖村,200,,3\n';
  const batch = (cwd: string, ...more: string[]) =>
    pingan(['batch', '计划.yaml', '--data', '各村.csv', '--review', '-o', '送审', '--force', ...more], cwd);
  const made = async (text = source) => {
    const cwd = folder();
    writeFileSync(path.join(cwd, '计划.yaml'), text);
    writeFileSync(path.join(cwd, '各村.csv'), table);
    expect(await batch(cwd)).toMatchObject({ code: 0 });
    return cwd;
  };
  const copy = (cwd: string, name: string) => readFileSync(path.join(cwd, `送审/${name}计划.docx`));

  test('are those that gen makes, comments and all', async () => {
    const cwd = await made(source.replace('发现问题', '发现问题,'));
    const given = ['--set', '村名=青山村', '--set', '份数=200', '--set', '镇=长乐镇'];
    await pingan(['gen', '计划.yaml', '--review', '-o', '单.docx', '--force', ...given], cwd);
    const [own, one] = [copy(cwd, '青山村'), readFileSync(path.join(cwd, '单.docx'))];
    expect(strFromU8(unzipSync(own)['word/comments.xml'] as Uint8Array)).toContain('半角');
    expect(Buffer.compare(own, one)).toBe(0);
    // A cell that is empty gives nothing; 户数 isn't used.
    expect(rememberedIn(copy(cwd, '东湖村'))?.memory).toMatchObject({ plan: '计划.yaml' });
    expect(rememberedIn(own)?.memory?.given).toEqual(['村名', '份数', '镇']);
    const both = await batch(cwd, '-f', 'docx,md', '--name', '多/{{村名}}');
    expect(both.err).toContain(
      '各 1 条批注；各村改过的，用 pingan pull 收回。Markdown 文件和平常一样，没有这些。',
    );
    expect(readFileSync(path.join(cwd, '送审/多/青山村.docx')).equals(own)).toBe(true);
    expect((await batch(cwd, '-f', 'md')).err).toContain('送审稿只能是 Word 文件：去掉 --review');
  });

  test('are ours until somebody edits them, and others than final documents', async () => {
    const cwd = await made();
    expect((await batch(cwd, '--resume')).err).toContain('没有变 3');
    edit(cwd, [replaced('不少于2次', '不少于3次')], '送审/柳溪村计划.docx', '送审/柳溪村计划.docx');
    const args = ['batch', '计划.yaml', '--data', '各村.csv', '-o', '送审', '--resume'];
    expect((await pingan([...args, '--review'], cwd)).err).toContain('保留 柳溪村计划.docx');
    expect((await pingan(args, cwd)).err).toContain('生成 2，保留 1 个文件');
    expect(rememberedIn(copy(cwd, '青山村'))).toBeUndefined();
  });

  test('tell which cell of the table was changed, and what of the plan', async () => {
    const cwd = await made();
    const edits = [replaced('不少于2次', '不少于3次'), replaced('300份', '350份'), replaced('7日', '5日')];
    edit(cwd, edits, '送审/柳溪村计划.docx', '送审/柳溪村计划.docx');
    edit(cwd, [replaced('长乐镇各', '长安镇各')], '送审/青山村计划.docx', '送审/青山村计划.docx');
    const files = ['柳溪村', '青山村', '东湖村'].map((name) => `送审/${name}计划.docx`);
    const report = await pull(cwd, ...files, '--data', '各村.csv', '--report');
    expect(report.out.split('\n')).toEqual([
      '送审/柳溪村计划.docx → 计划.yaml：改动 3 处，能收回 2 处，只列出 1 处；各村.csv 第 2 行“份数”列改成“350”',
      '送审/青山村计划.docx → 计划.yaml：改动 1 处，能收回 0 处，只列出 1 处；各村.csv 第 3 行“镇”列改成“长安镇”',
      '送审/东湖村计划.docx → 计划.yaml：没有改动',
      '',
    ]);
    const json = JSON.parse((await pull(cwd, ...files, '--data', '各村.csv', '--report', '--json')).out);
    expect(json[0].cells).toEqual([{ place: '各村.csv 第 2 行“份数”列', value: '350' }]);
    const one = await pull(cwd, files[0] ?? '', '--data', '各村.csv', '--write');
    expect(one.out).toContain(
      '这里印的是 各村.csv 第 2 行“份数”列的值，没有写进计划；在表里改成“350”，再生成这一份',
    );
    expect(one.err).toContain('计划是成批生成的各份共用的：写进去，各份的都跟着变');
    expect(planIn(cwd)).toBe(source.replace('2次', '3次').replace('期限: 7', '期限: 5'));
  });

  test('ask for the table where they are of no use without it', async () => {
    const cwd = await made();
    const run = await pull(cwd, '送审/青山村计划.docx');
    expect(run.err).toContain('这一份生成的时候另外给了“村名”、“份数”、“镇”：用 --set 村名=… 照样再给');
  });
});

test.each([
  [['甲.docx', '乙.docx'], '加上 --report'],
  [['甲.docx', '子.yaml', '丑.yaml'], '一次只收回一个计划'],
  [['甲.docx', '--report', '--write'], '--report 只数各份改了几处'],
  [['甲.docx', '--json', '--patch'], '--json 和 --patch 只写一个'],
  [['-'], 'pull 不从标准输入读'],
])('%j is told', async (args, message) => {
  const run = await pull(folder(), ...args);
  expect(run.code).toBe(2);
  expect(run.err).toContain(message);
});
