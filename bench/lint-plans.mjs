/** A plan of about 5 KB with a few faults, the same for the same number and different for every other. */
export function lintPlan(number) {
  const village = `${'柳松竹梅桃杏兰荷'[number % 8]}${'溪岭坪湾塘坡桥口'[(number >> 3) % 8]}村`;
  const tasks = Array.from({ length: 12 }, (_, index) => task(village, number, index)).join('');
  return `标题: ${village}2026年平安创建工作要点
文种: 工作要点
单位: 平安镇${village}村民委员会
年度: 2026
主送: [各村民小组, 各网格]
日期: 2026-03-${String((number % 28) + 1).padStart(2, '0')}
指导思想: |
  坚持预防为主、标本兼治，紧紧围绕平安镇年度部署，把${village}的矛盾纠纷化解在早、化解在小，
  让群众住得安心、过得舒心。${number % 3 === 0 ? '结合实际,抓好落实。' : ''}
工作目标:
  - {指标: 矛盾纠纷调解成功率, 值: 达到9${number % 10}%以上, 期限: 2026年12月底, 责任: 村调委会}
  - {指标: 安全隐患整改率, 值: 达到100%, 期限: 2026年11月底, 责任: 村安全劝导站}
组织机构:
  名称: ${village}平安创建工作领导小组
  组长: {姓名: 周守平, 职务: 村党支部书记}
  副组长: [{姓名: 林安和, 职务: 村民委员会主任}]
  成员: [村调委会, 村治保会, 村安全劝导站, 各网格]
主要任务:
${tasks}工作要求:
  - 压实责任: 各网格各负其责，重要情况24小时内报告。
  - 严格考核: 结果每季度通报，查出隐患${200 + (number % 50)}处，整改${198 + (number % 50)}处，其余2处正在整改。
`;
}

const titles = [
  '排查化解矛盾纠纷',
  '织密治安防控网络',
  '抓好消防安全整治',
  '加强道路交通管理',
  '守牢防汛抗旱底线',
  '关爱特殊困难人群',
];

function task(village, number, index) {
  const title = `${titles[index % titles.length]}${index >= titles.length ? '“回头看”' : ''}`;
  const fault = (number + index) % 17 === 0 ? '各小组要登陆平台填报，达标率95%%。' : '';
  return `  - 名称: ${title}
    措施: |
      ${village}第${index + 1}网格每月排查不少于${(number % 4) + 2}次，一般问题7日内办结，疑难问题报镇综治中心会商，
      做到底数清、情况明、措施实。按照《平安镇安全隐患排查办法》（平政发〔2026〕${index + 1}号）建立台账，逐户登记。${fault}
    牵头: 村调委会
    配合: [村治保会, 各网格]
    时限: 2026年${(index % 12) + 1}月底前
`;
}
