import { describe, expect, test } from 'vitest';
import { abbreviations, firstUse } from '../src/lint/abbreviations.ts';
import { assignmentGroups, hasColumn } from '../src/lint/assignments.ts';
import { Attempts } from '../src/lint/attempts.ts';
import { allowedBy, readConfig, settingsOf } from '../src/lint/config.ts';
import { corrections } from '../src/lint/corrections.ts';
import { fixAll } from '../src/lint/fix.ts';
import { goalGroups, isDated, isMeasurable } from '../src/lint/goals.ts';
import { expectedOf, has } from '../src/lint/kinds.ts';
import { tellLacking } from '../src/lint/lacking.ts';
import { isPersonalName, leaderGroups, rolesOf, sameName } from '../src/lint/leader-groups.ts';
import { lookingAhead } from '../src/lint/looking-ahead.ts';
import { bodies, ordinalOf } from '../src/lint/ordinals.ts';
import { hidden, type Mask, type Passage, variable } from '../src/lint/passage.ts';
import { isPercentage, percentage, quantitiesIn } from '../src/lint/quantities.ts';
import type { Rule } from '../src/lint/rule.ts';
import { covers, Settings } from '../src/lint/settings.ts';
import { Subject } from '../src/lint/subject.ts';
import { endsInSurname } from '../src/lint/surnames.ts';
import { isWeaker, measured, targetOf } from '../src/lint/targets.ts';
import { bare, oneLine, wordsOnly } from '../src/lint/titles.ts';
import { fullNames } from '../src/lint/unit-names.ts';
import { isUnit, membersOf, sameUnit, unitName } from '../src/lint/units.ts';
import { misfits, pointOf, pointsIn } from '../src/lint/yishi.ts';
import { read } from '../src/plan/read.ts';
import type { Scalar, Span } from '../src/schema/node.ts';
import { testCases } from './cases.ts';
import { problemsOf } from './lint.ts';

function subjectOf(source: string): Subject {
  const { plan, problems } = read(source);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!plan) throw new Error(source);
  return new Subject(plan, source);
}
const ruled = (about: Partial<Rule>) => about as Rule;
const marks = (answers: readonly boolean[]) => answers.map((yes) => (yes ? '是' : '否')).join('');

