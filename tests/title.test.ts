import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Breaking } from '../src/page/breaking.ts';
import { profile } from '../src/page/profiles.ts';
import { room } from '../src/page/room.ts';
import { broken } from '../src/page/title.ts';
import { width } from '../src/text/width.ts';

const national = profile();
const lines = (text: string, look = national) => broken([{ text, bold: false }], look)[0]?.text.split('\n');

describe('7.3.1: a title', () => {
  test('is broken where it is longer than a line, which holds twenty characters', () => {
    expect(lines('文'.repeat(20))).toHaveLength(1);
    expect(lines('文'.repeat(21))).toHaveLength(2);
    // 18 pt instead of 22: a line of the plain profile holds 23.
    expect(lines('文'.repeat(23), profile({ profile: 'plain' }))).toHaveLength(1);
  });

  test('has a little room between Chinese characters and digits', () => {
    expect(lines(`${'文'.repeat(18)}20`)).toHaveLength(1);
    expect(lines(`文${'2文'.repeat(13)}`)).toHaveLength(2);
  });

  test.each([
    ['between words', ['平安镇柳溪村平安创建工作', '领导小组组成人员名单和职责分工']],
    ['not within the name of an office', ['平安县公安局平安县应急管理局', '关于开展联合整治行动的通知']],
    ['nor within one that is long', ['平安县矛盾纠纷排查', '县住房和城乡建设局县市场监督管理局']],
    [
      'nor within that of an office of an office',
      ['中共平安县委平安建设领导小组办公室', '关于加强值守的通知'],
    ],
    ['nor between a place and its office', ['关于印发平安县公安局', '平安县应急管理局联合整治行动的通知']],
    ['nor within 县区 or 乡镇', ['关于进一步加强和改进县区人民政府', '平安建设工作情况考核的']],
    ['nor within the name of a feast', ['平安镇人民政府关于清明节', '期间禁止野外用火的通告']],
    ['into lines of about one length', ['平安县平安镇人民政府关于进一步', '加强平安创建工作的实施意见']],
    [
      'not within 《》, if it can be helped',
      ['关于社会治安综合治理《平安建设条例》', '行动加强贯彻实施矛盾纠纷进一步'],
    ],
    [
      'of all ways in the most even one',
      ['工作加强意见贯彻实施领导小组', '关于平安县人民政府《平安建设条例》', '领导小组行动应急预案'],
    ],
    [
      'in front of 《, which belongs to what follows',
      ['平安县人民政府办公室关于印发', '《平安县2026年平安建设和社会', '治安综合治理工作实施方案》的通知'],
    ],
    ['without a number at the end of a line', ['第一第二第三第四第五第六', '第七第八第九第十第十一个']],
    [
      'without a short line between longer ones',
      ['办公室矛盾纠纷意见意见', '应急预案综合治理进一步柳溪村', '关于人民政府进一步排查综合治理'],
    ],
    ['without a mark at the beginning of a line', ['平安镇人民政府：关于印发', '平安创建，工作要点的通知书']],
    ['not within a word of two characters', ['关于印发2026年隐患', '排查治理任务清单的通知']],
    ['nor within one with 大 or 全 in front', ['关于开展矛盾纠纷大排查', '大化解专项行动的通知']],
    ['the same way among even ones always', ['文'.repeat(13), '文'.repeat(14), '文'.repeat(14)]],
  ])('is broken %s', (_, wanted) => expect(lines(wanted.join(''))).toEqual(wanted));

  test('has no short line between longer ones, whatever words it is made of', () => {
    const words = [
      '平安县',
      '人民政府',
      '办公室',
      '关于',
      '印发',
      '社会治安',
      '综合治理',
      '工作',
      '领导小组',
      '实施方案',
      '的',
      '通知',
      '2026年',
      '进一步',
      '加强',
      '森林防火',
    ];
    let threeLines = 0;
    for (let seed = 1; seed < 400; seed++) {
      const drawn = Array.from(
        { length: 17 },
        (_, index) => words[(seed * (index * index + 7) + index * 5) % words.length],
      );
      const lengths = (lines(drawn.join('')) ?? []).map((line) => width(line));
      if (lengths.length > 2) threeLines++;
      const short = lengths.some(
        (length, index) =>
          index > 0 &&
          index < lengths.length - 1 &&
          length < Math.min(lengths[index - 1] ?? 0, lengths[index + 1] ?? 0),
      );
      expect(short, drawn.join('')).toBe(false);
    }
    expect(threeLines).toBeGreaterThan(200);
  });

  test('is broken as going through every way would break it', () => {
    const seen = { waists: 0, torn: 0 };
    const word = fc.constantFrom('平安', '县', '《平安', '条例》', '关于', '领导小组', '2026', '《', '》');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 3, maxLength: 12 }),
        fc.integer({ min: 2, max: 6 }),
        (drawn, count) => {
          const [best] = everyWay(drawn, count)
            .filter((way) => way.every((line) => room(line) <= 16))
            .map((way) => ({ way, cost: unevenness(way) }))
            .toSorted((one, other) => one.cost - other.cost);
          if (best && hasWaist(best.way)) seen.waists++;
          if (best?.way.some(isTorn)) seen.torn++;
          expect(new Breaking(drawn, 16).into(count)).toEqual(best?.way);
        },
      ),
      { numRuns: 2000 },
    );
    expect(seen.waists).toBeGreaterThan(20);
    expect(seen.torn).toBeGreaterThan(20);
  });

  test('keeps breaks of its own, and is left alone where part of it is bold', () => {
    const own = [{ text: `${'文'.repeat(30)}\n文`, bold: false }];
    expect(broken(own, national)).toEqual(own);
    const bold = [
      { text: '文'.repeat(30), bold: false },
      { text: '文', bold: true },
    ];
    expect(broken(bold, national)).toEqual(bold);
    expect(broken([{ text: '文'.repeat(40), bold: true }], national)).toEqual([
      { text: `${'文'.repeat(20)}\n${'文'.repeat(20)}`, bold: true },
    ]);
  });

  test('of a word longer than a line is left alone', () => {
    expect(lines('a'.repeat(41))).toEqual(['a'.repeat(41)]);
  });

  test('is no title in more than eight lines, and soon done with', () => {
    expect(lines('文'.repeat(160))).toEqual(Array(8).fill('文'.repeat(20)));
    expect(lines('文'.repeat(161))).toHaveLength(1);
    const long = lines('第柳溪村枫湾7治办关于《印发》的通知B12'.repeat(7)) ?? [];
    expect(long.length).toBeGreaterThan(6);
  });

  // Every way to break was gone through, and 120 characters took nine seconds, 200 an hour.
  test.each(['平安', '柳溪村和', '"', '“甲”', '（', '1', '《办法》', 'a ', '……'])(
    'of nothing but %s is soon done with, however long it is',
    (piece) => {
      for (const length of [60, 100, 120, 150, 200, 300, 10_000]) {
        const text = piece.repeat(Math.ceil(length / piece.length));
        expect(lines(text)?.join('')).toBe(text);
        expect(lines(`关于印发${text}的通知`)?.join('')).toBe(`关于印发${text}的通知`);
      }
    },
  );
});

