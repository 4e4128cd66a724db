import { describe, expect, test } from 'vitest';
import { allowedBy, type Config, readConfig, settingsOf } from '../src/lint/config.ts';
import { fixAll, withSureFixes } from '../src/lint/fix.ts';
import { type More, type Rule, rule } from '../src/lint/rule.ts';
import { rules } from '../src/lint/rules/index.ts';
import { type Choices, covers, type Setting, Settings } from '../src/lint/settings.ts';
import { read } from '../src/plan/read.ts';
import type { Edit, Problem } from '../src/schema/problem.ts';
import { framed, only, problemsOf } from './lint.ts';

/** A rule of our own that minds a word wherever it stands in running text. */
const minds = (id: `own/${string}`, word: string, more: Partial<Rule> = {}, told: More = {}) =>
  rule({
    id,
    title: word,
    why: '试',
    basis: '惯例',
    level: 'warning',
    preset: 'recommended',
    fix: 'none',
    since: '0.2.0',
    kinds: ['body', 'title'],
    passage({ prose, span }, tell) {
      for (const { index } of prose.matchAll(new RegExp(word, 'g')))
        tell(span(index, index + word.length), word, told);
    },
    texts: () => ({ examples: [], silent: [] }),
    ...more,
  }) as Rule;

/** Settings under which only rules of our own look. */
const under = (own: Rule[], more: Setting[] = [], choices: Choices = {}) =>
  new Settings('recommended', [{ pattern: '*', level: 'off' }, ...own.map(heeded), ...more], {
    own,
    ...choices,
  });
const heeded = ({ id, level }: Rule): Setting => ({ pattern: id, level });

const plan = (body: string) => `标题: 平安镇2026年工作要点\n正文:\n${body}`;
const shown = (source: string, found: readonly Problem[]) =>
  found.map(({ code, start, end }) => `${code} ${source.slice(start, end)}`);

describe('a plan whose file has errors', () => {
  const broken = '不认识的键: 甲\n';
  const whole = /^(structure|org|goal|task|consistency)\//;
  const examples = rules.flatMap((rule) =>
    rule
      .texts()
      .examples.filter((example) => example.in !== 'source' && (rule.passage || rule.plan))
      .map((example) => [rule.id, example, rule] as const),
  );

  test.each(examples)(
    '%s judges it only if it needn’t see the whole',
    (id, { wrong, in: place, ...more }, rule) => {
      const source = `${framed(wrong, place).source}\n`;
      const found = (text: string) =>
        problemsOf(text, only(id, rule.level, more.options), more.against).filter(({ code }) => code === id)
          .length;
      expect(found(source)).toBeGreaterThan(0);
      if (whole.test(id)) expect(found(source + broken)).toBe(0);
      else expect(found(source + broken)).toBe(found(source));
    },
  );

  test('is judged whole all the same where its file has warnings only', () => {
    const source = '标题: 平安镇2026年工作要点\n单位: 平安镇人民政府\n工作目标:\n  - 进一步提升。 #一号\n';
    const codes = problemsOf(source, new Settings('recommended')).map(({ code }) => code);
    expect(codes).toContain('yaml/hash-swallowed');
    expect(codes).toContain('goal/measurable');
  });
});

describe('what is found', () => {
  test('stands in the order of the file, the shorter of two at one place first', () => {
    const own = [minds('own/a', '丙'), minds('own/b', '甲乙'), minds('own/c', '甲')];
    const source = plan('  - 题: 甲乙丙\n不认识: 甲\n');
    expect(shown(source, problemsOf(source, under(own)))).toEqual([
      'own/c 甲',
      'own/b 甲乙',
      'own/a 丙',
      'plan/unknown-key 不认识',
    ]);
  });

  test('carries what the rule tells with it', () => {
    const related = [{ start: 0, end: 2, message: '在这里' }];
    const [found] = problemsOf(
      plan('  - 题: 甲\n'),
      under([minds('own/a', '甲', {}, { advice: '改', related })]),
    );
    expect(found).toMatchObject({ severity: 'warning', message: '甲', advice: '改', related });
    const [bare] = problemsOf(plan('  - 题: 甲\n'), under([minds('own/a', '甲')]));
    expect(Object.keys(bare ?? {}).sort()).toEqual(['code', 'end', 'message', 'severity', 'start']);
  });

  test.each([
    ['safe', {}, true],
    ['safe', { unsafe: true }, false],
    ['unsafe', {}, false],
  ] as const)('has a fix as strong as the rule (%s) and the finding (%o) say', (fix, more, safe) => {
    const edit = { start: 30, end: 31, text: '乙' };
    const own = minds('own/a', '甲', { fix }, { fix: edit, ...more });
    const [found] = problemsOf(plan('  - 题: 甲\n'), under([own]));
    expect(found?.fix).toEqual({ edits: [edit], safe });
  });

  test('a rule that offers a fix must declare one', () => {
    const own = minds('own/a', '甲', {}, { fix: { start: 0, end: 1, text: '' } });
    expect(() => problemsOf(plan('  - 题: 甲\n'), under([own]))).toThrow('own/a declares no fix');
  });
});