describe('what words say', () => {
  test('till when', () => {
    const yes =
      '2026年 3月 月底前 季度 季末 上半年 全年 每周 每3个月 长期 持续 常态化 前完成 逐月 按季 同比 期间 日前 5日内 3年内 年初'.split(
        ' ',
      );
    const no = '认真落实 第3条 前来 2026 日常 按照 半年 每户'.split(' ');
    expect([yes.filter((each) => !isDated(each)), no.filter(isDated)]).toEqual([[], []]);
  });

  test('something to check', () => {
    const yes =
      '3次 百分之九十 三个 零事故 全覆盖 全部 均达标 不发生 不出现 杜绝 无重大事故 同比下降 较去年 比上年 逐年 只降不升 双下降 合格 验收 建成 命名 称号 标准 等次 前列 {{次数}} 无越级上访 兩升'.split(
        ' ',
      );
    const no = '2026年底 3月 2026年3月5日 明显提高 无微不至 三心二意 前景 比较 进一步加强'.split(' ');
    expect([yes.filter((each) => !isMeasurable(each)), no.filter(isMeasurable)]).toEqual([[], []]);
  });

  test.each([
    ['排查235处，整改3.5万户', ['235 处 0', '35000 户 1 rough']],
    ['化解率99.10%，上升2个百分点', ['99.1 % 2', '2 个百分点 0']],
    ['共1,234起、12,34件', ['1234 起 0']],
    [
      '约20人、30余人、40多户、50万余元、6亿元',
      ['20 人 0 rough', '30 人 0 rough', '40 户 0 rough', '500000 元 0 rough', '600000000 元 0 rough'],
    ],
    [
      '不少于2次，3次以上，5名左右，达到90％',
      ['2 次 0 rough', '3 次 0 rough', '5 名 0 rough', '90 % 0 rough'],
    ],
    ['3—5次、第3条、2026年、A3张、8:30分、1.2.3个、〔2026〕5号', []],
    ['开展 12 次，巡查10人次', ['12 次 0', '10 人次 0']],
    ['累计三次', []],
    ['约7户，达8个', ['7 户 0 rough', '8 个 0 rough']],
    ['近郊7户，超员8个', ['7 户 0', '8 个 0']],
  ])('quantities of %s', (text, expected) => {
    const found = quantitiesIn(text);
    expect(
      found.map(
        ({ number, unit, decimals, rough }) => `${number} ${unit} ${decimals}${rough ? ' rough' : ''}`,
      ),
    ).toEqual(expected);
    for (const { from, to, unit } of found)
      expect(text.slice(from, to).replace('％', '%')).toMatch(new RegExp(`^\\d.*${unit}$`));
  });

  test('a part as a share of the whole', () => {
    expect([
      percentage(233, 235, 1),
      percentage(1, 3, 0),
      percentage(9999, 10000, 0),
      percentage(235, 235, 1),
      percentage(999999, 1000000, 0),
      percentage(9999999, 10000000, 0),
    ]).toEqual(['99.1', '33', '99.99', '100.0', '99.9999', '100.0000']);
    // Rounded and cut off are both right, anything else isn't: 233 of 235 are 99.1489 %.
    expect(marks([99.1, 99.15, 99.2, 99.0].map((stated) => isPercentage(stated, 1, 233, 235)))).toBe(
      '是是否否',
    );
    expect(marks([99.14, 99.15, 99.16, 99.13].map((stated) => isPercentage(stated, 2, 233, 235)))).toBe(
      '是是否否',
    );
    expect(marks([33, 34, 32].map((stated) => isPercentage(stated, 0, 1, 3)))).toBe('是否否');
    expect(marks([66, 67, 68, 65].map((stated) => isPercentage(stated, 0, 2, 3)))).toBe('是是否否');
    expect(marks([50, 49].map((stated) => isPercentage(stated, 0, 1, 2)))).toBe('是否');
  });

  test('units', () => {
    expect(['縣級應急管理局', '平安 办公室', '卫健委员会'].map(unitName)).toEqual([
      '縣级应急管理局',
      '平安办',
      '卫健委',
    ]);
    const yes = '应急办 派出所 县妇联 平安集团 综治中心 人武部 司 法 所'.split(' ').slice(0, 6);
    const no = [
      '各村',
      '有关部门',
      '办',
      '张三',
      '领导小组办公室',
      '专班办',
      '工作组办',
      '柳溪村委会',
      '司法所和派出所',
      '综治办、司法所',
      '应急办等',
      '{{单位}}办',
      '各成员单位办',
      `${'长'.repeat(25)}局`,
    ];
    expect([yes.filter((each) => !isUnit(each)), no.filter(isUnit)]).toEqual([[], []]);
    expect(isUnit(`${'长'.repeat(24)}局`)).toBe(true);
    const same = ([one = '', other = '']: readonly string[]) => sameUnit(one, other);
    expect(
      marks(
        [
          ['应急局', '应急管理局'],
          ['应急管理局', '应急局'],
          ['县应急局', '应急局'],
          ['应急局', '应急办'],
          ['市监局', '市场监管局'],
          ['局应', '应急局'],
          ['应急局', '应急局'],
        ].map(same),
      ),
    ).toBe('是是是否是否是');
    expect([
      fullNames('县应急局'),
      fullNames('应急管理局'),
      fullNames('市监局'),
      fullNames('卫健委'),
      fullNames('派出所'),
    ]).toEqual([['县应急管理局'], [], ['市场监督管理局'], ['卫生健康委员会', '卫生健康委'], []]);
  });

  test.each([
    ['达到98%以上', 'least 98 %'],
    ['不少于 98.5 %', 'least 98.5 %'],
    ['控制在3起以内', 'most 3 起'],
    ['同比下降5个百分点', 'down 5 个百分点'],
    ['提高2％', 'up 2 %'],
    ['提高到90%', 'least 90 %'],
    ['增長10%', 'up 10 %'],
    ['2026年底前达到100%', 'least 100 %'],
    ['2026年12月底前達到5個', 'least 5 个'],
    ['3以上', 'least 3 '],
    ['低于2', 'most 2 '],
    ['3到5起以内', undefined],
    ['明显提高', undefined],
    ['98%', undefined],
  ])('the target of %s', (text, expected) => {
    const target = targetOf(text);
    expect(target && `${target.way} ${target.number} ${target.unit}`).toBe(expected);
  });

  test('a weaker target', () => {
    const weaker = (now: string, before: string) => {
      const [one, other] = [now, before].map((text) => targetOf(text));
      return one && other && isWeaker(one, other);
    };
    expect([
      weaker('达到90%', '达到98%'),
      weaker('达到98%', '达到98%'),
      weaker('控制在5起', '控制在3起'),
      weaker('控制在3起', '控制在3起'),
      weaker('下降3%', '下降5%'),
      weaker('达到3个', '达到5%'),
      weaker('下降3%', '达到5%'),
    ]).toEqual([true, false, true, false, true, undefined, undefined]);
  });

  test('titles are compared by their words', () => {
    expect(
      ['一、加强（排查）', '（十二） 加强', '(13)加强', '14. 加強', '第十五、加强', '１加强', '一心一意'].map(
        bare,
      ),
    ).toEqual(['加强排查', '加强', '加强', '加强', '加强', '１加强', '一心一意']);
    expect(wordsOnly('{{村}}：A-1 “好”')).toBe('{{村}}A1好');
    expect(oneLine(' 甲 \n 乙\n')).toBe('甲乙');
  });

  test('names of persons', () => {
    expect(
      ['张三', '李 四', '欧阳', '王主任', '张所长', '刘家村', '李', '王二麻子', '張三', '镇长'].filter(
        isPersonalName,
      ),
    ).toEqual(['张三', '李 四', '張三']);
    expect(sameName(' 張　三')).toBe('张三');
    const yes = ['村民李', '李', '由张某和王'];
    const no = ['村民的', '', '地处', '全面提高', '一万', '沿长江', '{{村}}'];
    expect([yes.filter((each) => !endsInSurname(each)), no.filter(endsInSurname)]).toEqual([[], []]);
  });

  test('tables of wrong words', () => {
    const table = corrections(' 布署=部署 (?<!公|简要)报导=报道\n按装(?!机)=安装 布署会=部署会 a=b=c');
    expect(new Set(table.wrong)).toEqual(new Set(['布署会', 'a=b', '布署', '报导', '按装']));
    expect(table.in('布署会布署，公报导报导，按装机按装')).toEqual([
      { index: 0, wrong: '布署会', right: '部署会' },
      { index: 3, wrong: '布署', right: '部署' },
      { index: 9, wrong: '报导', right: '报道' },
      { index: 15, wrong: '按装', right: '安装' },
    ]);
    expect(table.in('都对')).toEqual([]);
  });
});

