import type { Scalar } from '../schema/node.ts';
import { simplified } from '../text/script.ts';
import { leaderGroups, rolesOf } from './leader-groups.ts';
import type { Subject } from './subject.ts';

/** Endings of the names of units; other words behind 责任 may be persons, villages or 各单位. */
const unit = /(?:[局办所站队科处室部院厅会联行社委组署库]|中心|妇联|集团|武装部)$/;
const collective =
  /^(?:各|有关|相关|全体|所有|本|其他|其它|辖区|领导小组|成员单位|上述|以上)|专班|小组|工作组|[村居]委会|居民委员会|村民委员会|[和与及、，]|等|\{\{/;

/** A unit as it is compared: in one script, without blanks, 办公室 and 委员会 in their short forms. */
export function unitName(text: string): string {
  return simplified(text).replaceAll(/\s/g, '').replaceAll('办公室', '办').replaceAll('委员会', '委');
}

/** Whether a text is the name of one unit, and not of several or of a person. */
export function isUnit(text: string): boolean {
  const name = simplified(text).replaceAll(/\s/g, '');
  return name.length >= 2 && name.length <= 25 && !collective.test(name) && unit.test(name);
}

/** Whether two names are of one unit: the same, one a part of the other, or one short for the other (应急局, 应急管理局). */
export function sameUnit(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.includes(short)) return true;
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length && short.at(-1) === long.at(-1);
}

/** The units that a plan names as members of its leader groups, and those that issue, lead or receive it. */
export function membersOf(subject: Subject): { members: string[]; known: string[] } {
  const { issuer = [], signers = [], recipients = [], coverNotice } = subject.plan;
  const groups = leaderGroups(subject).map(({ leaders }) => leaders);
  const persons = groups
    .flatMap((leaders) => Object.values(rolesOf(leaders)).flatMap((each) => each ?? []))
    .flatMap(({ fullName, post }) => [fullName, post]);
  const offices = groups.flatMap(({ office }) => [
    office?.location,
    office?.director?.fullName,
    office?.director?.post,
  ]);
  const others = [...issuer, ...signers, ...recipients, ...(coverNotice?.recipients ?? [])];
  const texts = (scalars: readonly (Scalar | undefined)[]) =>
    scalars.flatMap((each) => (each ? unitName(each.text) : []));
  const members = groups
    .flatMap((leaders) => leaders.members ?? [])
    .flatMap(({ fullName }) => (fullName && isUnit(fullName.text) ? fullName.text.trim() : []));
  return { members, known: texts([...persons, ...offices, ...others]) };
}
