import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { parse as readJunit } from 'junit2json';
import { describe, expect, test } from 'vitest';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { fixAll } from '../src/lint/fix.ts';
import { rules as lintRules } from '../src/lint/rules/index.ts';
import { read as readPlan } from '../src/plan/read.ts';
import { reporters } from '../src/reporters/index.ts';
import type { FileReport, Report, RuleInfo } from '../src/reporters/reporter.ts';
import type { Edit, Problem } from '../src/schema/problem.ts';
import { framed, only, problemsOf } from './lint.ts';

const file = '平安镇/要点 100%，定稿,v1:2.yaml';
const source = [
  '标题: 平安镇2026年工作要点',
  '正文:',
  '  - 排查隐患: "😀每月排查,建立台账|共95%％，报\\"镇办\\"。"',
  "  - 处置办法: '群众反映的“老大难”由<综治>中心  牵头办理。'",
  '主要任务: |',
  '  各村要*高度重视*',
  '  认真落实',
  '',
].join('\r\n');

const spot = (text: string, from = 0) => {
  const start = source.indexOf(text, from);
  return { start, end: start + text.length };
};

const problems: Problem[] = [
  {
    severity: 'error',
    code: 'punct/half-width',
    ...spot(','),
    message: '半角的“,”应为全角的“，”。',
    fix: { safe: true, edits: [{ ...spot(','), text: '，' }] },
  },
  {
    severity: 'warning',
    code: 'num/percent',
    ...spot('%％'),
    message: '“95%％”里的百分号多了一个。',
    advice: '留一个“%”。',
    fix: { safe: true, edits: [{ ...spot('%％'), text: '%' }] },
  },
  {
    severity: 'info',
    code: 'wording/pair',
    ...spot('群众'),
    message: '“群众”与“牵头”离得太远。',
    related: [{ ...spot('牵头'), message: '“牵头”在这里。' }],
    fix: {
      safe: false,
      edits: [
        { ...spot('群众'), text: '居民群众' },
        { ...spot('  牵头'), text: '牵头' },
      ],
    },
  },
  {
    severity: 'warning',
    code: 'num/percent',
    ...spot('<综治>'),
    message: '占位的“<综治>”没有换掉：100%是|竖线、`代码`和[链接](x)。',
  },
  {
    severity: 'error',
    code: 'yaml/trap',
    start: spot('*高度').start,
    end: source.length,
    message: '“*”没有成对。',
    advice: '写成“**高度重视**”；\n或者删去。',
  },
];

const rules = new Map<string, RuleInfo>(
  [
    {
      id: 'punct/half-width',
      title: '中文里用了半角标点',
      why: '半角标点只占半格，行距字距都不齐。',
      basis: 'GB/T 15834—2011 5.1',
      level: 'error' as const,
      url: 'https://example.cn/rules#punct-half-width',
    },
    {
      id: 'num/percent',
      title: '百分号重复，或没写：%',
      why: '读者不知道数是多少。',
      basis: '惯例',
      level: 'warning' as const,
    },
  ].map((rule) => [rule.id, rule]),
);

const report: Report = {
  files: [
    { file, source, problems },
    { file: '柳溪村 计划.yaml', source: '标题: 柳溪村2026年工作要点\n', problems: [] },
  ],
  rules,
  version: '0.2.0',
  colour: false,
  hiddenByBaseline: 3,
};

const clean: Report = { files: report.files.slice(1), rules, version: '0.2.0', colour: false };

const writers = new Map(
  await Promise.all(reporters.map(async ({ name, load }) => [name, await load()] as const)),
);
const written = (name: string, of: Report = report) => {
  const write = writers.get(name);
  if (write === undefined) throw new Error(`no reporter ${name}`);
  return write(of);
};

const names = reporters.map(({ name }) => name);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const schemas = Object.fromEntries(
  Object.entries({ sarif: 'sarif-2.1.0', gitlab: 'gitlab', rdjson: 'rdjson' }).map(([name, schema]) => [
    name,
    ajv.compile(JSON.parse(readFileSync(`tests/schemas/${schema}.json`, 'utf8'))),
  ]),
);

function faults(name: string, text: string) {
  const validate = schemas[name];
  return validate?.(JSON.parse(text)) ? [] : (validate?.errors ?? ['no schema']);
}

