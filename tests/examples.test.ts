import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { examples, folder, pingan } from './run.ts';
import { call, withTools } from './tools.ts';
import { validateAll } from './wordprocessingml/validate.ts';

const here = process.cwd();
const generate = async (example: string, format: string) =>
  (await pingan(['gen', path.join('examples', example), '-f', format, '-o', '-'], here)).bytes;
const squeezed = (text: string) => text.replace(/\s/g, '');

describe.each(examples)('%s', (example) => {
  test('opens with a comment on what it shows, and has nothing to complain of', async () => {
    expect(readFileSync(path.join('examples', example), 'utf8')).toMatch(/^# /);
    const run = await pingan(['gen', path.resolve('examples', example), '-o', 'made.docx'], folder());
    expect(run).toMatchObject({ code: 0, err: '✔ 已生成 Word 文件 made.docx\n' });
  });

  test('makes the Markdown that was read and approved', async () => {
    const golden = path.join('tests/golden', example.replace('.yaml', '.md'));
    const made = (await generate(example, 'md')).toString();
    if (process.env['UPDATE']) writeFileSync(golden, made);
    expect(made).toBe(readFileSync(golden, 'utf8'));
  });

  test('makes the same Word file twice, byte for byte', async () => {
    expect((await generate(example, 'docx')).equals(await generate(example, 'docx'))).toBe(true);
  });

  test('has the same headings and labels in Word, as real headings, as in Markdown', async () => {
    const xml = new TextDecoder().decode(unzipSync(await generate(example, 'docx'))['word/document.xml']);
    const inWord = [...xml.matchAll(/<w:p><w:pPr><w:pStyle w:val="Heading(\d)"\/>.*?<\/w:p>/gs)].map(
      ([paragraph, level]) =>
        `${level} ${[...paragraph.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join('')}`,
    );
    const markdown = (await generate(example, 'md')).toString();
    const inMarkdown = [...markdown.matchAll(/^(#{2,}) (.*)$/gm)].map(
      ([, marks = '', text = '']) => `${marks.length - 1} ${text.replaceAll('\\', '')}`,
    );
    expect(inWord.filter((heading) => Number(heading[0]) <= 4)).toEqual(
      inMarkdown.filter((heading) => Number(heading[0]) <= 4),
    );
  });
});

test('all Word files keep to the schemas of WordprocessingML', async () => {
  const files = await Promise.all(examples.map((example) => generate(example, 'docx')));
  expect(await validateAll(files)).toEqual(examples.map(() => []));
});

/** All words of a Markdown text as pandoc reads it. */
function words(markdown: Buffer): string {
  const collect = (node: unknown): string => {
    if (Array.isArray(node)) return node.map(collect).join('');
    if (typeof node !== 'object' || node === null) return '';
    const { t, c } = node as { t?: string; c?: unknown };
    if (t === 'Image') return '';
    if (t === 'Str') return String(c);
    return t === 'RawBlock' || t === 'RawInline' ? '' : collect(t === undefined ? Object.values(node) : c);
  };
  return squeezed(
    collect(
      (JSON.parse(call('pandoc', ['-f', 'gfm-smart', '-t', 'json'], markdown)) as { blocks: unknown }).blocks,
    ),
  );
}

withTools(['pandoc'], 'read back by other programs', () => {
  test.each(examples)('%s has the same text in Word (mammoth) and Markdown (pandoc)', async (example) => {
    const { value } = await mammoth.extractRawText({ buffer: await generate(example, 'docx') });
    expect(squeezed(value)).toBe(words(await generate(example, 'md')));
  });
});

test('Chinese quotes keep the Chinese face: every run has the hint, every style all four slots', async () => {
  const parts = unzipSync(await generate('property-management.yaml', 'docx'));
  const xml = (name: string) => new TextDecoder().decode(parts[name]);
  expect(
    xml('word/document.xml').match(/<w:r>(?!<w:rPr>(?:<w:rStyle [^>]*>)?<w:rFonts [^>]*w:hint="eastAsia")/g),
  ).toBeNull();
  const fonts = xml('word/styles.xml').match(/<w:rFonts [^>]*>/g) ?? [];
  expect(fonts.length).toBeGreaterThan(10);
  for (const font of fonts) {
    for (const slot of ['ascii', 'hAnsi', 'eastAsia', 'cs', 'hint']) expect(font).toContain(`w:${slot}="`);
    expect(font).not.toContain('Theme');
    expect(/w:hAnsi="([^"]*)"/.exec(font)?.[1]).toBe(/w:eastAsia="([^"]*)"/.exec(font)?.[1]);
  }
});
