import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Document, Header, Packer, Paragraph, TextRun } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { NumberedBlock } from '../src/document/block.ts';
import { overleaf } from '../src/formats/docx/section.ts';
import type { Style } from '../src/formats/format.ts';
import { pdf } from '../src/formats/pdf.ts';
import { letterhead } from '../src/reading/docx/letterhead.ts';
import { folder, pingan } from './run.ts';
import { validate } from './wordprocessingml/validate.ts';

/** An office's own file: a head, a place for the text, an address; its own page, header, and look of the body. */
const made = Packer.toBuffer(
  new Document({
    styles: {
      default: { document: { run: { font: '宋体', size: 21 }, paragraph: { spacing: { after: 200 } } } },
      paragraphStyles: [
        { id: 'Body', name: '别的样式', run: { color: '00FF00' } },
        { id: 'a1', name: '公文正文', run: { size: 30, font: '楷体' } },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1800, bottom: 1600, left: 1700, right: 1500 },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph('首页')] }),
          default: new Header({ children: [new Paragraph('民政局')] }),
        },
        children: [
          new Paragraph({ children: [new TextRun({ text: '平安县民政局', color: 'FF0000', size: 72 })] }),
          // Word cuts a text into runs as it likes.
          new Paragraph({ children: [new TextRun('{{正'), new TextRun('文}}')] }),
          new Paragraph('地址：人民路1号'),
        ],
      },
    ],
  }),
);

const plan = `标题: 平安县民政局2026年平安建设工作要点
单位: 平安县民政局
日期: 2026-03-05
版式: { 信头: 信头.docx }
变量: { 科室: 甲科 }
正文:
  - 任务: 由{{科室}}负责。
附件:
  - 标题: 任务表
    表格: { 列: [任务, 牵头], 行: [[排查, 甲科]], 横排: 是 }
`;

type Parts = Record<string, Uint8Array>;
const text = (parts: Parts, name: string) => new TextDecoder().decode(parts[name]);
const shown = (xml: string) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, each]) => each).join('');

async function withHead(change: (parts: Parts) => Parts | Uint8Array = (parts) => parts, source = plan) {
  const cwd = folder();
  const changed = change(unzipSync(new Uint8Array(await made)));
  writeFileSync(path.join(cwd, '信头.docx'), changed instanceof Uint8Array ? changed : zipSync(changed));
  writeFileSync(path.join(cwd, '计划.yaml'), source);
  const run = await pingan(['gen', '计划.yaml'], cwd);
  const parts = () => unzipSync(readFileSync(path.join(cwd, '计划.docx')));
  return { cwd, run, parts };
}

test('the text of the plan stands where the letterhead says, on its page, with its header', async () => {
  const { run, parts, cwd } = await withHead();
  expect(run).toMatchObject({ code: 0 });
  const xml = text(parts(), 'word/document.xml');
  expect(shown(xml)).toMatch(/^平安县民政局平安县民政局2026年.*由甲科负责。.*地址：人民路1号$/);
  expect(xml).not.toContain('{{');
  const pages = [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section]) => section);
  expect(pages.map((page) => /<w:pgSz [^>]*>/.exec(page)?.[0].includes('landscape'))).toEqual([false, true]);
  expect(pages[0]).toMatch(/<w:pgMar (?=[^>]*w:top="1800")(?=[^>]*w:left="1700")/);
  expect(pages[1]).toMatch(/<w:pgMar (?=[^>]*w:right="1800")(?=[^>]*w:top="1700")/);
  expect(pages.map((page) => /titlePg/.test(page))).toEqual([true, false]);
  expect(await validate(readFileSync(path.join(cwd, '计划.docx')))).toEqual([]);
});

test('a style of the letterhead with a name of ours is used, one with an identifier of ours is left alone', async () => {
  const { parts } = await withHead();
  const styles = text(parts(), 'word/styles.xml');
  expect(styles.match(/w:val="公文正文"/g)).toHaveLength(1);
  expect(styles).toMatch(/w:styleId="Body"[^>]*><w:name w:val="别的样式"/);
  expect(text(parts(), 'word/document.xml')).toMatch(/<w:pStyle w:val="a1"\/>.*由甲科负责/);
  const used = [...text(parts(), 'word/document.xml').matchAll(/<w:pStyle w:val="([^"]*)"/g)].map(
    ([, id]) => id,
  );
  for (const id of used) expect(styles).toContain(`w:styleId="${id}"`);
  expect(styles).toMatch(/<w:name w:val="公文标题 1"\/>.*?<w:outlineLvl w:val="0"\/>/);
});

