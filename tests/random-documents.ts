import fc from 'fast-check';
import { stringify } from 'yaml';

/** Sentences as they stand in plans; none of them looks like something else. */
const sentences = [
  '各村每月开展一次隐患排查，发现问题立即整改。',
  '落实专人负责，建立工作台账，做到底数清、情况明。',
  '充分利用广播、宣传栏和微信群，广泛宣传安全知识，提高群众防范意识。',
  '对排查出的矛盾纠纷，要逐件登记、逐件化解，重大情况及时上报镇平安办。',
  '组织巡逻队每周巡逻两次，重点看护学校、水库和林区。',
  '经费由镇财政统筹安排，专款专用，接受群众监督。',
];
const titles = [
  '排查化解矛盾纠纷',
  '整治安全隐患',
  '开展夜间巡逻',
  '加强组织领导，落实工作责任',
  '强化宣传教育',
  '健全长效机制',
  '抓好重点人群服务管理',
];
const known = ['指导思想', '工作目标', '主要任务', '保障措施', '工作要求'];

const sentence = fc.constantFrom(...sentences);
const text = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(''));
const prose = fc.array(text, { minLength: 1, maxLength: 2 }).map((all) => all.join('\n\n'));
const table = fc.record({
  列: fc.constant(['单位', '任务', '时限']),
  行: fc.array(
    fc.tuple(
      fc.constantFrom('综治办', '派出所'),
      fc.constantFrom('巡逻', '排查'),
      fc.constantFrom('6月底', ''),
    ),
    { minLength: 1, maxLength: 3 },
  ),
});

const leaf = fc.oneof(
  { weight: 4, arbitrary: fc.record({ 标题: fc.constantFrom(...titles), 内容: prose }) },
  { weight: 1, arbitrary: fc.record({ 标题: fc.constantFrom(...titles), 内容: text, 表格: table }) },
);
const plain = fc.record({ 内容: sentence });
/** Siblings are all of a kind, as people write them. */
const leaves = fc.oneof(
  fc.array(leaf, { minLength: 2, maxLength: 4 }),
  fc.array(plain, { minLength: 2, maxLength: 4 }),
);
const branch = fc.record({ 标题: fc.constantFrom(...titles), 条目: leaves });
const items = fc.oneof(
  { weight: 2, arbitrary: leaves },
  { weight: 1, arbitrary: fc.array(branch, { minLength: 2, maxLength: 3 }) },
);
const section = fc.oneof(
  fc.record({ 标题: fc.constantFrom(...titles, ...known), 内容: prose }),
  fc.record({ 标题: fc.constantFrom(...titles, ...known), 条目: items }),
  fc.record({ 标题: fc.constantFrom(...titles, ...known), 内容: text, 条目: items }),
);

const numbering = fc.oneof(
  fc.constant({}),
  fc.constant({ 段首: ['2'] }),
  fc.constant({ 层次: ['一、', '1.', '（1）'] }),
  fc.constant({ 层次: ['第一章　', '第一条　', '（一）'], 连续: ['2'] }),
  fc.constant({ 连续: ['2'], 段首: ['2', '3'] }),
);

/** Plans of all the parts that a document may have, to be made, read and made again. */
export const documents = fc
  .record({
    标题: fc.constantFrom('平安镇2026年平安创建工作要点', '柳溪村防汛工作方案', '关于做好秋季防火工作的通知'),
    单位: fc.constantFrom('平安镇人民政府', ['平安镇人民政府', '平安镇派出所']),
    主送: fc.option(fc.constantFrom('各村（居）民委员会、镇直各单位'), { nil: undefined }),
    日期: fc.constant('2026-03-05'),
    编号: fc
      .tuple(numbering, fc.constantFrom({}, { 方式: '自动' }))
      .map(([one, other]) => ({ ...one, ...other })),
    导语: fc.option(text, { nil: undefined }),
    正文: fc.array(section, { minLength: 2, maxLength: 4 }),
    附件: fc.option(
      fc.array(fc.record({ 标题: fc.constantFrom('任务分工表', '登记表'), 内容: text, 表格: table }), {
        minLength: 1,
        maxLength: 2,
      }),
      { nil: undefined },
    ),
    版式: fc.option(fc.constant({ 红头: '是' }), { nil: undefined }),
    发文字号: fc.option(fc.constant('平政发〔2026〕3号'), { nil: undefined }),
    抄送: fc.option(fc.constant('县委平安办、县公安局'), { nil: undefined }),
    印发通知: fc.option(
      fc.constant({
        标题: '关于印发工作方案的通知',
        主送: '各村',
        正文: '现将工作方案印发给你们，请认真贯彻执行。',
      }),
      { nil: undefined },
    ),
  })
  .map((plan) => {
    const entries = Object.entries(plan).filter(
      ([, value]) => value !== undefined && Object.keys(value as object).length !== 0,
    );
    return stringify(Object.fromEntries(entries), {
      defaultStringType: 'QUOTE_DOUBLE',
      defaultKeyType: 'PLAIN',
    });
  });
