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

/** Cells that are one with their neighbours, a title above, a remark below. */
const richTable = fc.oneof(
  { weight: 2, arbitrary: table },
  fc.constant({
    标题: '任务分工表',
    列: ['类别', '任务', '责任单位'],
    行: [
      ['宣传', '入户宣传', '宣传办'],
      ['^', '张贴标语', '^'],
      ['巡护', '每天巡山', '林业站\n各村'],
    ],
    表注: '注：以台账为准。',
  }),
  fc.constant({
    列: ['序号', '时间', '<'],
    表头: '2',
    行: [
      ['^', '开始', '完成'],
      ['1', '3月', '6月底'],
    ],
  }),
);
const group = fc.constant({
  组长: '镇长',
  副组长: ['分管副镇长', '派出所所长'],
  成员: ['综治办', '司法所', '各村（社区）'],
  办公室: { 设在: '综治办', 主任: '综治办主任' },
});
const answers = fc.constantFrom(
  {},
  { 牵头: '综治办', 配合: ['派出所', '司法所'] },
  { 责任: ['综治办', '各村'], 时限: '2026年9月底前' },
  { 责任处室: '办公室' },
);
const points = fc.constant([
  '加强消防整治。',
  { 标题: '加强道路交通整治', 内容: '查处酒驾。' },
  '加强燃气整治',
]);
const goals = fc.constant([
  { 指标: '刑事案件发案数', 值: '同比下降5%以上', 期限: '2026年12月底', 责任: '派出所' },
  { 指标: '矛盾纠纷化解率', 值: '98%以上' },
]);
const sources = fc.constant([
  { 文件: '平安中国建设规划', 文号: '平政发〔2025〕1号', 发文: '县人民政府' },
  { 文件: '信访工作条例' },
]);
const tasks = fc.constant([
  { 名称: '排查矛盾', 措施: '每月一次', 牵头: '综治办', 配合: ['派出所'], 时限: '全年' },
  { 名称: '整治隐患', 负责人: '张三' },
]);
const steps = fc.constant([
  { 阶段: '动员部署', 时间: '3月底前', 内容: '制定方案，召开会议。' },
  { 阶段: '总结提高', 时间: '12月', 内容: '总结经验。' },
]);

const leaf = fc.oneof(
  { weight: 4, arbitrary: fc.record({ 标题: fc.constantFrom(...titles), 内容: prose }) },
  {
    weight: 1,
    arbitrary: fc.record({ 标题: fc.constantFrom(...titles), 内容: text, 表格: richTable }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.record({ 标题: fc.constantFrom(...titles), 内容: text }), answers)
      .map(([one, other]) => ({ ...one, ...other })),
  },
  {
    weight: 1,
    arbitrary: fc.record({ 标题: fc.constantFrom(...titles), 内容: text, 分述: points }),
  },
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
  fc.record({ 标题: fc.constant('组织领导'), 内容: text, 领导小组: group }),
  fc.record({ 标题: fc.constant('工作目标'), 目标: goals }),
  fc.record({ 标题: fc.constant('工作依据'), 依据: sources }),
  fc.record({ 标题: fc.constant('主要任务'), 任务: tasks }),
  fc.record({ 标题: fc.constant('实施步骤'), 步骤: steps }),
);

const numbering = fc.oneof(
  fc.constant({}),
  fc.constant({ 段首: ['2'] }),
  fc.constant({ 层次: ['一、', '1.', '（1）'] }),
  fc.constant({ 层次: ['第一章　', '第一条　', '（一）'], 连续: ['2'] }),
  fc.constant({ 连续: ['2'], 段首: ['2', '3'] }),
);

/** A value that most documents do without. */
const some = <T>(value: T) => fc.option(fc.constant(value), { nil: undefined, freq: 1 });

const attachment = fc.oneof(
  fc.record({ 标题: fc.constantFrom('任务分工表', '登记表'), 内容: text, 表格: richTable }),
  fc.record({ 标题: fc.constantFrom('任务分工表', '登记表'), 条目: leaves }),
  fc.constantFrom('任务清单', '责任书'),
  fc.record({ 标题: fc.constant('任务分解表'), 任务: tasks, 表格: fc.constant({ 来源: '任务' }) }),
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
    附件: fc.option(fc.array(attachment, { minLength: 1, maxLength: 3 }), { nil: undefined }),
    版式: fc.option(
      fc.constantFrom({ 红头: '是' }, { 红头: { 式样: '信函' } }, { 红头: '平安镇平安创建办公室文件' }),
      { nil: undefined },
    ),
    发文字号: fc.option(fc.constant('平政发〔2026〕3号'), { nil: undefined }),
    副标题: fc.option(fc.constantFrom('（2026年1月8日镇长办公会讨论通过）', '——以柳溪村为例'), {
      nil: undefined,
    }),
    份号: some('000001'),
    密级: some('秘密★5年'),
    紧急程度: some('特急'),
    签发人: some('李四'),
    署名: fc.option(fc.constantFrom('平安镇平安办', ['平安镇平安办', '平安镇综治办', '平安镇司法所']), {
      nil: undefined,
    }),
    附注: some('此件公开发布'),
    联系: some({ 联系人: '张三', 电话: '0000-1234' }),
    抄送: fc.option(fc.constant('县委平安办、县公安局'), { nil: undefined }),
    印发: some({ 机关: '平安镇党政办公室', 日期: '2026-03-06' }),
    结语: some('特此通知。'),
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