test('so it is in another notation', async () => {
  const [usual, quoted] = [
    await withHead(),
    await withHead((parts) => ({
      ...parts,
      'word/styles.xml': strToU8(
        text(parts, 'word/styles.xml')
          .replaceAll('"', "'")
          .replace('<w:name', '<!-- <w:name w:val="假"/> --><w:name'),
      ),
    })),
  ];
  expect(quoted.run).toMatchObject({ code: 0 });
  const document = 'word/document.xml';
  expect(text(quoted.parts(), document)).toBe(text(usual.parts(), document));
  const names = (parts: Parts) => text(parts, 'word/styles.xml').match(/<w:name w:val=["']公文正文["']/g);
  expect(names(quoted.parts())).toHaveLength(1);
});

test('without a place the text stands at the end, and the blank line there goes', async () => {
  const { parts } = await withHead((parts) => ({
    ...parts,
    'word/document.xml': strToU8(
      text(parts, 'word/document.xml')
        .replace('{{正', '电话')
        .replace('文}}', '号码')
        .replace('地址：人民路1号', ''),
    ),
  }));
  expect(shown(text(parts(), 'word/document.xml'))).toMatch(/^平安县民政局电话号码平安县民政局2026年/);
});

test('batch gives the bytes that gen gives, and a file edited since is kept', async () => {
  const { cwd, parts } = await withHead();
  writeFileSync(path.join(cwd, '表.csv'), '名称,科室\n一,甲科\n二,甲科\n三,甲科\n');
  expect(await pingan(['batch', '计划.yaml', '--data', '表.csv', '-o', '出/'], cwd)).toMatchObject({
    code: 0,
  });
  const bytes = readFileSync(path.join(cwd, '计划.docx'));
  for (const name of ['一', '二', '三'])
    expect(readFileSync(path.join(cwd, `出/${name}计划.docx`)).equals(bytes)).toBe(true);
  expect(await pingan(['gen', '计划.yaml'], cwd)).toMatchObject({ code: 0 });
  const edited = parts();
  edited['word/document.xml'] = strToU8(text(edited, 'word/document.xml').replace('甲科', '乙科'));
  writeFileSync(path.join(cwd, '计划.docx'), zipSync(edited));
  expect(await pingan(['gen', '计划.yaml'], cwd)).toMatchObject({ code: 2 });
});

const relations = 'word/_rels/document.xml.rels';
const related = (xml: string) => (parts: Parts) => ({
  ...parts,
  [relations]: strToU8(text(parts, relations).replace('</Relationships>', `${xml}</Relationships>`)),
});
const typed = (type: string) => `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}`;
const external = (type: string) =>
  related(
    `<Relationship Id="x" Type="${typed(type)}" Target="https://example.com/x" TargetMode="External"/>`,
  );

test('the template that a letterhead was made with is forgotten, a link to click stays', async () => {
  const template = await withHead(external('attachedTemplate'));
  expect(text(template.parts(), relations)).not.toContain('example.com');
  const link = await withHead(external('hyperlink'));
  expect(text(link.parts(), relations)).toContain('example.com');
});

test('so it is whatever the notation, and what only looks like a link is let be', async () => {
  const settings = 'word/settings.xml';
  const { run, parts } = await withHead((parts) => {
    const changed = related(
      `<x:Relationship xmlns:x='y' TargetMode='External'\n Target='a>b' Type='${typed('attachedTemplate')}' Id='x' ></x:Relationship><!-- <Relationship TargetMode="External"/> --><Relationship Target="media/TargetMode=&quot;External&quot;" Type="${typed('image')}" Id="y" TargetMode="Internal"/>`,
    )(parts);
    const named = "<!-- <w:attachedTemplate/> --><w:attachedTemplate\n r:id='x'></w:attachedTemplate>";
    return {
      ...changed,
      [settings]: strToU8(text(parts, settings).replace(/(<w:settings[^>]*>)/, `$1${named}`)),
    };
  });
  expect(run).toMatchObject({ code: 0 });
  expect(text(parts(), relations)).not.toContain('attachedTemplate');
  expect(text(parts(), relations)).toMatch(
    /<!-- <Relationship TargetMode="External"\/> --><Relationship [^>]* Id="y"/,
  );
  expect(text(parts(), settings)).toMatch(/<w:settings[^>]*><!-- <w:attachedTemplate\/> --><(?!w:attached)/);
});

const part = (name: string, content: string) => (parts: Parts) => ({ ...parts, [name]: strToU8(content) });
const main = (change: (xml: string) => string) => (parts: Parts) => ({
  ...parts,
  'word/document.xml': strToU8(change(text(parts, 'word/document.xml'))),
});
const prefixed = (name: string) => (parts: Parts) => ({
  ...parts,
  [name]: strToU8(
    text(parts, name)
      .replace(/\bw(?=:)/g, 'v')
      .replace('xmlns:w=', 'xmlns:v='),
  ),
});
const link = (attributes: string, before = '<', end = '/>') =>
  related(`${before}Relationship ${attributes}${end}`);
const refusals: [string, (parts: Parts) => Parts | Uint8Array, string][] = [
  ['an old .doc', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), '是旧格式（.doc）或加了密码的文件'],
  ['no zip', () => strToU8('不是 Word 文件'), '不是完好的 Word 文件'],
  ['another zip', () => zipSync({ a: strToU8('a') }), '不是 Word 文件（.docx）'],
  ['macros', part('word/vbaProject.bin', 'x'), '带有宏'],
  ['comments', part('word/comments.xml', '<x><y/></x>'), '带有批注'],
  ['a linked picture', external('image'), '链接到别的文件'],
  [
    'a link in single quotes and another order',
    link(`TargetMode='External' Target='x' Type='${typed('image')}' Id='x'`),
    '链接到别的文件',
  ],
  [
    'a link under a prefix',
    link(`xmlns:p="q" Id="x" Type="${typed('oleObject')}" TargetMode="External" Target="x"`, '<p:'),
    '链接到别的文件',
  ],
  [
    'a link over several lines, in other letters',
    link(`Id="x"\nType="${typed('image')}"\nTarget="a>b"\nTargetMode = "E&#x78;ternal"`, '<', '\n/>'),
    '链接到别的文件',
  ],
  [
    'a link that calls itself one to click in its target',
    link(
      `Target="/hyperlink" Title='Type="a/hyperlink"' TargetMode="External" Type="${typed('frame')}" Id="x"`,
    ),
    '链接到别的文件',
  ],
  [
    'a link of a header',
    part(
      'word/_rels/header9.xml.RELS',
      `<Relationships><Relationship Id="x" TargetMode="External"/></Relationships>`,
    ),
    '链接到别的文件',
  ],
  ['broken relationships', part(relations, '<Relationships>'), '不是完好的 Word 文件'],
  ['broken styles', part('word/styles.xml', '<w:styles'), '不是完好的 Word 文件'],
  ['styles under another prefix', prefixed('word/styles.xml'), '不是完好的 Word 文件'],
  ['a text under another prefix', prefixed('word/document.xml'), '不是完好的 Word 文件'],
  ['entities', main((xml) => xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')), '不是完好的 Word 文件'],
  ['broken XML', main((xml) => xml.replace('</w:body>', '')), '不是完好的 Word 文件'],
  [
    'the strict variant',
    main((xml) =>
      xml.replace(
        /http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main/g,
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      ),
    ),
    '是“严格”格式',
  ],
  ['no page', main((xml) => xml.replace(/<w:sectPr.*<\/w:sectPr>/s, '')), '没有页面设置'],
];

test.each(refusals)(
  '%s is refused at the name of the letterhead, and nothing is written',
  async (_, change, message) => {
    const { run, parts } = await withHead(change);
    expect(run.code).toBe(1);
    expect(run.err).toContain('计划.yaml:4:11 错误 信头“信头.docx”用不了：');
    expect(run.err).toContain(message);
    expect(parts).toThrow();
  },
);

/** The letterhead with its page said in another notation, and with words that only look like one. */
const otherwise = main((xml) =>
  xml
    .replace(/<w:sectPr.*<\/w:sectPr>/s, (section) => {
      const [first = '', normal = ''] = section.match(/<w:headerReference [^>]*\/>/g) ?? [];
      const [, id] = /r:id="([^"]*)"/.exec(first.includes('first') ? first : normal) ?? [];
      const [, other] = /r:id="([^"]*)"/.exec(first.includes('first') ? normal : first) ?? [];
      return `<w:sectPr><!-- <w:pgMar w:left="1"/><w:titlePg/> --><w:headerReference r:id='${id}'\n w:type='first'></w:headerReference><w:headerReference r:id='${other}' w:type='default'/><w:pgSz w:h='16838' w:w='11906'></w:pgSz><w:pgMar w:gutter='0' w:right='1500' w:left = "1700"\n w:bottom='1600' w:header='708' w:footer='708' w:top='1800' /><w:titlePg\n></w:titlePg><w:docGrid w:linePitch='312' w:type='lines'/></w:sectPr>`;
    })
    .replace(/(<w:t[^>]*>)\{\{正(<\/w:t>)/, '$1<![CDATA[{{]]><!-- 不是 -->正$2'),
);

test('the page, the place and the section are read in every notation', async () => {
  const both = `${plan}  - 标题: 名册\n    表格: { 列: [姓名, 职务], 行: [[张三, 科长]] }\n`;
  const { run, parts, cwd } = await withHead(otherwise, both);
  const usual = await withHead(undefined, both);
  expect(run).toMatchObject({ code: 0 });
  const xml = text(parts(), 'word/document.xml');
  expect(shown(xml)).toBe(shown(text(usual.parts(), 'word/document.xml')));
  const [upright = '', across = ''] = xml.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [];
  expect(upright).toMatch(/<w:headerReference [^>]*w:type='first'.*<w:titlePg\n>/s);
  expect(across).not.toMatch(/<w:headerReference [^>]*w:type='first'|<w:titlePg\n/s);
  expect(across).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
  expect(across).toMatch(
    /<w:pgMar w:gutter='0' w:bottom='1500' w:top = "1700"\n w:left='1600' w:header='708' w:footer='708' w:right='1800' \/>/,
  );
  // As wide as the page between its margins, across and upright.
  const grids = xml.match(/<w:tblGrid>.*?<\/w:tblGrid>/g) ?? [];
  const wide = (grid: string) =>
    [...grid.matchAll(/w:w="(\d+)"/g)].reduce((sum, [, each]) => sum + Number(each), 0);
  expect(grids.map(wide)).toEqual([16838 - 1800 - 1600, 11906 - 1700 - 1500]);
  expect(await validate(readFileSync(path.join(cwd, '计划.docx')))).toEqual([]);
});

const opened = async (change: (parts: Parts) => Parts) =>
  letterhead(zipSync(change(unzipSync(new Uint8Array(await made)))));

test('what the page says is told, and the rest left out', async () => {
  expect((await opened(otherwise)).page).toEqual({
    width: 11906,
    margins: { top: 1800, bottom: 1600, left: 1700, right: 1500, footer: 708 },
    pitch: 312,
  });
  const said = (section: string) =>
    opened(main((xml) => xml.replace(/<w:sectPr.*<\/w:sectPr>/s, `<w:sectPr>${section}</w:sectPr>`)));
  expect(
    (await said('<w:pgSz/><w:pgMar w:top="-1418" w:left="2.5cm" w:right="1440.0" w:bottom="0"/>')).page,
  ).toEqual({ margins: { right: 1440, bottom: 0 } });
  expect((await said('<w:docGrid w:type="default" w:linePitch="312"/>')).page).toEqual({ margins: {} });
});

test.each([
  ['<w:sectPr w:rsidR="1" />', '<w:sectPr w:rsidR="1"><w:type w:val="evenPage"/><w:titlePg/></w:sectPr>'],
  [
    "<w:sectPr><w:footerReference w:type='even'/><w:type w:val='nextPage'></w:type><w:pgSz/><w:docGrid/></w:sectPr>",
    '<w:sectPr><w:footerReference w:type=\'even\'/><w:type w:val="evenPage"/><w:pgSz/><w:titlePg/><w:docGrid/></w:sectPr>',
  ],
  [
    '<w:sectPr><!-- <w:pgSz w:w="1"/><w:bidi/> --><w:footnotePr/><w:pgMar/></w:sectPr>',
    '<w:sectPr><!-- <w:pgSz w:w="1"/><w:bidi/> --><w:footnotePr/><w:type w:val="evenPage"/><w:pgMar/><w:titlePg/></w:sectPr>',
  ],
])('a section overleaf, of %s', (section, made) => {
  expect(overleaf(section)).toBe(made);
});

test('a last line counts as blank by what stands in it', async () => {
  const last = (paragraph: string) =>
    opened(
      main((xml) => xml.replace('{{正', '{{').replace(/<w:p><w:r><w:t[^>]*>地址.*?<\/w:p>/s, paragraph)),
    );
  for (const blank of [
    '<w:p/>',
    '<w:p><w:pPr><w:rPr><w:sz w:val="21"/></w:rPr></w:pPr></w:p>',
    '<w:p><!-- <w:t>一</w:t> --></w:p>',
    '<w:p><w:r><w:instrText><![CDATA[<w:t/>]]></w:instrText></w:r></w:p>',
  ])
    expect((await last(blank)).head).not.toContain(blank);
  for (const filled of [
    '<w:p><w:r><w:t>完</w:t></w:r></w:p>',
    '<w:p><w:r><w:br\nw:type="page"/></w:r></w:p>',
    '<w:p><w:pPr><w:framePr/></w:pPr></w:p>',
  ])
    expect((await last(filled)).head).toContain(filled);
});

test('a part for comments that has none, as Pandoc writes it, gives way to ours', async () => {
  const empty = 'word/Comments.xml';
  const { run, cwd } = await withHead(
    (parts) => ({
      ...related(`<Relationship Id="x" Type="${typed('comments')}" Target="Comments.xml"/>`)(parts),
      [empty]: strToU8('<w:comments xmlns:w="w">\n</w:comments>'),
      '[Content_Types].xml': strToU8(
        text(parts, '[Content_Types].xml').replace(
          /(?=<\/Types>)/,
          '<Override PartName="/word/Comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>',
        ),
      ),
    }),
    plan.replace('负责。', '负责,'),
  );
  expect(run.err).not.toContain('信头');
  const { err } = await pingan(['gen', '计划.yaml', '--comments', '-o', '送审.docx'], cwd);
  expect(err).toMatch(/[1-9] 条批注/);
  const reviewed = readFileSync(path.join(cwd, '送审.docx'));
  expect(await validate(reviewed)).toEqual([]);
  for (const name of [relations, '[Content_Types].xml'])
    expect(text(unzipSync(reviewed), name).match(/comments\.xml"/gi), name).toHaveLength(1);
});

test('comments find their way into lists under a prefix', async () => {
  const { cwd } = await withHead(
    (parts) => {
      const list = (name: string) => ({
        [name]: strToU8(
          text(parts, name)
            .replace(/<(\/?)(?=[A-Z])/g, '<$1p:')
            .replace('xmlns=', 'xmlns:p='),
        ),
      });
      return { ...parts, ...list(relations), ...list('[Content_Types].xml'), ...list('_rels/.rels') };
    },
    plan.replace('负责。', '负责,'),
  );
  const run = await pingan(['gen', '计划.yaml', '--comments', '-o', '送审.docx'], cwd);
  expect(run.err).toMatch(/[1-9] 条批注/);
  expect(await validate(readFileSync(path.join(cwd, '送审.docx')))).toEqual([]);
  const files = unzipSync(readFileSync(path.join(cwd, '送审.docx')));
  expect(text(files, relations)).toMatch(/<p:Relationship Id="comments" [^>]*\/><\/p:Relationships>$/);
  expect(text(files, '[Content_Types].xml')).toMatch(
    /<p:Override [^>]*"\/word\/comments.xml"\/><\/p:Types>$/,
  );
});

test.each(['致：{{正文}} 完', '{{正文}}。', '｛｛正文｝｝', '{正文}', '{{内容}}'])(
  '“%s” isn’t printed as it stands: it is told how the place of the text is written',
  async (typed) => {
    const cwd = folder();
    const head = new Document({
      sections: [{ children: [new Paragraph('平安县民政局'), new Paragraph(typed)] }],
    });
    writeFileSync(path.join(cwd, '信头.docx'), await Packer.toBuffer(head));
    writeFileSync(path.join(cwd, '计划.yaml'), plan);
    const run = await pingan(['gen', '计划.yaml'], cwd);
    expect(run.code).toBe(1);
    expect(run.err).toContain('计划.yaml:4:');
    expect(run.err).toContain(
      `“{{正文}}”只能有一处，自己占一段，前后没有别的字，用两个半角花括号；这一段是“${typed}”。`,
    );
  },
);

test('in a PDF a long last paragraph is kept with the signature, since the pages are those of the letterhead', async () => {
  const long: NumberedBlock = {
    kind: 'paragraph',
    role: 'body',
    text: [{ text: '文'.repeat(280), bold: false }],
  };
  const signature: NumberedBlock = {
    kind: 'signature',
    seal: 'none',
    signers: [[{ text: '局', bold: false }]],
  };
  const { prepare } = pdf(async () => async () => []);
  const xml = async (style: Style) => {
    const file = (await prepare(style)).write({
      facts: { title: '题', author: '' },
      blocks: [long, signature],
    });
    return text(unzipSync(file), 'word/document.xml');
  };
  const kept = /"(?:Body|a1)"\/><w:keepNext\/>/;
  expect(await xml({ layout: {} })).not.toMatch(kept);
  expect(await xml({ layout: {}, letterhead: letterhead(await made) })).toMatch(kept);
});