describe('paragraphs', () => {
  const [first, second] = subjectOf(
    '标题: 题\n导语: |\n  见《甲〈乙〉《丙》法》和“引‘用’”（注）(b)，平政〔2026〕5号，**重{{次}}点** www.a.cn a@b.cn 8:30 GB/T 9704。\n\n  第二\n  段',
  ).passages.slice(1) as [Passage, Passage];
  const shown = (text: string) => text.replaceAll(hidden, '·').replaceAll(variable, '~');
  test('have addresses, codes, bold marks and variables hidden', () =>
    expect(shown(first.prose)).toBe(
      '见《甲〈乙〉《丙》法》和“引‘用’”（注）(b)，平政〔2026〕5号，··重~~~~~点·· ········ ······ ···· ·········。',
    ));
  test.each<[Mask[], string]>([
    [['bookTitle'], '见··········和“引‘用’”（注）(b)，平政〔2026〕5号，'],
    [['quote'], '见《甲〈乙〉《丙》法》和······（注）(b)，平政〔2026〕5号，'],
    [['bracket'], '见《甲〈乙〉《丙》法》和“引‘用’”······，平政〔2026〕5号，'],
    [['documentNumber'], '见《甲〈乙〉《丙》法》和“引‘用’”（注）(b)，··········，'],
    [['bookTitle', 'bracket'], '见··········和“引‘用’”······，平政〔2026〕5号，'],
  ])('with %j hidden', (masks, expected) =>
    expect(shown(first.outside(...masks)).startsWith(expected)).toBe(true),
  );
  test.each([
    ['早8:30到17:30:59', '早····到········'],
    ['比例1:2和12:345', '比例1:2和12:345'],
    ['a:8:30', 'a:8:30'],
    ['GB 9704.1—2012，见', '··············，见'],
    ['GB/T9704-2012，ISO 9001:2015', '·············，·············'],
    ['占A5和PM2.5', '占A5和·····'],
    ['AB12户', 'AB12户'],
    ['AB12%', 'AB12%'],
    ['http://a.cn/甲，https://b.cn?x=1#y', '············甲，··················'],
    ['a.b+c@d-e.f.cn。', '··············。'],
    ['1.5:2', '1.5:2'],
  ])('have codes of %s hidden', (text, expected) => {
    const passage = subjectOf(`标题: 题\n导语: '${text}'`).passages[1] as Passage;
    expect(shown(passage.prose)).toBe(expected);
  });
  test.each<[string, Mask[], string]>([
    ['《甲《乙》》《》丙', ['bookTitle'], '········丙'],
    ['“”‘’「」『』甲', ['quote'], '········甲'],
    ['（）()甲', ['bracket'], '····甲'],
  ])('%s has %j hidden, empty or not', (text, masks, expected) => {
    const passage = subjectOf(`标题: 题\n导语: '${text}'`).passages[1] as Passage;
    expect(shown(passage.outside(...masks))).toBe(expected);
  });
  test('know their places in the file', () => {
    const { source } = subjectOf('标题: 题\n导语: |\n  第二\n  段');
    const passage = subjectOf(source).passages[1] as Passage;
    const span = (from: number, to: number) => {
      const { start, end } = passage.span(from, to);
      return source.slice(start, end);
    };
    expect([passage.text, span(0, 2), span(1, 3), span(0, 0), span(3, 3), span(2, 3)]).toEqual([
      '第二段',
      '第二',
      '二\n  段',
      '',
      '',
      '段',
    ]);
    expect([passage.span(0, 0).start, passage.span(3, 3).start].map((at) => source.length - at)).toEqual([
      6, 0,
    ]);
    expect(second.text).toBe('第二段');
  });
});

