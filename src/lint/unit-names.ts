/** Full and short names of local offices that are one and the same office. */
const pairs = `
应急管理局 应急局|市场监督管理局 市场监管局|市场监督管理局 市监局|人力资源和社会保障局 人社局|人力资源社会保障局 人社局
住房和城乡建设局 住建局|卫生健康局 卫健局|卫生健康委员会 卫健委|卫生健康委 卫健委|发展和改革局 发改局|发展和改革委员会 发改委|发展改革委 发改委
生态环境局 环境局|交通运输局 交通局|文化和旅游局 文旅局|退役军人事务局 退役军人局|综合行政执法局 综合执法局|工业和信息化局 工信局
消防救援大队 消防大队|医疗保障局 医保局|自然资源和规划局 自规局|教育和体育局 教体局|农业农村局 农业局|行政审批服务局 行政审批局`
  .split(/[|\n]/)
  .map((pair) => pair.split(' '));

/** The full name of which a unit's name is the short one: 县应急局 → 县应急管理局; several where it can't be told. */
export function fullNames(unit: string): string[] {
  return pairs.flatMap(([full = '', short = '']) =>
    unit.endsWith(short) && !unit.endsWith(full) ? [unit.slice(0, -short.length) + full] : [],
  );
}