/** What xmllint finds wrong with each of some documents by the schema of their format. */
async function xmlFaults(name: string, texts: readonly string[]) {
  const { errors } = await validateXML({
    xml: texts.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema: readFileSync(`tests/schemas/${name}.xsd`, 'utf8'),
    maxMemoryPages: 256 * memoryPages.MiB,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

/** Text in which everything may stand that a format has to escape, halves of characters among it. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(
        '%',
        '\r',
        '\n',
        ':',
        ',',
        '|',
        '\\',
        '`',
        '<',
        '&',
        '"',
        ']]>',
        '😀',
        '：',
        '::',
        '平安',
      ),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

const anySpan = (length: number) =>
  fc
    .tuple(fc.nat({ max: length }), fc.nat({ max: length }))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

const anyProblem = (length: number): fc.Arbitrary<Problem> =>
  fc
    .record({
      severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
      code: fc.constantFrom('punct/half-width', 'num/percent', 'yaml/trap'),
      span: anySpan(length),
      message: anyText.map((text) => `问题${text}`),
      advice: fc.option(anyText, { nil: undefined }),
      edit: fc.option(fc.tuple(anySpan(length), anyText), { nil: undefined }),
    })
    .map(({ span, advice, edit, ...rest }) => ({
      ...rest,
      ...span,
      ...(advice !== undefined && { advice }),
      ...(edit && { fix: { safe: true, edits: [{ ...edit[0], text: edit[1] }] } }),
    }));

const anyReport: fc.Arbitrary<Report> = fc
  .array(
    fc
      .tuple(anyText, anyText)
      .chain(([name, text]) =>
        fc
          .array(anyProblem(text.length), { maxLength: 6 })
          .map((found): FileReport => ({ file: `甲${name}`, source: text, problems: found })),
      ),
    { maxLength: 3 },
  )
  .map((files) => ({ ...clean, files }));

describe.each(names)('%s', (name) => {
  test('writes what was read and approved', () => {
    const golden = `tests/reporters/${name}.txt`;
    const made = `${written(name)}=== nothing found\n${written(name, clean)}`;
    if (process.env['UPDATE']) writeFileSync(golden, made);
    expect(made).toBe(readFileSync(golden, 'utf8'));
  });

  test('knows its own texts, and no other’s work', async () => {
    const reporter = reporters.find((each) => each.name === name);
    const sign = reporter?.sign;
    expect(sign).toBeDefined();
    if (sign === undefined || sign === 'sealed') return;
    const write = await reporter?.load();
    fc.assert(
      fc.property(anyReport, (any) => {
        expect(write?.(any)).toMatch(new RegExp(`^$|${sign.source}`));
      }),
    );
    for (const other of [
      '标题: 题\n',
      '{}\n',
      '[1]\n',
      '{"version": 1}',
      '<?xml version="1.0"?>\n<a/>',
      'PK\u0003',
      '村名,户数\n甲,2\n',
      '# 题\n',
    ])
      expect(other).not.toMatch(sign);
  });

  test('says what it is for, and ends its last line', () => {
    expect(reporters.find((each) => each.name === name)?.title).toMatch(/\p{Script=Han}/u);
    expect(written(name)).toMatch(/[^\n]\n$/);
  });

  test('copes with many problems on one long line', () => {
    const text = '每月排查,建立😀台账。'.repeat(20_000);
    const many = [...text.matchAll(/,/g)].map(({ index }) => ({
      ...(problems[0] as Problem),
      start: index,
      end: index + 1,
    }));
    const started = performance.now();
    written(name, { ...report, files: [{ file, source: text, problems: many }] });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

test('every format has a name of its own', () => {
  expect(new Set(names).size).toBe(names.length);
});

describe('pretty', () => {
  test('paints, where colours are wanted, the words that are there without', () => {
    const painted = written('pretty', { ...report, colour: true });
    expect(painted).toContain('\u001B[31m错误\u001B[39m');
    expect(painted.replace(/(?!\n)\p{Cc}\[\d+m/gu, '')).toBe(written('pretty'));
  });

  test('tells many equal findings once, with their places', () => {
    const commas = (count: number) => {
      const text = `标题: 甲\n正文: ${'每月排查,'.repeat(count)}\n`;
      const found = [...text.matchAll(/,/g)].map(({ index }) => ({
        ...(problems[0] as Problem),
        start: index,
        end: index + 1,
      }));
      return written('pretty', { ...clean, files: [{ file: '计划.yaml', source: text, problems: found }] });
    };
    const blocks = (text: string) => text.split('\n').filter((line) => line.startsWith('计划.yaml:'));
    expect(blocks(commas(2))).toHaveLength(2);
    expect(blocks(commas(3))).toHaveLength(1);
    expect(commas(3)).toContain('\n  同样的还有 2:14、2:19\n');
    expect(commas(61)).toContain(
      '\n  同样的还有 2:14、2:19、2:24、2:29、2:34、2:39、2:44、2:49、2:54、2:59 等 60 处\n',
    );
    expect(commas(61)).toContain('61 处错误');
  });

  test('keeps findings apart that point to different places', () => {
    const text = '甲甲甲甲甲';
    const found = [0, 1, 2, 3].map((start) => ({
      ...(problems[2] as Problem),
      start,
      end: start + 1,
    }));
    const said = written('pretty', { ...clean, files: [{ file, source: text, problems: found }] });
    expect(said.split('另见')).toHaveLength(5);
  });

  test('lets no file command the terminal', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        expect(written('pretty', any)).not.toMatch(/(?![\t\n])\p{Cc}/u);
      }),
    );
  });

  test('cuts no character in half', () => {
    const text = `标题: ${'😀'.repeat(60)},${'😀'.repeat(60)}`;
    for (let start = 4; start < text.length; start += 3) {
      const found = [{ ...(problems[0] as Problem), start, end: start + 1 }];
      expect(written('pretty', { ...clean, files: [{ file, source: text, problems: found }] })).not.toMatch(
        /\p{Surrogate}/u,
      );
    }
  });
});

describe('json', () => {
  const read = (of: Report) => JSON.parse(written('json', of));

  test('is what its description shows', () => {
    const text = '标题: 平安镇2026年工作要点\n指导思想: 深入贯彻会议精神,狠抓落实。\n';
    const at = { start: text.indexOf(','), end: text.indexOf(',') + 1 };
    const found = [
      { ...(problems[0] as Problem), ...at, fix: { safe: true, edits: [{ ...at, text: '，' }] } },
    ];
    const { url, ...rule } = rules.get('punct/half-width') as RuleInfo;
    const shown = read({
      ...clean,
      files: [{ file: '计划/平安镇.yaml', source: text, problems: found }],
      rules: new Map([[rule.id, rule]]),
    });
    const [, example = ''] = /```json\n(.*?)```/s.exec(readFileSync('docs/lint-json.md', 'utf8')) ?? [];
    expect(JSON.parse(example)).toEqual(shown);
  });

  test('gives places by which the text is found again', () => {
    const [{ problems: found }] = read(report).files;
    for (const { start, end, quote } of found) {
      const text = source.slice(start.offset, end.offset);
      expect(text.split('\r\n')[0]).toBe(quote);
      const line = source.split('\r\n')[start.line - 1] ?? '';
      expect([...line].slice(start.column - 1).join('')).toMatch(new RegExp(`^.{${[...quote].length}}`, 'u'));
      expect([...line].slice(start.column - 1, start.column - 1 + [...quote].length).join('')).toBe(quote);
    }
  });

  test('gives edits that, made, are the fix, and none that would need quoting', () => {
    const [{ problems: found }] = read(report).files;
    expect(found.map(({ fix }: { fix?: { edits?: unknown[] } }) => fix?.edits?.length)).toEqual([
      1,
      undefined,
      2,
      undefined,
      undefined,
    ]);
  });

  test.each(['居民', '', '2026年', '（一）'])('offers “%s” as an edit', (text) => {
    expect(edited(text)).toHaveLength(1);
  });

  test.each(["'", '"', '甲: 乙', '甲 #乙', '甲,乙', '%', '- 甲', '甲\n乙', '甲\\n', ' 甲', '甲 '])(
    'leaves the edit “%s” to --fix',
    (text) => {
      expect(edited(text)).toBeUndefined();
    },
  );

  test('offers edits that do what --fix does, in the examples of every rule', () => {
    for (const rule of lintRules)
      for (const { wrong, in: place, options, against } of rule.texts().examples) {
        const text = framed(wrong, place).source;
        for (const problem of problemsOf(text, only(rule.id, rule.level, options), against)) {
          const { made, source: mended } = fixAll(text, (now) => (now === text ? [problem] : []), true);
          const [{ problems: found }] = read({
            ...clean,
            files: [{ file, source: text, problems: [problem] }],
          }).files;
          const edits: { start: Place; end: Place; text: string }[] | undefined = found[0].fix?.edits;
          if (made.length === 0 || edits === undefined) continue;
          const edited = edits.reduceRight(
            (now, { start, end, text }) => now.slice(0, start.offset) + text + now.slice(end.offset),
            text,
          );
          expect(values(edited), `${rule.id} ${wrong}`).toEqual(values(mended));
        }
      }
  });

  interface Place {
    offset: number;
  }

  /** What a file says, without places and quotes. */
  function values(text: string): string {
    return JSON.stringify(readPlan(text).root, (key, value) =>
      key === 'start' || key === 'end' ? undefined : value,
    );
  }

  test('offers edits of the notation whatever their text', () => {
    expect(edited(': ', true)).toHaveLength(1);
  });

  function edited(text: string, notation?: true): Edit[] | undefined {
    const fix = { safe: true, edits: [{ start: 0, end: 1, text }], ...(notation && { notation }) };
    const found = [{ ...(problems[0] as Problem), fix }];
    return read({ ...clean, files: [{ file, source, problems: found }] }).files[0].problems[0].fix.edits;
  }
});

describe('fingerprints', () => {
  const of = (text: string, ...at: number[]) => {
    const found = at.map((start) => ({ ...(problems[0] as Problem), start, end: start + 1 }));
    const { files } = JSON.parse(
      written('json', { ...clean, files: [{ file, source: text, problems: found }] }),
    );
    return files[0].problems.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  };

  test('stay the same when lines are added above or the text is indented', () => {
    expect(of('标题: 甲\n  - 每月排查,建账\n', 15)).toEqual(
      of('甲: 乙\n\n标题: 甲\n    - 每月排查,建账\n', 24),
    );
  });

  test('change with the words around the place', () => {
    expect(of('每月排查,建账', 4)).not.toEqual(of('每周排查,建账', 4));
  });

  test('differ for the same words twice', () => {
    const [first, second] = of('排查,建账\n排查,建账\n', 2, 8);
    expect(first).not.toBe(second);
  });
});

describe('sarif', () => {
  const read = (of: Report) => JSON.parse(written('sarif', of)).runs[0];

  test('follows the official schema', () => {
    expect(faults('sarif', written('sarif'))).toEqual([]);
    expect(faults('sarif', written('sarif', clean))).toEqual([]);
    expect(faults('sarif', '{"version": "2.1.0", "runs": [{}]}')).not.toEqual([]);
  });

  test('follows the schema and keeps its promises whatever was found', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        expect(faults('sarif', written('sarif', any))).toEqual([]);
        const { results, tool, artifacts } = read(any);
        for (const { ruleId, ruleIndex, locations } of results) {
          expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
          const { index, uri } = locations[0].physicalLocation.artifactLocation;
          expect(artifacts[index].location.uri).toBe(uri);
          expect(new URL(uri, 'file:///base/').pathname).toBe(`/base/${uri}`);
        }
      }),
    );
  });

  test('counts columns in UTF-16 units, and names the file so that it is found', () => {
    const [{ locations }] = read(report).results;
    const { region, artifactLocation } = locations[0].physicalLocation;
    const line = source.split('\r\n')[region.startLine - 1] ?? '';
    expect(line.slice(region.startColumn - 1, region.endColumn - 1)).toBe(',');
    expect(decodeURIComponent(artifactLocation.uri)).toBe(file);
  });
});

