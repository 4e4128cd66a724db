import { corrections } from '../../corrections.ts';

/** No letter of a longer word in front: 公司文化部 is another thing. */
const alone = '(?<=^|[^\\p{Script=Han}]|国家|[和与由经向据按请])';
/** Neither 农业部门 nor 环保局势. */
const end = '(?![门分件势面部限])';
const local = '(?<=[省市县区旗])';

/** Names that institutions had until a day, and their names since. */
const renamed = (since: string, table: string) => ({ since, names: corrections(table) });

/**
 * From the plans for the reform of institutions of March 2018 and March 2023; local offices had a year to follow. Where an
 * office was split among several, or where regions chose different names, it isn't here.
 */
export const institutions = [
  renamed(
    '2018-04-01',
    `国家安全生产监督管理总局=应急管理部 国家安全监管总局=应急管理部 国家安监总局=应急管理部 安监总局=应急管理部
    ${alone}国土资源部${end}=自然资源部 ${alone}环境保护部${end}=生态环境部 ${alone}环保部${end}=生态环境部
    ${alone}农业部${end}=农业农村部 ${alone}文化部${end}=文化和旅游部 国家旅游局=文化和旅游部
    国家卫生和计划生育委员会=国家卫生健康委员会 国家卫生计生委=国家卫生健康委 国家卫计委=国家卫生健康委
    国家工商行政管理总局=国家市场监督管理总局 国家工商总局=国家市场监督管理总局 工商总局=市场监管总局
    国家质量监督检验检疫总局=国家市场监督管理总局 国家质检总局=国家市场监督管理总局 质检总局=市场监管总局
    国家食品药品监督管理总局=国家市场监督管理总局 国家食药监总局=国家市场监督管理总局 食药监总局=市场监管总局
    国务院法制办公室=司法部 国务院法制办=司法部 国家林业局=国家林业和草原局 国家粮食局=国家粮食和物资储备局
    国家新闻出版广电总局=国家广播电视总局`,
  ),
  renamed('2018-08-01', `国家税务局=税务局 地方税务局=税务局 国税局${end}=税务局 地税局${end}=税务局`),
  renamed(
    '2019-04-01',
    `安全生产监督管理局=应急管理局 安全监管局${end}=应急管理局 (?<![煤矿航路])安监局${end}=应急管理局
    国土资源局=自然资源局 国土局${end}=自然资源局 国土资源厅=自然资源厅
    环境保护局=生态环境局 环保局${end}=生态环境局 环境保护厅=生态环境厅 环保厅=生态环境厅 ${local}农业局${end}=农业农村局
    卫生和计划生育委员会=卫生健康委员会 卫生计生委=卫生健康委 卫计委=卫健委 卫生和计划生育局=卫生健康局
    卫生计生局=卫生健康局 卫计局${end}=卫健局 工商行政管理局=市场监督管理局 ${local}工商局${end}=市场监督管理局
    质量技术监督局=市场监督管理局 质监局${end}=市场监督管理局 食品药品监督管理局=市场监督管理局 食药监局${end}=市场监督管理局
    ${local}法制办公室=司法局 ${local}法制办=司法局 公安消防(?=[总支大中]队)=消防救援
    社会治安综合治理委员会=党委政法委 社会管理综合治理委员会=党委政法委 ${local}综治委=委政法委 ${local}综治办=委政法委`,
  ),
  renamed(
    '2023-06-01',
    `中国银行保险监督管理委员会=国家金融监督管理总局 银保监会=金融监管总局 (?<!银)保监会=金融监管总局 银监会=金融监管总局
    中国保险监督管理委员会=国家金融监督管理总局 中国银行业监督管理委员会=国家金融监督管理总局
    国务院扶贫开发领导小组办公室=农业农村部 国务院扶贫办=农业农村部 国家乡村振兴局=农业农村部`,
  ),
] as const;