describe('settings', () => {
  const own = {
    essential: minds('own/a', '甲', { preset: 'essential' }),
    strict: minds('own/b', '甲', { preset: 'strict' }),
  };

  test('a preset has the rules of the smaller ones and its own', () => {
    const levels = (preset: 'essential' | 'recommended' | 'strict') =>
      Object.values(own).map((each) => new Settings(preset).level(each));
    expect(levels('essential')).toEqual(['warning', 'off']);
    expect(levels('recommended')).toEqual(['warning', 'off']);
    expect(levels('strict')).toEqual(['warning', 'warning']);
  });

  test('the last line that gives a level decides, be it of the rule, its group or all', () => {
    const level = (...lines: Setting[]) => new Settings('strict', lines).level(own.strict);
    expect(level({ pattern: 'own/*', level: 'error' })).toBe('error');
    expect(level({ pattern: 'own/b', level: 'error' }, { pattern: '*', level: 'info' })).toBe('info');
    expect(level({ pattern: '*', level: 'off' }, { pattern: 'own/b', level: 'error' })).toBe('error');
    expect(level({ pattern: 'own/b', level: 'error' }, { pattern: 'own/b', options: { a: 1 } })).toBe(
      'error',
    );
    expect(level({ pattern: 'own/a', level: 'error' })).toBe('warning');
  });

  test('options of a rule are those of all its lines, the later over the earlier', () => {
    const lines = [
      { pattern: 'own/b', options: { a: 1, b: 1 } },
      { pattern: 'own/*', options: { a: 2 } },
      { pattern: 'own/a', options: { a: 3 } },
      { pattern: 'own/b', options: { b: 2 } },
    ];
    expect(new Settings('strict', lines).options(own.strict)).toEqual({ a: 1, b: 2 });
    expect(new Settings('strict').options(own.strict)).toEqual({});
  });

  test.each([
    ['*', true],
    ['own/b', true],
    ['own/*', true],
    ['own/', false],
    ['own', false],
    ['ow/*', false],
    ['own/b*', false],
    ['own/bb', false],
  ])('%s covers own/b: %s', (pattern, covered) => {
    expect(covers(pattern, 'own/b')).toBe(covered);
    expect(covers(pattern, 'owner/b')).toBe(pattern === '*');
  });

  test.each([
    ['甲乙', []],
    ['乙', []],
    ['丙甲乙丁', ['own/a 甲乙']],
    ['甲', ['own/a 甲乙', 'own/a 甲乙']],
    ['丙甲', ['own/a 甲乙', 'own/a 甲乙']],
    ['乙丁', ['own/a 甲乙', 'own/a 甲乙']],
    ['甲乙丁', ['own/a 甲乙']],
  ])('the word “%s” passes where it holds the whole finding', (word, left) => {
    const source = plan('  - 题: 丙甲乙丁，甲乙。\n');
    const rule = minds('own/a', word === '乙' ? '乙' : '甲乙');
    const found = problemsOf(
      source,
      under([rule], [], { allowed: new Map([['own/a', ['没有'.repeat(50), word]]]) }),
    );
    expect(shown(source, found)).toEqual(left);
  });

  test('a word passes for its rule only', () => {
    const source = plan('  - 题: 甲乙\n');
    const both = [minds('own/a', '甲乙'), minds('own/b', '甲')];
    const found = problemsOf(source, under(both, [], { allowed: new Map([['own/a', ['甲乙']]]) }));
    expect(shown(source, found)).toEqual(['own/b 甲']);
  });
});