/** What checking sees of a plan: its outline, assignments, goals, leader groups and usual parts. */
function seen(source: string): string {
  const subject = subjectOf(`标题: 平安镇2026年工作方案\n${source}`);
  const names = (list: readonly { text: string }[]) => list.map(({ text }) => text).join('、');
  const lines = [
    `段落 ${subject.passages.map(({ kind }) => kind).join(' ')}`,
    `共 ${subject.goals.length} 项目标 ${subject.tasks.length} 项任务`,
    ...subject.allHeadings.map(({ level, title }) => `标题 ${level} ${title?.text ?? '—'}`),
    `条目 ${subject.entries.map(({ entry }) => entry.type).join(' ')}`,
    ...assignmentGroups(subject).flatMap(({ place, assignments }) => [
      `分工 ${place?.text ?? '—'}`,
      ...assignments.map(
        ({ name, leads, supports, typed, owned, dated }) =>
          `  ${name.text}：${names(leads)}；${names(supports)} ${marks([typed, owned, dated])}`,
      ),
    ]),
    ...goalGroups(subject).flatMap(({ place, lead, goals }) => [
      `目标 ${subject.source.slice(place.start, place.end)}（${lead}）`,
      ...goals.map((goal) => {
        const { indicator, value } = measured(goal);
        return `  ${goal.face.text}：${goal.text}；${indicator}＝${value}`;
      }),
    ]),
    ...leaderGroups(subject).map(
      ({ leaders, place }) =>
        `小组 ${place.text}：${Object.entries(rolesOf(leaders))
          .flatMap(([role, who]) =>
            [who ?? []]
              .flat()
              .map(({ fullName, post }) => `${role} ${fullName?.text ?? ''} ${post?.text ?? ''}`.trim()),
          )
          .join('，')}`,
    ),
    `成员 ${membersOf(subject).members.join('、')}；${membersOf(subject).known.join('、')}`,
    `时限列 ${marks([hasColumn(subject, /时限/)])}`,
    `缺 ${expectedOf(subjectOf('标题: 平安镇工作方案').plan)
      .parts.filter((part) => !has(part, subject))
      .map(({ name }) => name)
      .join('、')}`,
  ];
  return lines.join('\n').replaceAll(/ *\n +(?=\S+$)/g, '\n  ');
}
testCases('lint-engine/plans.txt', seen);

describe('numbers typed by hand', () => {
  test.each([
    ['一、甲', '一、 1 一、'],
    ['十二，甲', '一、 12 十二，'],
    ['\0\0一、甲', '一、 1 一、'],
    ['（一）甲', '（一） 1 （一）'],
    ['(三)、 甲', '（一） 3 (三)、'],
    ['1.甲', '1. 1 1.'],
    ['12．甲', '1. 12 12．'],
    ['3、甲', '1. 3 3、'],
    ['（1）甲', '（1） 1 （1）'],
    ['(12)、甲', '（1） 12 (12)、'],
    ['1）、 甲', '1） 1 1）、'],
    ['二)甲', '1） 2 二)'],
    ['①甲', '① 1 ①'],
    ['⑿甲', '① 12 ⑿'],
    ['㈢、甲', '① 3 ㈢、'],
    ['⒌ 甲', '① 5 ⒌'],
    ['㉑甲', '① 21 ㉑'],
  ])('%j begins with %s', (text, expected) => {
    const found = ordinalOf(text);
    expect(found && `${found.form} ${found.value} ${found.text}`).toBe(expected);
    expect([text.slice(found?.from, found?.to).trim(), text[found?.to ?? 0]]).toEqual([found?.text, '甲']);
  });

  test.each(
    '一、二号矿 一、　2号 （一）期 5.12甲 1、2号楼 ①号 1234.甲 第一、甲 1234甲 （一百）甲 甲一、 甲'.split(
      ' ',
    ),
  )('%s begins with none', (text) => expect(ordinalOf(text)).toBeUndefined());

  test('stand in paragraphs of the same text', () => {
    const plan = '标题: 题\n导语: |\n  甲\n\n  乙\n正文:\n  - 丙: |\n      丁\n\n      戊\n';
    const texts = bodies(subjectOf(plan).passages).map((each) => each.map(({ text }) => text));
    expect(texts).toEqual([
      ['甲', '乙'],
      ['丁', '戊'],
    ]);
  });
});

