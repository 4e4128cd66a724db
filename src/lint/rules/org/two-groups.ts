import type { Span } from '../../../schema/node.ts';
import { simplified } from '../../../text/script.ts';
import { leaderGroups } from '../../leader-groups.ts';
import { hidden, variable } from '../../passage.ts';
import { rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Where an office is said to be, and whose it is. */
interface Office extends Span {
  location: string;
  /** What the name of its group says beside 领导小组 and the place: 创安; nothing where it isn't named. */
  group: string;
}

/** Words that any group has in its name. */
function own(group: string): string {
  return group
    .replace(/^.*(?:成立|设立|组建|建立|调整|明确)了?/, '')
    .replaceAll(/领导|工作|协调|推进|小组|专班|指挥部|委员会|活动|[“”‘’"]/g, '')
    .replaceAll(/[\p{Script=Han}\uFFFC]{0,4}?(?:街道|[省市县区镇乡村局])/gu, '')
    .replaceAll(variable, '');
}

function offices(subject: Subject): Office[] {
  const typed = leaderGroups(subject).flatMap(({ leaders: { name, office } }): Office[] =>
    office?.location
      ? [
          {
            start: office.location.start,
            end: office.location.end,
            location: simplified(office.location.text.trim()),
            group: own(simplified(name?.text ?? '')),
          },
        ]
      : [],
  );
  const written = subject.passages
    .filter(({ kind, text }) => kind === 'body' && text.includes('公室'))
    .flatMap((passage): Office[] => {
      const text = simplified(passage.outside('bookTitle', 'documentNumber'));
      return [...text.matchAll(/办公室(?:暂)?设(?:在|于)([^，。；、：,;:（(]{2,20})/g)].map((found) => {
        const from = found.index + found[0].length - (found[1] ?? '').length;
        const [, group = ''] =
          [...text.slice(0, found.index).matchAll(/([^，。；、：,;]{0,20}(?:小组|专班|指挥部|委员会))/g)].at(
            -1,
          ) ?? [];
        return {
          ...passage.span(from, found.index + found[0].length),
          location: found[1] ?? '',
          group: own(group),
        };
      });
    });
  return [...typed, ...written]
    .filter(
      ({ location }) =>
        !location.includes(variable) && !location.includes(hidden) && !location.includes('{{'),
    )
    .sort((a, b) => a.start - b.start);
}

const sameGroup = (one: string, other: string) =>
  one === '' || other === '' || one.includes(other) || other.includes(one);
const samePlace = (one: string, other: string) => one.includes(other) || other.includes(one);

export default rule({
  id: 'org/two-groups',
  title: '领导小组办公室前后设在两处',
  why: '同一个领导小组，办公室一处说设在这里，一处说设在那里，各单位不知道听谁的；多半是合稿时留下了两套班子。一份文件里确有几个领导小组的，写出各自的名称就不查。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan(subject, tell) {
    const seen: Office[] = [];
    for (const office of offices(subject)) {
      const before = seen.find(
        ({ group, location }) => sameGroup(group, office.group) && !samePlace(location, office.location),
      );
      if (before)
        tell(office, `这里说办公室设在“${office.location}”，前面说设在“${before.location}”。`, {
          advice: '核对是不是同一个领导小组：是，就改成一样；不是，各写全称。',
          related: [{ ...before, message: '前一处在这里' }],
        });
      seen.push(office);
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强领导: 镇里成立了“创安”领导工作小组，由镇长任组长，办公室设在综治科。\n  - 明确职责: 镇领导小组下设办公室，办公室设在⟦镇安办⟧，由安办负责人任主任。',
        right:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强领导: 镇里成立了“创安”领导工作小组，由镇长任组长，办公室设在综治科。\n  - 明确职责: 镇领导小组下设办公室，办公室设在综治科，由综治科负责人任主任。',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  办公室: {设在: 镇综治办}\n工作要求: 情况报领导小组办公室。领导小组办公室设在⟦镇应急办⟧。',
        right:
          '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  办公室: {设在: 镇综治办}\n工作要求: 情况报领导小组办公室。领导小组办公室设在镇综治办。',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n正文: 平安建设领导小组办公室设在综治办，消防安全领导小组办公室设在应急办。',
      '标题: 平安镇2026年工作要点\n正文: 领导小组办公室设在镇综治办。办公室设在综治办，负责日常工作。',
    ],
  }),
});