describe('comments that turn rules off', () => {
  const own = [minds('own/a', '甲'), minds('own/b', '乙')];
  const left = (body: string, choices: Choices = {}) => {
    const source = plan(body);
    return problemsOf(source, under(own, [], choices)).map(
      ({ code, start, end }) =>
        `${code} ${source.slice(0, start).split('\n').length} ${source.slice(start, end)}`,
    );
  };

  test('-next holds for the next key with all that is under it, and no further', () => {
    const next = (rest: string) => left(`  # pingan-disable-next own/a\n${rest}`);
    expect(next('  - 题: 甲\n  - 题: 甲\n')).toEqual(['own/a 5 甲']);
    expect(next('  - 甲: 乙\n')).toEqual(['own/b 4 乙']);
    expect(next('  - 题: |\n      甲\n\n      甲乙甲\n  - 甲: 丙\n')).toEqual(['own/b 7 乙', 'own/a 8 甲']);
    expect(next('  - 题:\n      - 子: 甲\n      - 子: 甲\n')).toEqual([]);
    expect(left('  - 题:\n      # pingan-disable-next own/a\n      - 子: 甲\n      - 子: 甲\n')).toEqual([
      'own/a 6 甲',
    ]);
    expect(left('  - 题: 甲\n  # pingan-disable-next own/a\n')).toEqual([
      'own/a 3 甲',
      'lint/unused-disable 4 own/a',
    ]);
  });

  test('-next holds for a key of the file and for an entry with all its fields', () => {
    const found = (source: string, own: Rule) =>
      problemsOf(source, under([own])).map(({ start }) => source.slice(0, start).split('\n').length);
    const fields = '  # pingan-disable-next own/a\n  - 标题: 丙\n    内容: 甲\n  - 标题: 丙\n    内容: 甲\n';
    expect(left(fields)).toEqual(['own/a 7 甲']);
    const sections = '标题: 题\n# pingan-disable-next own/a\n主要任务: 甲\n工作要求: 甲\n';
    expect(found(sections, minds('own/a', '甲'))).toEqual([4]);
    expect(found(sections, minds('own/a', '主要任务|工作要求'))).toEqual([4]);
    const atEnd = minds('own/a', '', {
      passage: ({ text, span }, tell) => tell(span(text.length, text.length), '缺句号'),
      kinds: ['body'],
    });
    expect(found(sections, atEnd)).toEqual([4]);
  });

  test('-next in front of a text without a key holds for the text', () => {
    expect(left('  # pingan-disable-next own/a\n  - 题中甲\n  - 甲\n')).toEqual(['own/a 5 甲']);
    expect(left('  # pingan-disable-next own/a\n  - 甲\n')).toEqual([]);
  });

  test('-line holds for its line', () => {
    expect(left('  - 题: 甲\n  - 题: 甲 # pingan-disable-line own/a\n  - 题: 甲\n')).toEqual([
      'own/a 3 甲',
      'own/a 5 甲',
    ]);
    expect(left('  - 甲: 丙 # pingan-disable-line own/a\n')).toEqual([]);
  });

  test('-file holds for the whole file, wherever it stands', () => {
    expect(left('  - 题: 甲\n  # pingan-disable-file own/a\n  - 题: 甲乙\n')).toEqual(['own/b 5 乙']);
  });

  test('without a word it holds from there to pingan-enable, or to the end', () => {
    const from = '  - 题: 甲\n  # pingan-disable own/a\n  - 题: 甲\n';
    expect(left(`${from}  - 题: 甲\n`)).toEqual(['own/a 3 甲']);
    expect(left(`${from}  # pingan-enable\n  - 题: 甲\n`)).toEqual(['own/a 3 甲', 'own/a 7 甲']);
  });

  test.each([
    ['own/a own/b', []],
    ['own/a,own/b', []],
    ['own/a，own/b', []],
    ['own/a、own/b', []],
    ['own/*', []],
    ['all', []],
    ['own/a -- 因为, own/b 要查', ['own/b 4 乙']],
    ['own/a --原因', ['lint/unknown-rule 3 --原因', 'own/b 4 乙']],
  ])('“%s” names rules', (words, expected) => {
    expect(left(`  # pingan-disable-next ${words}\n  - 题: 甲乙\n`)).toEqual(expected);
  });

  test('what is not a comment turns nothing off', () => {
    expect(left('  - 题: "甲 # pingan-disable-line own/a"\n')).toEqual(['own/a 3 甲']);
    expect(left("  - '甲 # pingan-disable-line own/a': 丙\n")).toEqual(['own/a 3 甲']);
    expect(left('  - 题: |\n      甲 # pingan-disable-line own/a\n')).toEqual(['own/a 4 甲']);
    expect(left('  - 题: 甲 # pingan-disable-lines own/a\n')).toEqual(['own/a 3 甲']);
    expect(left('  - 题: 甲 #pingan-disable-line own/a\n')).toEqual([
      'yaml/hash-swallowed 3 #pingan-disable-line own/a',
    ]);
  });

  test('a comment that turns off nothing, or nothing that there is, is told where it says so', () => {
    expect(left('  # pingan-disable-next own/a, own/b\n  - 题: 乙\n')).toEqual([
      'lint/unused-disable 3 own/a',
    ]);
    expect(left('  # pingan-disable-next own/没有\n  - 题: 丙\n')).toEqual(['lint/unknown-rule 3 own/没有']);
    expect(left('  # pingan-disable-next all\n  - 题: 丙\n')).toEqual(['lint/unused-disable 3 all']);
    expect(left('  - 题: 丙 # pingan-disable-line   \n')).toEqual([
      'lint/unknown-rule 3 # pingan-disable-line',
    ]);
    expect(left('# pingan-disable-next\n  - 题: 丙\n')).toEqual([
      'lint/unknown-rule 3 # pingan-disable-next',
    ]);
  });

  test('two comments on one finding have both been of use', () => {
    expect(left('  # pingan-disable-file own/a\n  # pingan-disable-next own/a\n  - 题: 甲\n')).toEqual([]);
  });

  test('reasons are asked for where they must be given', () => {
    const asked = (words: string) =>
      left(`  # pingan-disable-next ${words}\n  - 题: 甲\n`, { comments: 'with-reason' });
    expect(asked('own/a')).toEqual(['lint/disable-reason 3 # pingan-disable-next own/a']);
    expect(asked('own/a --   ')).toEqual(['lint/disable-reason 3 # pingan-disable-next own/a --']);
    expect(asked('own/a -- 原文')).toEqual([]);
    expect(left('  # pingan-disable-next own/a\n  - 题: 甲\n')).toEqual([]);
  });

  test('they may be left unheeded', () => {
    expect(left('  # pingan-disable-next own/a, 没有\n  - 题: 甲\n', { comments: 'ignored' })).toEqual([
      'own/a 4 甲',
    ]);
  });

  test('no comment makes up for what the reader lost, but its warnings may be turned off', () => {
    const codes = (source: string) => problemsOf(source, under([])).map(({ code }) => code);
    expect(codes('# pingan-disable-file all\n标题: 甲\n不认识: 乙\n')).toEqual([
      'lint/unused-disable',
      'plan/unknown-key',
    ]);
    expect(codes('标题: 甲 #乙\n正文: 丙\n')).toEqual(['yaml/hash-swallowed']);
    expect(codes('# pingan-disable-file yaml/*\n标题: 甲 #乙\n正文: 丙\n')).toEqual([]);
  });
});