describe('一是, 二要', () => {
  test.each([
    ['一是甲。二是乙，三要丙', '一是 二是 三要', '三要←二是 verb'],
    ['一是甲；三是乙', '一是 三是', '三是←一是 number'],
    ['一是甲（二是乙）“三是丙”；二是丁', '一是 二是', ''],
    ['一是甲，一要乙，二要丙，二是丁', '一是 一要 二要 二是', ''],
    ['一是甲，一要乙，二要丙，三是丁', '一是 一要 二要 三是', '三是←二要 verb'],
    ['二是甲，三是乙', '二是 三是', ''],
    ['甲一是乙', '', ''],
    ['一是甲。 　二要求乙； 二是丙', '一是 二是', ''],
    ['一是甲，一要乙，二是丙，二要丁', '一是 一要 二是 二要', '二要←二是 number'],
    ['一是甲，二是乙，二是丙，三是丁', '一是 二是 二是 三是', '二是←二是 number'],
    ['十是甲，十一是乙，十三是丙', '十是 十一是 十三是', '十三是←十一是 number'],
  ])('%s', (text, points, wrong) => {
    const passage = subjectOf(`标题: 题\n导语: '${text}'\n`).passages[1] as Passage;
    const found = pointsIn(passage);
    expect(found.map((each) => each.text).join(' ')).toBe(points);
    for (const { from, to, text: point } of found) expect(text.slice(from, to)).toBe(point);
    expect(
      misfits(passage)
        .map((each) => `${each.point.text}←${each.before.text} ${each.kind}`)
        .join(),
    ).toBe(wrong);
  });

  test.each([
    ['一是甲', 0, 2],
    ['\0一要 甲', 1, 4],
    ['十一是　 甲', 0, 5],
  ])('%j begins with a point', (text, from, to) => expect(pointOf(text)).toEqual({ from, to }));
  test.each(['三要求甲', '甲一是', '一要素', '二要领'])('%s doesn’t', (text) =>
    expect(pointOf(text)).toBeUndefined(),
  );
});

test('a paper asks for something where it doesn’t look back', () => {
  const ahead = (head: string) =>
    lookingAhead(
      subjectOf(
        `${head}单位: 甲镇\n导语: 子。\n背景: 丑。\n正文:\n  - 工作回顾: 寅。\n  - 下步工作: 卯。\n工作目标:\n  - {指标: 辰, 值: 巳}\n存在问题: 午。\n主要任务:\n  - {标题: 未, 内容: 申。, 牵头: 酉}\n`,
      ),
    ).map(({ text }) => text);
  const all = ['子。', '下步工作', '卯。', '工作目标', '辰', '巳', '主要任务', '未', '申。'];
  expect(ahead('标题: 工作要点\n')).toEqual(all);
  expect(ahead('标题: 总结会议方案\n')).toEqual(all);
  expect(ahead('标题: 工作总结\n')).toEqual([]);
  expect(ahead('标题: 工作总结（讨论稿）(一)\n')).toEqual([]);
  expect(ahead('标题: 工作要点\n文种: 报告\n')).toEqual([]);
  // Whatever these parts are called.
  const named =
    '背景: {标题: 缘起, 内容: 子。}\n存在问题: {标题: 短板, 内容: 丑。}\n工作依据: {标题: 由来, 内容: 寅。}\n';
  expect(lookingAhead(subjectOf(`标题: 题\n${named}导语: 卯。\n`)).map(({ text }) => text)).toEqual(['卯。']);
});

test('what lacks something is told one by one, or all at once where it is the whole of a list', () => {
  const face = (text: string, start: number): Scalar => ({
    kind: 'scalar',
    text,
    start,
    end: start + 1,
    at: () => 0,
  });
  const told = (all: number, names: readonly string[], place?: Span) => {
    const found: string[] = [];
    tellLacking(
      { all, without: names.map(face), place },
      ({ start }, message, more) => found.push(`${start} ${message} ${more?.advice}`),
      {
        one: (name) => `“${name}”没有时限。`,
        all: (count) => `${count}项都没有时限。`,
        advice: '写上时限。',
      },
    );
    return found;
  };
  const above = { start: 90, end: 92 };
  expect(told(3, ['甲', '乙', '丙'], above)).toEqual(['90 3项都没有时限。 写上时限。']);
  for (const [all, place] of [
    [4, above],
    [3, undefined],
  ] as const)
    expect(told(all, ['甲\n乙', '丙  \n  丁', '戊 己'], place)).toEqual([
      '0 “甲乙”没有时限。 写上时限。',
      '1 “丙丁”没有时限。 写上时限。',
      '2 “戊 己”没有时限。 写上时限。',
    ]);
  expect(told(2, ['甲', '乙'], above)).toHaveLength(2);
});

test('the longer a file is, the less often it is read to try changes out', () => {
  const taken = (length: number) => {
    const attempts = new Attempts('x'.repeat(length));
    let count = 0;
    while (attempts.take()) count++;
    return count;
  };
  expect([0, 1249, 4_999, 100_000].map(taken)).toEqual([400, 400, 100, 24]);
});

