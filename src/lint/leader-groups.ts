import type { Entry, Item } from '../plan/item.ts';
import { textsIn } from '../plan/texts.ts';
import type { Scalar } from '../schema/node.ts';
import { simplified } from '../text/script.ts';
import type { Subject } from './subject.ts';
import { commonSurnames } from './surnames.ts';

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

const posts =
  /(?:[长長员員任记記席理师師人]|书记|主任|[局办辦科所站队隊组組委会會院校厂廠村社部室处處心镇鎮乡鄉区區县縣市街道联聯])$/;

/** Whether a name is that of a person and not of a post or a unit; where it can't be told, it isn't. */
export function isPersonalName(text: string): boolean {
  const name = text.replaceAll(/\s/g, '');
  return /^\p{Script=Han}{2,3}$/u.test(name) && commonSurnames.includes(name.charAt(0)) && !posts.test(name);
}

/** A name without blanks, in one script: 张　三 is 张三. */
export function sameName(text: string): string {
  return simplified(text).replaceAll(/\s/g, '');
}