describe('mending', () => {
  /** A problem whose fix puts a text in the place of a word. */
  const swap = (
    source: string,
    word: string,
    text: string,
    more: Partial<Problem['fix']> = {},
  ): Problem | undefined => {
    const start = source.indexOf(word);
    const edits: Edit[] = [{ start, end: start + word.length, text }];
    return start < 0
      ? undefined
      : {
          severity: 'error',
          code: 'own/a',
          start,
          end: start + word.length,
          message: word,
          fix: { safe: true, edits, ...more },
        };
  };
  /** Mends by swaps, each of them offered as long as its word stands in the file. */
  const mended = (source: string, swaps: [string, string, Partial<Problem['fix']>?][], unsafe = false) => {
    const offered: string[][] = [];
    const {
      source: text,
      made,
      refused,
    } = fixAll(
      source,
      (now) => {
        const all = swaps.flatMap(([word, to, more]) => swap(now, word, to, more) ?? []);
        offered.push(all.map(({ message }) => message));
        return all;
      },
      unsafe,
    );
    return {
      text,
      made: made.map(({ message }) => message),
      refused: refused.map(({ message }) => message),
      rounds: offered.length,
    };
  };
  const source = plan('  - 题: 甲乙丙丁\n');
  const with_ = (text: string) => source.replace('甲乙丙丁', text);

  test('makes the fixes that are safe, and the others when they are asked for', () => {
    const swaps: [string, string, Partial<Problem['fix']>?][] = [
      ['甲', '一'],
      ['丙', '三', { safe: false }],
    ];
    expect(mended(source, swaps)).toMatchObject({ text: with_('一乙丙丁'), made: ['甲'] });
    expect(mended(source, swaps, true)).toMatchObject({ text: with_('一乙三丁'), made: ['甲', '丙'] });
  });

  test('one fix may make room for the next', () => {
    expect(
      mended(source, [
        ['甲', '子'],
        ['子', '丑'],
        ['丑', '寅'],
      ]),
    ).toMatchObject({
      text: with_('寅乙丙丁'),
      made: ['甲', '子', '丑'],
      refused: [],
    });
  });

  test('an endless chain comes to an end', () => {
    expect(mended(source, [['甲', '甲甲']]).made).toHaveLength(10);
  });

  test('fixes that touch are made together, those that overlap one after the other', () => {
    expect(
      mended(source, [
        ['乙', '二'],
        ['甲', '一'],
      ]),
    ).toMatchObject({ text: with_('一二丙丁'), rounds: 2 });
    expect(
      mended(source, [
        ['乙丙', '二三'],
        ['甲乙', '一乙'],
      ]),
    ).toMatchObject({
      text: with_('一二三丁'),
      made: ['甲乙', '乙丙'],
      rounds: 3,
    });
    const insert = (text: string): Problem => ({
      ...(swap(source, '甲', '') as Problem),
      message: text,
      fix: { safe: true, edits: [{ start: source.indexOf('甲'), end: source.indexOf('甲'), text }] },
    });
    const { source: once, made } = fixAll(
      source,
      (now) => (now === source ? [insert('子'), insert('丑')] : []),
      false,
    );
    expect([once, made.length]).toEqual([with_('子甲乙丙丁'), 1]);
  });

  test('a fix of several edits needn’t have them in order', () => {
    const at = (word: string, text: string) => ({
      start: source.indexOf(word),
      end: source.indexOf(word) + 1,
      text,
    });
    const problem = {
      ...(swap(source, '甲', '') as Problem),
      fix: { safe: true, edits: [at('丁', '四'), at('甲', '一')] },
    };
    expect(fixAll(source, (now) => (now === source ? [problem] : []), false).source).toBe(with_('一乙丙四'));
  });

  test('what would be mended is offered, as strong as it is', () => {
    const offered = withSureFixes(
      source,
      [
        swap(source, '甲', '一'),
        swap(source, '乙', '二', { safe: false }),
        swap(source, '题', '', { safe: false }),
      ].flatMap((each) => each ?? []),
    );
    expect(offered.map(({ message, fix }) => `${message} ${fix?.safe}`)).toEqual([
      '甲 true',
      '乙 false',
      '题 undefined',
    ]);
  });

  test('a value is quoted as its place demands', () => {
    expect(mended(source, [['甲', '- 子: #']])).toMatchObject({
      text: with_("'- 子: #乙丙丁'"),
      refused: [],
    });
  });

  test('what would not be read as it was foretold is refused, told once, and the rest is mended', () => {
    const block = plan('  - 题: |\n      甲乙\n  - 题: 丙\n');
    expect(
      mended(block, [
        ['甲', '甲\n不是: 正文\n'],
        ['丙', '三'],
        ['三', '叁'],
      ]),
    ).toEqual({
      text: block.replace('丙', '叁'),
      made: ['丙', '三'],
      refused: ['甲'],
      rounds: 3,
    });
  });

  test('a fix that would make more of the file than a value is refused', () => {
    const block = plan('  - 题: |\n      甲乙\n');
    expect(mended(block, [['甲', '甲\n  - 题: 子']])).toMatchObject({ text: block, refused: ['甲'] });
  });

  test('a fix that would change what is no value is refused', () => {
    const commented = plan('  - 题: 甲 # 乙\n');
    expect(mended(commented, [['乙', '二']])).toMatchObject({ text: commented, refused: ['乙'] });
    expect(mended(commented, [['题: 甲', '题']])).toMatchObject({ text: commented, refused: ['题: 甲'] });
  });

  test('a fix after which the reader has more to complain of is refused', () => {
    const titled = plan('  - 题: 甲\n');
    expect(mended(titled, [['题', '']])).toMatchObject({ text: titled, refused: ['题'] });
  });

  test('of two fixes that are sound alone and not together the first is made', () => {
    const titled = plan('  - 题题: 甲\n');
    const [one, other] = [0, 1].map((at): Problem => {
      const start = titled.indexOf('题题') + at;
      return {
        severity: 'error',
        code: 'own/a',
        start,
        end: start + 1,
        message: String(at),
        fix: { safe: true, edits: [{ start, end: start + 1, text: '' }] },
      };
    }) as [Problem, Problem];
    const {
      source: text,
      made,
      refused,
    } = fixAll(titled, (now) => (now === titled ? [one, other] : []), false);
    // The other isn't found any more, so nothing is left to be said of it.
    expect([text, made, refused]).toEqual([plan('  - 题: 甲\n'), [one], []]);
  });

  test('a text that is shown twice by an alias is mended once', () => {
    const shared = plan('  - 题: &a 甲乙\n  - 题: *a\n');
    expect(mended(shared, [['甲', '一']])).toMatchObject({ text: shared.replace('甲', '一'), refused: [] });
  });

  test('the notation is mended first, and by itself', () => {
    const slipped = '标题: 平安镇2026年工作要点\n正文：\n  - 题: 甲\n';
    const { text, made, rounds } = mended(slipped, [
      ['甲', '一'],
      ['：', ':', { notation: true }],
    ]);
    expect([text, made, rounds]).toEqual([slipped.replace('：', ':').replace('甲', '一'), ['：', '甲'], 3]);
  });

  test('a change of the notation after which the file is no better is refused', () => {
    const sound = plan('  - 题: 甲\n');
    expect(mended(sound, [['题: 甲', '题: 乙', { notation: true }]])).toMatchObject({
      text: sound,
      refused: ['题: 甲'],
    });
    const slipped = '标题: 题\n不认识: 甲\n';
    expect(mended(slipped, [['不认识', '不知道', { notation: true }]])).toMatchObject({ text: slipped });
    expect(mended(slipped, [['不认识', '导语', { notation: true }]])).toMatchObject({
      text: '标题: 题\n导语: 甲\n',
    });
  });

  test('a change of the notation must be of use by itself, not only beside others', () => {
    const slipped = '标题: 平安镇2026年工作要点\n正文：\n  - 题: 甲\n不认识: 乙\n';
    expect(
      mended(slipped, [
        ['：', ':', { notation: true }],
        ['题: 甲', '题: "甲', { notation: true }],
        ['不认识', '不知道', { notation: true }],
      ]),
    ).toMatchObject({ text: slipped.replace('：', ':'), made: ['：'], refused: ['题: 甲', '不认识'] });
  });

  test('a file that can be read at last is better, whatever its reader complains of then', () => {
    const unreadable = '标题: "题\n不认识: 甲\n也不认识: 乙\n';
    expect(read(unreadable).plan).toBeUndefined();
    expect(mended(unreadable, [['题', '字', { notation: true }]])).toMatchObject({ text: unreadable });
    expect(mended(unreadable, [['"题', '题', { notation: true }]])).toMatchObject({
      made: ['"题'],
      text: unreadable.replace('"', ''),
    });
  });
});