test('what is sent by itself is addressed to somebody', () => {
  const titles = ['工作要点', '通知', '工作方案', '工作总结', '别的'];
  const addressed = titles.map((title) => expectedOf(subjectOf(`标题: ${title}`).plan).addressed);
  expect(marks(addressed)).toBe('是是否否否');
});

test('years and days of a plan', () => {
  const years = (source: string) => {
    const { years, statedYears, date } = subjectOf(source);
    return [
      years && `${years.from}–${years.to}`,
      statedYears && `${statedYears.from}–${statedYears.to}`,
      date?.month,
    ];
  };
  expect(years('标题: 题\n年度: 2026')).toEqual(['2026–2026', '2026–2026', undefined]);
  expect(years('标题: 2025年工作要点\n年度: 2026—2028年')).toEqual(['2026–2028', '2026–2028', undefined]);
  expect(years('标题: 三年行动（2026—2028年）方案')).toEqual(['2026–2028', '2026–2028', undefined]);
  expect(years('标题: 平安镇{{ 年 }}年工作要点\n变量: {年: 2026}')).toEqual([
    '2026–2026',
    '2026–2026',
    undefined,
  ]);
  expect(years('标题: 12026年')).toEqual([undefined, undefined, undefined]);
  expect(years('标题: 题\n日期: 2026-03-05')).toEqual(['2026–2026', undefined, 3]);
  expect(years('标题: 题')).toEqual([undefined, undefined, undefined]);
});

test('short names of a plan, and where they are used', () => {
  const subject = subjectOf(
    '标题: 题\n导语: |\n  成立平安镇安全生产委员会（以下简称“安委会”），安委会办公室，安委会成员。\n\n  由综治中心(以下統簡稱為中心)牵头。\n\n  安委会。',
  );
  const found = abbreviations(subject);
  expect(found.map(({ short, full }) => `${full}｜${short}`)).toEqual([
    '成立平安镇安全生产委员会｜安委会',
    '由综治中心｜中心',
  ]);
  expect(found.map((each) => subject.passages.map((passage) => firstUse(each, passage)))).toEqual([
    [undefined, 24, undefined, 0],
    [undefined, undefined, 3, undefined],
  ]);
});

test('a plan that is broken isn’t judged as a whole', () => {
  const plan =
    '标题: 平安镇2026年工作方案\n正文: 甲,乙。\n主要任务: [{标题: 丙, 牵头: 丁}]\n工作目标: 努力。\n组织机构: {副组长: 戊}\n';
  const groups = (source: string) =>
    new Set(problemsOf(source, new Settings('strict')).map(({ code }) => code.split('/')[0]));
  const whole = ['structure', 'org', 'goal', 'task'];
  expect(whole.filter((group) => !groups(plan).has(group))).toEqual([]);
  const broken = groups(`${plan}不认识: 己\n`);
  expect(whole.filter((group) => broken.has(group))).toEqual([]);
  expect(broken).toContain('punct');
});

test('a finding about the whole plan points at its title, or at the first text', () => {
  const face = (source: string) => {
    const { plan } = read(source);
    const { start, end } = plan ? new Subject(plan, source).face : { start: 0, end: 0 };
    return source.slice(start, end);
  };
  expect([
    face('单位: 甲\n标题: 题\n'),
    face('导语: 乙\n主送: 丙\n文种: 通知'),
    face('正文: [{甲: 乙}]'),
  ]).toEqual(['题', '乙', '正']);
});

/** Findings of a text with every rule off but one about commas, its directives heeded. */
testCases('lint-engine/directives.txt', (source) => {
  const settings = new Settings(
    'recommended',
    [
      { pattern: '*', level: 'off' },
      { pattern: 'punct/half-width', level: 'error' },
    ],
    {
      comments: source.includes('#须写原因') ? 'with-reason' : 'heeded',
    },
  );
  const said = problemsOf(source, settings).map(({ code, severity, start, end, message, advice }) => {
    const line = source.slice(0, start).split('\n').length;
    return `${line} ${severity} ${code} ⟦${source.slice(start, end)}⟧ ${message}${advice ?? ''}`;
  });
  return said.join('\n');
});

