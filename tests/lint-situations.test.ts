import { expect, test } from 'vitest';
import { Settings } from '../src/lint/settings.ts';
import { problemsOf } from './lint.ts';

/** What the rules that are used unless one asks for others find in a plan, as `code 字`. */
function found(source: string): string[] {
  return problemsOf(source, new Settings('recommended')).map(
    ({ code, start, end }) => `${code} ${source.slice(start, end)}`,
  );
}

const head =
  '标题: 平安镇2026年平安建设工作要点\n单位: 平安镇人民政府\n主送: 各村民委员会\n日期: 2026-03-05\n';
const sentence = (text: string) => `${head}正文:\n  - 加强排查: '${text}'\n`;

test('a clean plan is clean', () => {
  expect(found(sentence('每月排查一次，建立台账，逐项销号。'))).toEqual([]);
});

test('tasks with deadlines in any words aren’t told to have none', () => {
  const task = (name: string) => `  - {名称: ${name}, 措施: 逐项销号。, 牵头: 镇综治办, 时限: 2026-12-31}\n`;
  expect(found(`${head}主要任务:\n${['排查隐患', '整治隐患', '宣传安全'].map(task).join('')}`)).toEqual([]);
});

test.each([
  [
    '标题: 平安镇2026年平安建设工作要点\n单位: 平安镇人民政府\n主送: 各村\n日期: 2025-03-05\n正文: 每月排查一次。\n',
    'date/own-date 2025-03-05',
  ],
  [
    '标题: 平安镇2025年平安建设工作要点\n单位: 平安镇人民政府\n主送: 各村\n日期: 2026-03-05\n正文: 每月排查一次。\n',
    'date/own-date 2026-03-05',
  ],
  [`${head}发文字号: 平政发〔2025〕3号\n正文: 每月排查一次。\n`, 'date/own-date 平政发〔2025〕3号'],
  [sentence('2025年12月底前完成整治。'), 'date/year-mismatch 2025年'],
  [sentence('实现2025年全年零事故。'), 'date/year-mismatch 2025年'],
  [sentence('2026年2月底前完成排查。'), 'date/deadline-past 2026年2月底前'],
  [sentence('选派网格员50名，其中男40名、女20名。'), 'num/sum-mismatch 50名，其中男40名、女20名'],
  [sentence('排查隐患50处，其中重大隐患60处。'), 'num/sum-mismatch 50处，其中重大隐患60处'],
  [sentence('每月排查一次；到年底，重点保障平'), 'punct/missing-end 重点保障平'],
  [sentence('按照《平安县人民政府关于印发》的要求排查。'), 'leftover/cut-title 《平安县人民政府关于印发》'],
  [sentence('由__县牵头排查。'), 'leftover/placeholder __'],
  [sentence('由*市政协牵头排查。'), 'leftover/star-redaction *'],
  [sentence('发案数下降*%。'), 'leftover/star-redaction *'],
  [sentence('发案数下降%。'), 'leftover/placeholder %'],
  [sentence('抓好食品安全安全监管。'), 'wording/repeated-phrase 安全安全'],
  [sentence('营造详和氛围。'), 'wording/typo 详和'],
  [
    `${head}正文:\n  - 加强排查:\n      - （二）每月排查一次。\n      - 建立台账。\n`,
    'numbering/doubled （二）',
  ],
  [sentence('按照平政发[2026]1号文件执行。'), 'punct/doc-number-bracket [2026]'],
])('%s is told', (source, finding) => {
  expect(found(source)).toEqual([finding]);
});

test.each([
  '刘某某、李××反映，身份证号420***********1234，电话138****5678，银行卡6222****5678，车牌鄂A**123。',
  '校名统一写成“某某学校”的格式。',
  '召开常务委员会委员会议。',
  '落实两件事：1）消防；2）治安（见附件）。①）每月一次；i）每季一次。',
  '自2025年以来，发案数较2025年下降5%。',
  '2025年12月底前已完成整治。',
  '对2025年12月底前完成整治的小区开展回头看，确保2025年度考核结果如实反映。',
  '平政发〔2025〕3号文件和《确保2025年底前完成整治的工作要点》发到各村。',
  '二Ｏ二五年八月印发。',
])('%s is right', (text) => {
  expect(found(sentence(text))).toEqual([]);
});

test.each(['公示', '启事', '工作机制', '门卫管理办法', '防汛应急预案', '开学典礼活动方案', '安全管理制度'])(
  'nothing is asked of a %s that it doesn’t owe',
  (kind) => {
    const source = `标题: 平安学校${kind}\n单位: 平安学校\n日期: 2026-03-05\n正文:\n${[1, 2, 3, 4, 5, 6]
      .map((each) => `  - 要求${'一二三四五六'.charAt(each - 1)}组: 各班按要求做好第${each}项工作。\n`)
      .join('')}`;
    expect(found(source)).toEqual([]);
  },
);

test('last year’s summary may be dated in January, next year’s plan in December', () => {
  const dated = (title: string, date: string) =>
    `标题: ${title}\n单位: 平安镇人民政府\n主送: 各村\n日期: ${date}\n存在问题: 排查不够细致。\n`;
  expect(found(dated('平安镇2025年平安建设工作总结', '2026-01-08'))).toEqual([]);
  expect(found(dated('平安镇2026年平安建设工作要点', '2025-12-25'))).toEqual([]);
  expect(found(dated('平安镇2026年平安建设工作总结', '2025-12-25'))).toEqual(['date/own-date 2025-12-25']);
});