describe('github', () => {
  /** Reads a command as the runner does (actions/runner, ActionCommand.TryParseV2): `%25` last. */
  const command = (line: string) => {
    const [, name, properties = '', data = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
    const plain = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
    const pairs = properties.split(',').map((pair) => {
      const [key = '', ...value] = pair.split('=');
      const text = plain(value.join('=')).replaceAll('%3A', ':').replaceAll('%2C', ',');
      return [key, text.replaceAll('%25', '%')];
    });
    return { name, data: plain(data).replaceAll('%25', '%'), ...Object.fromEntries(pairs) };
  };
  const lines = (of: Report) => written('github', of).split('\n').slice(0, -1);

  test('is read back as it was meant, whatever was found', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        const found = any.files.flatMap((each) =>
          each.problems.map((problem) => ({ ...problem, file: each.file })),
        );
        const bySeverity = ['error', 'warning', 'info'].flatMap((severity) =>
          found.filter((each) => each.severity === severity).slice(0, 10),
        );
        const commands = lines(any).filter((line) => line.startsWith('::'));
        expect(commands.map(command).map(({ name, data, file }) => ({ name, data, file }))).toEqual(
          bySeverity.map(({ severity, message, advice, file }) => ({
            name: severity === 'info' ? 'notice' : severity,
            data: advice === undefined ? message : `${message}\n改法：${advice}`,
            file,
          })),
        );
      }),
    );
  });

  test('shows ten of each kind, the worst first, and says how many are left', () => {
    const [error, warning, info] = problems as [Problem, Problem, Problem];
    const some = (problem: Problem, count: number) => Array.from({ length: count }, () => problem);
    const many = [...some(info, 12), ...some(warning, 10), ...some(error, 11)];
    const shown = lines({ ...report, files: [{ file, source, problems: many }] });
    expect(shown.slice(0, -1).map((line) => command(line).name)).toEqual(
      ['error', 'warning', 'notice'].flatMap((name) => Array.from({ length: 10 }, () => name)),
    );
    expect(shown.at(-1)).toMatch(/^另有 1 处错误，2 处提示没有标出/);
  });
});