test('levels: the last line that covers a rule wins, and presets contain each other', () => {
  const rule = (preset: Rule['preset']) => ruled({ id: 'a/b', level: 'warning', preset });
  const level = (
    preset: Rule['preset'],
    chosen: Rule['preset'],
    ...set: ConstructorParameters<typeof Settings>[1] & object
  ) => new Settings(chosen, set).level(rule(preset));
  expect(level('essential', 'essential')).toBe('warning');
  expect(level('recommended', 'essential')).toBe('off');
  expect(level('recommended', 'strict')).toBe('warning');
  expect(level('strict', 'recommended')).toBe('off');
  expect(level('strict', 'recommended', { pattern: 'a/*', level: 'error' })).toBe('error');
  expect(
    level('strict', 'recommended', { pattern: 'a/b', level: 'error' }, { pattern: '*', level: 'info' }),
  ).toBe('info');
  expect(
    level('strict', 'recommended', { pattern: 'a/b', level: 'error' }, { pattern: '*', options: {} }),
  ).toBe('error');
  expect(level('strict', 'recommended', { pattern: 'a', level: 'error' })).toBe('off');
  const pairs = [
    ['*', 'a/b'],
    ['a/*', 'a/b'],
    ['a/b', 'a/b'],
    ['a/*', 'ab/c'],
    ['a', 'a/b'],
    ['a/b', 'a/bc'],
    ['a/b*', 'a/bc'],
  ] as const;
  expect(marks(pairs.map(([pattern, id]) => covers(pattern, id)))).toBe('是是是否否否否');
});

test('options add up; a word that may pass hides what lies within it', () => {
  const rule = ruled({ id: 'a/b' });
  const settings = new Settings(
    'strict',
    [
      { pattern: 'a/b', options: { 甲: 1, 乙: 1 } },
      { pattern: 'a/*', options: { 丙: 1 } },
      { pattern: 'a/b', options: { 乙: 2 } },
    ],
    {
      allowed: new Map([['a/b', ['一二三']]]),
    },
  );
  expect(settings.options(rule)).toEqual({ 甲: 1, 乙: 2 });
  const source = '一二三四一二三';
  const allows = (start: number, end: number) => settings.allows(rule, source, { start, end });
  expect(marks([allows(0, 3), allows(1, 2), allows(2, 4), allows(3, 4), allows(4, 7), allows(5, 7)])).toBe(
    '是是否否是是',
  );
  expect(settings.allows(ruled({ id: 'a/c' }), source, { start: 0, end: 1 })).toBe(false);
});

/** What a configuration says, and what is wrong with it. */
testCases('lint-engine/configs.txt', (source) => {
  const said: string[] = [];
  const report = ({
    start,
    end,
    code,
    message,
    advice = '',
  }: {
    start: number;
    end: number;
    code: string;
    message: string;
    advice?: string;
  }) => void said.push(`${code} ⟦${source.slice(start, end)}⟧ ${message}${advice}`);
  const config = readConfig(source, report);
  const { rules } = new Settings('strict', [], { own: config?.ownRules ?? [] });
  const own = (config?.ownRules ?? []).map(
    ({ id, title, level, fix, preset, why }) => `自定 ${id} ${title} ${level} ${fix} ${preset} ${why}`,
  );
  const set = settingsOf(config ?? {}, rules, report).map(
    (each) => `设 ${JSON.stringify(each, (_, value) => value?.text ?? value)}`,
  );
  const allowed = [...allowedBy(config ?? {}, rules, report)]
    .slice(0, 3)
    .map(([id, words]) => `放过 ${id} ${words.join('、')}`);
  return [...said, ...own, ...set, ...allowed].join('\n');
});

/** Findings of rules of one's own: a configuration, a line ---, a plan. */
testCases('lint-engine/own-rules.txt', (given) => {
  const [config = '', source = ''] = given.split('\n---\n');
  const own = readConfig(config, ({ message }) => expect(message).toBe(''))?.ownRules ?? [];
  const settings = new Settings(
    'strict',
    [{ pattern: '*', level: 'off' }, ...own.map(({ id, level }) => ({ pattern: id, level }))],
    { own },
  );
  const problems = problemsOf(`标题: 平安镇2026年工作要点\n${source}`, settings);
  return problems
    .map(({ code, severity, start, end, message, fix }) => {
      const put = fix?.edits.map(({ text }) => text).join() ?? '';
      return `${severity} ${code} ⟦${`标题: 平安镇2026年工作要点\n${source}`.slice(start, end)}⟧ ${message}${put && ` → ${put}`}`;
    })
    .join('\n');
});

