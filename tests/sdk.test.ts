import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { png } from './drawn.ts';
import { pingan } from './run.ts';
import { withTools } from './tools.ts';

const text = `标题: 平安镇2026年平安创建工作要点
单位: 平安镇人民政府
日期: 2026-03-05
主送: 各村
主要任务:
  - 标题: 甲
    内容: 乙。
    表格: { 列: [丙, 丁], 行: [[一, 二], [^, 三]] }
  - 戊: 己**庚**。
附件:
  - 名单: 附后。
  - 台账: 附后。
`;
const wide = text.replace('[^, 三]] }', '[^, 三]], 横排: 是 }');

/** One of every kind of document. */
const plans: Record<string, string> = {
  national: text,
  gb33476: `${text}版式: { 规格: gb33476, 字体: gbk, 加粗: [1, 2] }\n`,
  plain: `${text}版式: { 规格: 普通, 页码: 否 }\n`,
  native: `${text}编号: { 方式: 自动, 连续: [2] }\n`,
  wide,
  'wide attachments': `${text}版式: { 目录: 3, 网格: 行和字符 }\n抄送: 县政府\n`.replace(
    '- 名单: 附后。',
    '- 标题: 名单\n    表格: { 列: [甲, 乙], 行: [[一, 二]], 横排: 是, 表注: 注。 }',
  ),
  head: `${text}发文字号: 平政〔2026〕1号\n份号: '000001'\n密级: 秘密\n紧急程度: 特急\n签发人: [周守平, 林安]\n印章: 加盖印章\n抄送: 县政府\n印发: { 机关: 平安镇党政办, 日期: 2026-03-06 }\n版式: { 红头: { 字号: 60 } }\n`,
  letter: `${text}发文字号: 平政函〔2026〕1号\n版式: { 红头: { 式样: 信函 } }\n`,
  order: `${text}发文字号: 第1号\n印章: 签名章\n版式: { 红头: { 式样: 命令 } }\n`,
  minutes: `${text}出席: 周守平、林安\n列席: 高明礼\n版式: { 红头: { 标志: 平安镇人民政府纪要, 式样: 纪要 } }\n`,
  seals: `${text.replace('单位: 平安镇人民政府', '单位: [平安镇人民政府, 平安县公安局]')}印章图片: [图.png, 图.png]\n版式: { 红头: 是 }\n`,
  notice: `${text}印发通知: { 标题: 关于印发要点的通知, 正文: 现印发给你们。 }\n版式: { 红头: 是, 目录: 是, 页码: { 式样: 居中, 起始: 6 } }\n印发: { 机关: 平安镇党政办, 日期: 2026-03-06, 印数: 60, 承办单位: 平安办, 承办人: 周守平, 电话: '1' }\n`,
  overleaf: `${text}抄送: 县政府\n版式: { 版记: 另面 }\n`,
  picture: text.replace('    内容: 乙。', '    内容: 乙。\n    图片: [{文件: 图.png, 题注: 图1}, 图.png]'),
  comments: text.replace('乙。', '由张三负责，2025年12月底前完成，100%%。'),
  review: `${text.replace('乙。', '由张三负责，100%%。')}发文字号: 平政〔2026〕1号\n签发人: [周守平, 林安, 高明礼]\n编号: { 方式: 自动 }\n版式: { 红头: {}, 目录: 是 }\n`,
};

/** What Microsoft's own Open XML SDK finds wrong with a file. */
function wrongWith(file: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const program = spawn('ooxml-validator', [file]);
    let told = '';
    program.stdout.on('data', (piece) => {
      told += piece;
    });
    program.on('error', reject);
    program.on('close', () => resolve((JSON.parse(told) as { errors: unknown[] }).errors));
  });
}

withTools(['ooxml-validator'], 'the Open XML SDK', () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pingan-sdk-'));
  afterAll(() => rmSync(cwd, { recursive: true }));
  writeFileSync(path.join(cwd, '图.png'), png(60, 40));

  const names = Object.keys(plans);
  const isReviewed = (name: string) => name === 'comments' || name === 'review';

  beforeAll(async () => {
    for (const name of names) writeFileSync(path.join(cwd, `${name}.yaml`), plans[name] ?? '');
    const made = async (some: readonly string[], ...more: string[]) =>
      expect(
        await pingan(['gen', ...some.map((name) => `${name}.yaml`), '-f', 'docx', '--force', ...more], cwd),
      ).toMatchObject({ code: 0 });
    await made(names.filter((name) => !isReviewed(name)));
    for (const name of names.filter(isReviewed)) await made([name], `--${name}`);
  });

  test.concurrent.each(names)(
    'finds nothing wrong with a document of the kind %s',
    async (name) => expect(await wrongWith(path.join(cwd, `${name}.docx`))).toEqual([]),
    60_000,
  );

  test('finds what is wrong', async () => {
    const { bytes } = await pingan(['gen', '-', '-f', 'docx', '-o', '-'], cwd, { input: text });
    const { unzipSync, zipSync, strToU8, strFromU8 } = await import('fflate');
    const parts = unzipSync(bytes);
    parts['word/document.xml'] = strToU8(
      strFromU8(parts['word/document.xml'] as Uint8Array).replace('<w:pStyle', '<w:keepNext/><w:pStyle'),
    );
    writeFileSync(path.join(cwd, 'wrong.docx'), zipSync(parts));
    expect(await wrongWith(path.join(cwd, 'wrong.docx'))).not.toEqual([]);
  }, 60_000);
});