describe('gitlab', () => {
  test('follows its schema, with fingerprints that are unique', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        const text = written('gitlab', any);
        expect(faults('gitlab', text)).toEqual([]);
        const prints = new Set(
          JSON.parse(text).map(({ fingerprint }: { fingerprint: string }) => fingerprint),
        );
        const distinctFiles = new Set(any.files.map((each) => each.file)).size === any.files.length;
        if (distinctFiles) expect(prints.size).toBe(JSON.parse(text).length);
      }),
    );
  });
});

describe('rdjson', () => {
  /** The text that a range of bytes means. */
  const bytes = (range: { start: Place; end: Place }, text: string) => {
    const all = Buffer.from(text);
    const offset = ({ line, column }: Place) => {
      let at = 0;
      for (let n = 1; n < line; n++) at = all.indexOf('\n', at) + 1;
      return at + column - 1;
    };
    return [offset(range.start), offset(range.end)] as const;
  };
  interface Place {
    line: number;
    column: number;
  }

  test('follows its schema', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        expect(faults('rdjson', written('rdjson', any))).toEqual([]);
      }),
    );
  });

  test('counts columns in bytes, and its suggestions put the text right', () => {
    const { diagnostics } = JSON.parse(written('rdjson'));
    const found = diagnostics.map(({ location }: { location: { range: { start: Place; end: Place } } }) =>
      Buffer.from(source)
        .subarray(...bytes(location.range, source))
        .toString(),
    );
    expect(found).toEqual(problems.map(({ start, end }) => source.slice(start, end)));
    const mended = diagnostics.flatMap(
      ({ suggestions = [] }: { suggestions?: { range: { start: Place; end: Place }; text: string }[] }) =>
        suggestions.map(({ range, text }) => {
          const [from, to] = bytes(range, source);
          const all = Buffer.from(source);
          return `${all.subarray(0, from)}${text}${all.subarray(to)}`;
        }),
    );
    expect(mended).toEqual([
      source.replace('排查,', '排查，'),
      source.replace('群众', '居民群众').replace('  牵头', '牵头'),
    ]);
  });
});

