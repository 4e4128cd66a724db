import type { Entry, Item } from '../plan/item.ts';
import { textsIn } from '../plan/texts.ts';
import type { Scalar } from '../schema/node.ts';
import { simplified } from '../text/script.ts';
import type { Subject } from './subject.ts';

type Leaders = NonNullable<Item['leaders']>;
export type Person = NonNullable<Leaders['members']>[number];

/** 领导小组 as a plan names it, and where a finding about all of it points. */
export interface LeaderGroup {
  leaders: Leaders;
  place: Scalar;
}

/** Every leader group of a plan, those in attachments included. */
export function leaderGroups({ plan }: Subject): LeaderGroup[] {
  const found: LeaderGroup[] = [];
  const visit = (entry: Item | Entry): void => {
    const { leaders, title, items = [] } = entry as Item;
    const place = leaders && (leaders.name ?? title ?? textsIn(leaders)[0]);
    if (leaders && place) found.push({ leaders, place });
    for (const child of items) visit(child);
  };
  for (const item of [...plan.sections, ...(plan.attachments ?? [])]) visit(item);
  return found;
}

/** The persons of a group by their roles, from the first down; those of its office are told apart. */
export function rolesOf({ firstLeader, leader, executiveDeputies, deputies, members }: Leaders) {
  return {
    第一组长: firstLeader,
    组长: leader,
    常务副组长: executiveDeputies,
    副组长: deputies,
    成员: members,
  };
}

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬羅鄭許韓馮鄧肅葉蘇呂盧鍾譚陸範賈韋鄒龍賀顧龔萬錢嚴湯';
const posts =
  /(?:[长長员員任记記席理师師人]|书记|主任|[局办辦科所站队隊组組委会會院校厂廠村社部室处處心镇鎮乡鄉区區县縣市街道联聯])$/;

/** Whether a name is that of a person and not of a post or a unit; where it can't be told, it isn't. */
export function isPersonalName(text: string): boolean {
  const name = text.replaceAll(/\s/g, '');
  return /^\p{Script=Han}{2,3}$/u.test(name) && surnames.includes(name.charAt(0)) && !posts.test(name);
}

/** A name without blanks, in one script: 张　三 is 张三. */
export function sameName(text: string): string {
  return simplified(text).replaceAll(/\s/g, '');
}