describe('a configuration', () => {
  const known = [minds('own/a', '甲'), minds('own/b', '乙'), ...rules];
  const told = (source: string) => {
    const said: string[] = [];
    const report = ({ code, message, advice = '', start, end }: Problem) =>
      void said.push(`${code} ${source.slice(start, end)}: ${message}${advice}`);
    const config: Config = readConfig(source, report) ?? {};
    return {
      config,
      settings: settingsOf(config, known, report),
      allowed: allowedBy(config, known, report),
      said,
    };
  };

  test('says nothing where it is empty', () => {
    expect(told('')).toMatchObject({ config: {}, settings: [], said: [] });
    expect(told('# 还没有写\n')).toMatchObject({ config: {}, settings: [], said: [] });
  });

  test.each([
    ['关', 'off'],
    ['不查', 'off'],
    ['off', 'off'],
    ['提示', 'info'],
    ['警告', 'warning'],
    ['疑似', 'warning'],
    ['warn', 'warning'],
    ['错误', 'error'],
    ['必错', 'error'],
    ['錯誤', 'error'],
  ])('the level %s is %s', (typed, level) => {
    const { settings, said } = told(`规则: {own/a: ${typed}}`);
    if (typed === '錯誤') expect(said.join()).toContain('不认识“錯誤”');
    else expect({ settings, said }).toEqual({ settings: [{ pattern: 'own/a', level }], said: [] });
  });

  test.each([
    ['goal/measurable: 警告', { level: 'warning' }],
    ['goal/measurable: [警告, {至少: 3}]', { level: 'warning', options: { least: 3 } }],
    ['goal/measurable: [警告]', { level: 'warning' }],
    ['goal/measurable: {级别: 警告, 至少: 3}', { level: 'warning', options: { least: 3 } }],
    ['goal/measurable: {級別: 警告, 至少: 3}', { level: 'warning', options: { least: 3 } }],
    ['goal/measurable: {level: 警告, least: 3}', { level: 'warning', options: { least: 3 } }],
    ['goal/measurable: {至少: 3}', { options: { least: 3 } }],
    ['goal/measurable: {级别: 警告}', { level: 'warning' }],
  ])('{%s} gives a level, options or both', (line, given) => {
    expect(told(`规则: {${line}}`)).toMatchObject({
      settings: [{ pattern: 'goal/measurable', ...given }],
      said: [],
    });
    expect(Object.keys(told(`规则: {${line}}`).settings[0] ?? {})).toEqual([
      'pattern',
      ...Object.keys(given),
    ]);
  });

  test('lines keep their order; those that cover no rule are told and left out', () => {
    const { settings, said } = told('规则:\n  own/*: 错误\n  own/c: 关\n  "*": 提示\n');
    expect(settings).toEqual([
      { pattern: 'own/*', level: 'error' },
      { pattern: '*', level: 'info' },
    ]);
    expect(said).toEqual([
      'config/unknown-rule own/c: 没有“own/c”这条规则，是不是“own/a”？运行 pingan lint --rules 看全部规则。',
    ]);
  });

  test('options are told of where no one rule has them', () => {
    const asked = (line: string) => told(`规则: {${line}}`).said;
    expect(asked('own/a: [警告, {至少: 3}]')).toEqual([
      'config/options own/a: “own/a”没有可以设置的选项。只写级别就行：错误、警告、提示或关。',
    ]);
    expect(asked('goal/*: [警告, {至少: 3}]')).toEqual([
      'config/options goal/*: “goal/*”没有可以设置的选项。只写级别就行：错误、警告、提示或关。',
    ]);
    expect(told('规则: {goal/*: [警告, {至少: 3}]}').settings).toEqual([
      { pattern: 'goal/*', level: 'warning' },
    ]);
  });

  test('words pass for each rule that their line covers, added up', () => {
    const { allowed, said } = told('允许:\n  own/*: [子, 丑]\n  own/a: 寅\n  own/没有: 卯\n');
    expect([...allowed]).toEqual([
      ['own/a', ['子', '丑', '寅']],
      ['own/b', ['子', '丑']],
    ]);
    expect(said).toHaveLength(1);
  });

  test('a slip of the colon is told as such where the key is known', () => {
    const codes = (source: string) => told(source).said.map((each) => each.split(' ', 1)[0]);
    expect(codes('规则:关\n不查: [甲\n')).toEqual(['yaml/colon-no-space']);
    expect(codes('没有:关\n不查: [甲\n')).not.toContain('yaml/colon-no-space');
  });
});
