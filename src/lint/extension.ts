import { presets, type Rule, type Tell } from './rule.ts';

/** What an extension exports, as rules; or what of it is none. */
export function rulesOf(exported: unknown): { rules: Rule[]; faults: string[] } {
  const all: unknown[] = Array.isArray(exported) ? exported : [exported];
  const faults = all.flatMap((each, index) => faultsOf(each, index));
  return { rules: faults.length > 0 ? [] : all.map((each) => completed(each as Rule)), faults };
}

type Loose = Partial<Record<keyof Rule, unknown>>;

function faultsOf(each: unknown, index: number): string[] {
  if (typeof each !== 'object' || each === null)
    return ['应导出一条规则，或规则的数组：export default { id: …, passage(…) { … } }。'];
  const rule = each as Loose;
  const name = typeof rule.id === 'string' ? `规则“${rule.id}”` : `第 ${index + 1} 条规则`;
  const mustBe = (fine: boolean, what: string) => (fine ? [] : [`${name}的 ${what}。`]);
  const oneOf = (value: unknown, ...known: readonly unknown[]) => known.includes(value);
  const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
  return [
    ...mustBe(typeof rule.id === 'string' && /^[^\s/]+\/[^\s/]+$/.test(rule.id), 'id 应是“组/名称”'),
    ...mustBe(isText(rule.title), 'title 应是几个字：查什么'),
    ...mustBe(oneOf(rule.level, 'error', 'warning', 'info'), 'level 应是 error、warning 或 info'),
    ...mustBe(
      rule.preset === undefined || oneOf(rule.preset, ...presets),
      `preset 应是 ${presets.join('、')}`,
    ),
    ...mustBe(oneOf(rule.fix, undefined, 'none', 'unsafe', 'safe'), 'fix 应是 none、unsafe 或 safe'),
    ...mustBe(
      typeof rule.passage === 'function' ? Array.isArray(rule.kinds) : typeof rule.plan === 'function',
      'passage（与 kinds 一起）或 plan 应是函数',
    ),
    ...mustBe(oneOf(typeof rule.texts, 'function', 'object'), 'texts 应有 examples 和 silent'),
    ...mustBe(rule.options === undefined, 'options 不能有：扩展的规则没有选项'),
  ];
}

/** What may be left out is as usual. */
function completed(rule: Rule): Rule {
  const { texts } = rule;
  const given = () => (typeof texts === 'function' ? texts() : (texts as ReturnType<Rule['texts']>));
  return {
    ...rule,
    why: rule.why ?? '本单位自定。',
    basis: rule.basis ?? '本单位规定',
    preset: rule.preset ?? 'recommended',
    fix: rule.fix ?? 'none',
    since: rule.since ?? '—',
    texts: () => ({ ...given(), examples: given()?.examples ?? [], silent: given()?.silent ?? [] }),
  };
}

/** The rule with what it does held in bounds: what it throws and tells amiss is handed to `failed`, which throws. */
export function guarded(rule: Rule, failed: (reason: string) => never): Rule {
  const guard = (look: (tell: Tell) => void, tell: Tell) => {
    try {
      look((at, message, more) => {
        const isPlace = Number.isInteger(at?.start) && Number.isInteger(at?.end) && at.start <= at.end;
        if (!isPlace || typeof message !== 'string' || message === '')
          throw new TypeError('tell 应是 tell(passage.span(从, 到), 一句话)');
        tell(at, message, more);
      });
    } catch (thrown) {
      failed(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
  const { passage, plan } = rule;
  return {
    ...rule,
    ...(passage && {
      passage: (each, tell, subject, options) =>
        guard((guardedTell) => passage.call(rule, each, guardedTell, subject, options), tell),
    }),
    ...(plan && {
      plan: (subject, tell, options) =>
        guard((guardedTell) => plan.call(rule, subject, guardedTell, options), tell),
    }),
  };
}
