import { leaderGroups, type Person, rolesOf, sameName } from '../../leader-groups.ts';
import { rule } from '../../rule.ts';

/** 副镇长 may be two persons who share a post. */
const isPost = /[长長]$|主任$|书记$|書記$|干部$|幹部$|[负負][责責]人$|[委成][员員]$/;

interface Listed {
  role: string;
  person: Person;
}

interface Known {
  all: Listed;
  postless?: Listed;
  posts: Map<string, Listed>;
}

/** Those who were listed so far. Namesakes have posts that differ; without a post anybody of the name is meant. */
class Namesakes {
  /** By name: the first of all, the first without a post, and the first with each. */
  readonly #names = new Map<string, Known>();
  readonly #order = new Map<Listed, number>();

  /** The first who is the same person. */
  find({ post }: Person, name: string): Listed | undefined {
    const known = this.#names.get(sameName(name));
    if (!known || !post) return known?.all;
    const same = [known.posts.get(sameName(post.text)), known.postless].filter((each) => each !== undefined);
    return same.sort((one, other) => this.#place(one) - this.#place(other))[0];
  }

  add(listed: Listed, name: string): void {
    const known: Known = this.#names.get(sameName(name)) ?? { all: listed, posts: new Map() };
    this.#names.set(sameName(name), known);
    this.#order.set(listed, this.#order.size);
    const post = listed.person.post && sameName(listed.person.post.text);
    if (post === undefined) known.postless ??= listed;
    else if (!known.posts.has(post)) known.posts.set(post, listed);
  }

  #place(listed: Listed): number {
    return this.#order.get(listed) ?? 0;
  }
}

export default rule({
  id: 'org/duplicate-person',
  title: '同一人在领导小组里出现两次',
  why: '一个人既是副组长又是成员，或者名单里列了两遍，多半是增减人员时没有删净。办公室主任由组内的人兼任，不在此列。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan(subject, tell) {
    for (const { leaders } of leaderGroups(subject)) {
      const seen = new Namesakes();
      for (const [role, persons = []] of Object.entries(rolesOf(leaders)))
        for (const person of persons) {
          const { fullName } = person;
          if (!fullName) continue;
          const before = seen.find(person, fullName.text);
          if (before?.person.fullName && !(isPost.test(fullName.text) && !person.post))
            tell(
              fullName,
              before.role === role
                ? `${role}里“${fullName.text}”列了两次。`
                : `“${fullName.text}”已经是${before.role}，又列为${role}。`,
              {
                advice: '留一处；是同名的两个人，分别写上职务。',
                related: [{ ...before.person.fullName, message: '前一处在这里' }],
              },
            );
          seen.add({ role, person }, fullName.text);
        }
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n组织机构:\n  组长: {姓名: 周守平, 职务: 镇长}\n  副组长: [{姓名: 林安和, 职务: 副镇长}]\n  成员: [⟦林安和⟧, 派出所]',
        right:
          '标题: 平安镇2026年工作要点\n组织机构:\n  组长: {姓名: 周守平, 职务: 镇长}\n  副组长: [{姓名: 林安和, 职务: 副镇长}]\n  成员: [派出所]',
        in: 'plan',
      },
      {
        wrong: '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  成员: [派出所, 综治办, ⟦派出所⟧]',
        right: '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  成员: [派出所, 综治办]',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n组织机构:\n  组长: {姓名: 周守平, 职务: 镇长}\n  成员: [{姓名: 周守平, 职务: 柳溪村党支部书记}]',
      '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  副组长: [副镇长, 副镇长]',
      '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  副组长: {姓名: 林安和, 职务: 副镇长}\n  办公室: {设在: 镇综治办, 主任: 林安和}',
    ],
  }),
});