describe('mending', () => {
  const source = '标题: 甲乙丙丁\n单位: 甲乙\n正文: 无\n';
  /** Edits of words wherever they stand, each a problem of its own. */
  const finding =
    (...words: [string, string, boolean?][]) =>
    (text: string) =>
      words.flatMap(([word, instead, safe = true]) => {
        const start = text.indexOf(word);
        const edits = [{ start, end: start + word.length, text: instead }];
        return start < 0
          ? []
          : [
              {
                severity: 'error' as const,
                code: 'a/b',
                start,
                end: start,
                message: word,
                fix: { safe, edits },
              },
            ];
      });
  const mend = (unsafe: boolean, ...words: Parameters<typeof finding>) => {
    const { source: text, made, refused } = fixAll(source, finding(...words), unsafe);
    return [
      text.split('\n', 1)[0],
      made.map(({ message }) => message).join(),
      refused.map(({ message }) => message).join(),
    ];
  };

  test('goes on as long as one makes room for the next', () =>
    expect(mend(false, ['乙丙', '戊'], ['戊丁', '己'])).toEqual(['标题: 甲己', '乙丙,戊丁', '']));
  test('makes overlapping fixes one after another', () =>
    expect(mend(false, ['甲乙丙', '戊'], ['丙丁', '己'], ['戊丁', '庚'])).toEqual([
      '标题: 庚',
      '甲乙丙,戊丁',
      '',
    ]));
  test('leaves unsafe fixes unless they are asked for', () => {
    expect(mend(false, ['甲乙丙', '戊', false])).toEqual(['标题: 甲乙丙丁', '', '']);
    expect(mend(true, ['甲乙丙', '戊', false])).toEqual(['标题: 戊丁', '甲乙丙', '']);
  });
  test('refuses what would be read otherwise than foretold, and makes the rest', () =>
    expect(mend(false, ['乙丙', ''], ['题: 甲', '题'], ['丁', ''])).toEqual([
      '标题: 甲',
      '乙丙,丁',
      '题: 甲',
    ]));
  test('refuses what would leave a value empty', () =>
    expect(mend(false, ['甲乙丙丁', ''])).toEqual(['标题: 甲乙丙丁', '', '甲乙丙丁']));
  test('refuses what would be read otherwise, though nothing in the file is wrong', () => {
    const listed = '标题: 题\n正文:\n  - 甲: |\n      乙丙\n  - 丁: 戊己\n';
    const found = finding(['乙丙', '乙\n# 丙'], ['戊己', '戊']);
    expect(fixAll(listed, found, false)).toMatchObject({
      source: listed.replace('戊己', '戊'),
      made: [{ message: '戊己' }],
      refused: [{ message: '乙丙' }],
    });
  });
  test('makes the edits of one fix in their order, or none of them', () => {
    const edits = [
      { start: 7, end: 8, text: '丁' },
      { start: 4, end: 5, text: '一' },
    ];
    const find = (text: string) =>
      text === source
        ? [
            {
              severity: 'error' as const,
              code: 'a/b',
              start: 4,
              end: 5,
              message: '两处',
              fix: { safe: true, edits },
            },
          ]
        : [];
    expect(fixAll(source, find, false)).toMatchObject({
      source: source.replace('甲乙丙丁', '一乙丙丁'),
      made: [{ message: '两处' }],
    });
  });
  test('leaves the notation as it is unless something wrong goes away with it', () => {
    const wrong = '标题: 甲\n单住: 乙\n';
    const rename = (instead: string) => (text: string) =>
      text === wrong
        ? [
            {
              severity: 'error' as const,
              code: 'a/b',
              start: 6,
              end: 8,
              message: '键',
              fix: { safe: true, edits: [{ start: 6, end: 8, text: instead }], notation: true as const },
            },
          ]
        : [];
    expect(fixAll(wrong, rename('单位'), false)).toMatchObject({
      source: wrong.replace('单住', '单位'),
      refused: [],
    });
    expect(fixAll(wrong, rename('单伴'), false)).toMatchObject({
      source: wrong,
      refused: [{ message: '键' }],
    });
  });
  test('ends, even if something is found again and again', () => {
    const { source: text, made } = fixAll(source, finding(['甲', '甲甲']), false);
    expect([text.split('\n', 1)[0], made.length]).toEqual([`标题: ${'甲'.repeat(11)}乙丙丁`, 10]);
  });
  test('mends the notation first, and only if the file then has fewer errors', () => {
    const broken = '标题：甲,乙\n单位: 丙\n';
    const find = (text: string) => {
      const at = text.indexOf('：');
      const edit = { start: at, end: at + 1, text: ': ' };
      const notation =
        at < 0
          ? []
          : [
              {
                severity: 'error' as const,
                code: 'a/b',
                start: at,
                end: at,
                message: '冒号',
                fix: { safe: true, edits: [edit], notation: true as const },
              },
            ];
      return [...notation, ...finding([',', '，'])(text)];
    };
    expect(fixAll(broken, find, false)).toMatchObject({
      source: '标题: 甲，乙\n单位: 丙\n',
      made: [{ message: '冒号' }, { message: ',' }],
    });
    const worse = (text: string) =>
      text.startsWith('标题')
        ? [
            {
              severity: 'error' as const,
              code: 'a/b',
              start: 0,
              end: 1,
              message: '改坏',
              fix: { safe: true, edits: [{ start: 0, end: 2, text: '{' }], notation: true as const },
            },
          ]
        : [];
    expect(fixAll(source, worse, false)).toMatchObject({ source, made: [], refused: [{ message: '改坏' }] });
  });
});
