import fc from 'fast-check';
import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/** Pieces that texts are made of: sound ones, and ones with the faults that rules look for. */
const pieces = [
  ...[
    '加强领导',
    '平安镇',
    '排查隐患12处',
    '到2026年底',
    '，',
    '。',
    '、',
    '；',
    '：',
    '（试行）',
    '“十四五”',
  ],
  ...[
    '《平安建设条例》',
    '〔2026〕3号',
    '一是明确责任；',
    '二是抓好落实。',
    '{{村名}}',
    '**重点**',
    '98%',
    '9:30',
  ],
  ...[',', ';', ':', '?', '!', '(试行)', '（区)', '"四个意识"', "'两个'", '。。', '，，', '……', '...', '--'],
  ...['85%%', '95%％', '5-10%', '2026年、2026年', '2017年', '26年', '二〇二六年', '2月30日', '[2026]12号'],
  ...['1、', '1. ', '（一）、', '(二)', '一.', '第一、', '①', '三是', '截止', '座落', '帐户', '布署', '按装'],
  ...[
    '辦公室',
    '規范',
    '查査',
    '😀',
    '𠮷',
    '\u3000',
    ' ',
    '  ',
    'XX村',
    '张三',
    '某某',
    '***',
    '＿＿',
    '〈〉',
  ],
  ...[
    '《甲》、《乙》',
    '“丙”、“丁”',
    '『戊』',
    '@',
    '#',
    ' #',
    '- ',
    ': ',
    '\\',
    '|',
    '>',
    '[',
    ']',
    '{',
    '}',
    '&',
  ],
  ...['公斤', '亩', '2倍', '减少3倍', '检查100处，发现问题20个，整改18个，整改率95%', '的的', '领导领导'],
];
const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;

const scalar = (most: number, breaks: string[] = []) =>
  fc
    .record({
      parts: fc.array(fc.constantFrom(...pieces, ...breaks), { minLength: 1, maxLength: most }),
      type: fc.constantFrom(...styles),
      comment: fc.constantFrom(undefined, undefined, undefined, ' 注释, 留着(1)'),
    })
    .map(({ parts, type, comment }) => {
      const made = new Scalar(parts.join('').trim() || '排查');
      made.type = type;
      if (comment && !type.startsWith('BLOCK')) made.comment = comment;
      return made;
    });
const title = scalar(4);
const short = scalar(2);
const body = scalar(8, ['\n', '\n\n']);

const map = (...entries: [unknown, unknown][]) => {
  const made = new YAMLMap();
  for (const [key, value] of entries) made.items.push(new Pair(key, value));
  return made;
};
const list = (values: unknown[], flow = false) => {
  const made = new YAMLSeq();
  made.flow = flow;
  for (const value of values) made.items.push(value);
  return made;
};
const lists = (entry: fc.Arbitrary<unknown>, flow?: boolean) =>
  fc
    .tuple(fc.array(entry, { minLength: 1, maxLength: 2 }), fc.boolean())
    .map(([all, wraps]) => list(all, flow ?? wraps));
const flowing = (made: YAMLMap) => {
  made.flow = true;
  return made;
};

const entries = fc.oneof(
  fc.tuple(title, body).map(([key, text]) => {
    key.type = 'QUOTE_DOUBLE';
    key.comment = null;
    return map([key, text]);
  }),
  fc.tuple(title, body).map(([name, text]) => map(['标题', name], ['内容', text])),
  fc.tuple(title, lists(body)).map(([name, points]) => map(['标题', name], ['分述', points])),
);
const sections: Record<string, fc.Arbitrary<unknown>> = {
  正文: lists(entries, false),
  工作目标: lists(
    fc
      .tuple(title, short, short)
      .map(([of, value, due]) => flowing(map(['指标', of], ['值', value], ['期限', due]))),
  ),
  主要任务: lists(
    fc
      .tuple(title, body, lists(short, true), short)
      .map(([name, text, units, due]) => map(['标题', name], ['内容', text], ['牵头', units], ['时限', due])),
    false,
  ),
  组织机构: fc
    .tuple(short, lists(short))
    .map(([head, members]) =>
      map(['组长', flowing(map(['姓名', '周守平'], ['职务', head]))], ['成员', members]),
    ),
  项目清单: fc
    .tuple(lists(lists(short, true), false))
    .map(([rows]) => map(['表格', map(['列', list(['项目', '要求'], true)], ['行', rows])])),
};

/** A small plan full of faults, in every notation. */
export const faultyPlan = fc
  .record({
    name: title,
    year: fc.constantFrom('2026', '2017'),
    parts: fc.uniqueArray(fc.constantFrom(...Object.keys(sections)), { minLength: 1, maxLength: 2 }),
    windows: fc.boolean(),
  })
  .chain(({ name, year, parts, windows }) =>
    fc.tuple(...parts.map((part) => sections[part] as fc.Arbitrary<unknown>)).map((values) => {
      const made = map(
        ['标题', name],
        ['单位', '平安镇人民政府'],
        ['年度', new Scalar(year)],
        ...parts.map((part, index): [unknown, unknown] => [part, values[index]]),
      );
      const document = new Document();
      document.contents = made as unknown as typeof document.contents;
      document.commentBefore = ' 说明, 留着。';
      const source = document.toString({ lineWidth: 30, flowCollectionPadding: false });
      return windows ? source.replaceAll('\n', '\r\n') : source;
    }),
  );