describe('junit', () => {
  test('is read by a reader of JUnit as it was meant', async () => {
    const read = await readJunit(written('junit'));
    expect(read).toMatchObject({
      tests: 2,
      failures: 1,
      testsuite: [
        {
          testcase: [
            {
              name: file,
              failure: [{ message: '2 处错误，2 处警告，1 处提示', type: 'error' }],
              'system-out': [expect.stringContaining('4:12 提示 “群众”与“牵头”离得太远。（wording/pair）')],
            },
            { name: '柳溪村 计划.yaml' },
          ],
        },
      ],
    });
  });
});

describe('checkstyle', () => {
  test('keeps what it says through an XML parser', async () => {
    const { normalized } = await validateXML({ xml: written('checkstyle'), normalization: 'c14n' });
    const values = [...normalized.matchAll(/message="([^"]*)"/g)].map(([, value = '']) =>
      value
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#xA;', '\n')
        .replaceAll('&amp;', '&'),
    );
    expect(values).toEqual(
      problems.map(({ message, advice }) => (advice === undefined ? message : `${message}改法：${advice}`)),
    );
  });
});

describe.each(['junit', 'checkstyle'])('%s', (name) => {
  test('is well-formed and follows its schema whatever was found', async () => {
    const any = fc.sample(anyReport, { numRuns: 150, seed: 1 });
    expect(
      await xmlFaults(
        name,
        any.map((each) => written(name, each)),
      ),
    ).toEqual([]);
    expect(await xmlFaults(name, [written(name).replace('name=', 'nam=')])).not.toEqual([]);
  });
});

describe('compact', () => {
  test('is one line for each problem, whatever was found', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        const lines = written('compact', any).split(/\r\n|[\n\r\u2028\u2029\u0085]/);
        expect(lines.length - 1).toBe(any.files.flatMap((each) => each.problems).length);
      }),
    );
  });
});

describe('markdown', () => {
  test('has seven cells in every row, whatever was found', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        const rows = written('markdown', any)
          .split('\n')
          .filter((line) => line.startsWith('|'));
        for (const row of rows) expect(row.replace(/\\./gsu, '').split('|')).toHaveLength(9);
        const found = any.files.flatMap((each) => each.problems).length;
        expect(rows.filter((row) => /^\| \d/.test(row))).toHaveLength(found);
      }),
    );
  });
});
