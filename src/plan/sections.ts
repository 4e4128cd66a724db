import { key, Names } from '../schema/schema.ts';
import { content } from './item.ts';

/**
 * The section types, in the order in which documents usually have them. A type serves checking and import;
 * any of its spellings is printed as it is typed. Aliases are titles seen in published plans.
 */
export const sections = {
  background: key('背景依据', 'parts', content, '为什么做', [
    '编制目的',
    '形势',
    '现状分析',
    '提高思想认识',
    '背景',
  ]),
  guidingThought: key('指导思想', 'parts', content, '总的思路', [
    '总体要求',
    '总体思路',
    '工作思路',
    '总的要求',
    '指导思想和目标',
    '指导思想和工作目标',
    '指导思想、工作目标',
  ]),
  goals: key('工作目标', 'parts', content, '要达到什么', [
    '总体目标',
    '目标任务',
    '核心目标',
    '管理目标',
    '主要目标',
  ]),
  principles: key('基本原则', 'parts', content, '遵循什么', ['工作原则', '原则']),
  scope: key('适用范围', 'parts', content, '对谁、在哪里', [
    '实施范围',
    '检查范围',
    '公开范围',
    '参保范围',
    '服务对象',
    '活动对象',
    '创建对象',
  ]),
  basis: key('实施依据', 'parts', content, '依据哪些文件', ['编制依据', '工作依据']),
  organization: key('组织机构', 'parts', content, '谁来领导', [
    '组织领导',
    '领导小组',
    '组织机构及职责',
    '组织保障',
    '行动保障',
    '加强领导',
    '机构设置',
  ]),
  duties: key('职责分工', 'parts', content, '各单位做什么', [
    '组织分工',
    '各组职责',
    '工作职责',
    '责任分工',
    '主要职责',
  ]),
  tasks: key('主要任务', 'parts', content, '做哪些事', [
    '重点任务',
    '工作重点',
    '重点工作',
    '主要工作',
    '工作任务',
    '主要内容',
    '工作内容',
    '主要措施',
    '工作重点及措施',
    '工作措施',
  ]),
  schedule: key('实施步骤', 'parts', content, '什么时候做', [
    '时间安排',
    '行动时间',
    '活动时间',
    '方法步骤',
    '工作步骤',
    '工作安排',
    '学习安排',
    '进度安排',
  ]),
  safeguards: key('保障措施', 'parts', content, '靠什么保证', ['支撑保障', '组织实施', '政策措施']),
  assessment: key('监督考核', 'parts', content, '怎么检查考核', [
    '监督检查',
    '达标条件',
    '考核评价',
    '责任追究',
    '督导考核',
  ]),
  response: key('应急处置', 'parts', content, '发生了怎么办', ['处置程序', '应急响应', '预防']),
  problems: key('存在问题', 'parts', content, '还有什么不足', ['存在的问题', '薄弱环节', '主要问题']),
  requirements: key('工作要求', 'parts', content, '对各单位的要求', [
    '有关要求',
    '相关要求',
    '活动要求',
    '学习要求',
    '要求及措施',
    '其它事项',
    '其他事项',
    '几点要求',
  ]),
  supplement: key('附则', 'parts', content, '何时执行、由谁解释', ['执行时间', '解释', '联系方式']),
};

export type SectionKind = keyof typeof sections;
export const sectionNames = new Names(sections);
