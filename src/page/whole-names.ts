/** What offices are named for, the longer first. */
const fields = [
  ...[
    '人力资源和社会保障',
    '人力资源社会保障',
    '国有资产监督管理',
    '住房和城乡建设',
    '市场监督管理',
    '城市管理综合行政执法',
  ],
  ...[
    '工业和信息化',
    '行政审批服务',
    '民族宗教事务',
    '退役军人事务',
    '综合行政执法',
    '自然资源和规划',
    '社会治安综合治理',
  ],
  ...[
    '发展和改革',
    '文化和旅游',
    '教育和体育',
    '机关事务管理',
    '卫生健康',
    '发展改革',
    '生态环境',
    '交通运输',
    '消防救援',
  ],
  ...[
    '医疗保障',
    '自然资源',
    '农业农村',
    '应急管理',
    '市场监管',
    '城市管理',
    '政务服务',
    '乡村振兴',
    '平安建设',
    '公共资源交易',
  ],
  ...[
    '网信',
    '公安',
    '民政',
    '司法',
    '财政',
    '水利',
    '统计',
    '审计',
    '信访',
    '税务',
    '林业',
    '气象',
    '教育',
    '科技',
    '商务',
  ],
  ...['体育', '档案', '综治', '应急', '规划', '人社', '住建', '卫健', '文旅', '邮政', '烟草', '供电'],
].join('|');
const offices = '委员会办公室|领导小组办公室|委员会|办公室|总队|支队|大队|中队|中心|分局|厅|局|委|办|站|所';

/** Where a name of a place may begin, and how it ends. */
const opening = '(?<=^|关于|印发|中共|[\\s、，；：《（“省市县区州盟旗镇乡局委办会府院部站所])';
const placed = `(?:(?:${opening}\\p{Script=Han}{2,3})?[省市县区镇乡州盟旗]{1,3})`;

/** Names that no line of a title ends within: 平安县公安局, 应急管理局, 人民政府办公室, 领导小组, 清明节. */
const names = new RegExp(
  [
    `${placed}?(?:${fields})(?:${offices})`,
    `${placed}?人民(?:政府(?:办公室)?|法院|检察院|代表大会(?:常务委员会)?)`,
    `${placed}委(?:办公室|员会|政法委|宣传部|组织部|统战部)?`,
    '(?:领导|工作|专项|协调)小组(?:办公室)?|工作专班|指挥部(?:办公室)?',
    '(?:清明|端午|中秋|国庆|元宵|重阳|春|劳动|建军|教师|儿童|妇女)节',
  ].join('|'),
  'gu',
);

/** The stretches of a text cut anew, so that none of them ends within a name. */
export function withWholeNames(text: string, stretches: readonly string[]): string[] {
  const starts = new Set<number>();
  let at = 0;
  for (const stretch of stretches) {
    starts.add(at);
    at += stretch.length;
  }
  for (const { index, 0: name } of text.matchAll(names)) {
    starts.add(index);
    for (let place = index + 1; place < index + name.length; place++) starts.delete(place);
  }
  const places = [...starts].sort((a, b) => a - b);
  return places.map((place, index) => text.slice(place, places[index + 1]));
}