/** All ways to make so many lines of words, those with shorter first lines first. */
function everyWay(words: readonly string[], lines: number): string[][] {
  if (lines === 1) return words.length > 0 ? [[words.join('')]] : [];
  return words.flatMap((_, index) =>
    everyWay(words.slice(index + 1), lines - 1).map((rest) => [words.slice(0, index + 1).join(''), ...rest]),
  );
}

const isTorn = (line: string) => line.lastIndexOf('《') > line.lastIndexOf('》');

/** A short line between longer ones. */
const hasWaist = (way: readonly string[]) =>
  way.some((line, index) => {
    const [above, below] = [way[index - 1], way[index + 1]];
    return above !== undefined && below !== undefined && width(line) < Math.min(width(above), width(below));
  });

function unevenness(way: readonly string[]): number {
  const squares = way.reduce((sum, line) => sum + width(line) ** 2, 0);
  return squares + (hasWaist(way) ? 1000 : 0) + (way.some(isTorn) ? 100 : 0);
}

/** Names that no line ends within, each where a title of two lines would be broken. */
const whole =
  '人力资源和社会保障局 人力资源社会保障局 国有资产监督管理委员会 住房和城乡建设局 市场监督管理局 城市管理综合行政执法局 ' +
  '工业和信息化局 行政审批服务局 民族宗教事务局 退役军人事务局 综合行政执法大队 自然资源和规划分局 社会治安综合治理中心 ' +
  '发展和改革委员会 文化和旅游厅 教育和体育局 机关事务管理局 卫生健康委员会 发展改革委 生态环境分局 交通运输支队 消防救援中队 ' +
  '医疗保障局 自然资源所 农业农村办公室 应急管理站 市场监管所 城市管理中队 政务服务办 乡村振兴局 平安建设领导小组办公室 公共资源交易中心 ' +
  '网信办 公安总队 民政局 司法所 财政厅 水利站 统计局 审计局 信访局 税务分局 林业站 气象局 教育局 科技局 商务局 体育局 档案局 ' +
  '综治中心 应急办 规划委员会办公室 人社局 住建局 卫健委 文旅局 邮政局 烟草局 供电所 ' +
  '人民政府办公室 人民法院 人民检察院 人民代表大会常务委员会 县委办公室 市委员会 区委政法委 州委宣传部 镇委组织部 旗委统战部 ' +
  '工作小组办公室 专项小组 协调小组 工作专班 指挥部办公室 清明节 端午节 中秋节 国庆节 元宵节 重阳节 劳动节 建军节 教师节 儿童节 妇女节';

test('7.3.1: no line of a title ends within any of the names', () => {
  for (const name of whole.split(' ')) {
    const before = 13 - Math.floor(name.length / 2);
    const parts = lines(`${'文'.repeat(before)}${name}${'字'.repeat(26 - before - name.length)}`);
    expect(
      parts?.filter((line) => line.includes(name)),
      name,
    ).toHaveLength(1);
    expect(parts?.length).toBe(2);
  }
});
