import { edited } from './edits.ts';
import { map, written } from './yaml.ts';

/** A name and the value of it that is looked for. */
export interface Variable {
  name: string;
  value: string;
}

export interface WithVariables {
  text: string;
  /** How often each was found; a figure with what it counts, since the same one may count other things. */
  found: { variable: Variable; count: number; counted: string[] }[];
}

/** Before and behind a Han word, what makes a longer name of it: 东柳溪村, 柳溪村民委员会, 柳溪镇. */
const before = /[东西南北上下大小新老中前后]$/;
const behind = /^(?:民委员会|民(?!兵|警|政|调|间|主|生|心|族|营|用|办)|委会委员)/;
const unit = /^[省市县区乡镇村社组街路河山湖港岭坪湾]/;

/** A plan in which values are variables with these values: whole words only, in every text. */
export function withVariables(source: string, variables: readonly Variable[]): WithVariables {
  // A longer value may hold a shorter one.
  const wanted = variables
    .filter(({ value }) => value.trim() !== '')
    .sort((a, b) => b.value.length - a.value.length);
  const counts = new Map(wanted.map((each) => [each, 0]));
  const counted = new Map(wanted.map((each) => [each, new Set<string>()]));
  const text = edited(source, ({ text: words }, { role }) => {
    if (role === 'setting' || role === 'variable') return undefined;
    const changes: { from: number; to: number; text: string }[] = [];
    for (const variable of wanted)
      for (const at of placesOf(words, variable.value)) {
        const to = at + variable.value.length;
        if (changes.some((each) => each.from < to && at < each.to)) continue;
        changes.push({ from: at, to, text: `{{${variable.name}}}` });
        counts.set(variable, (counts.get(variable) ?? 0) + 1);
        const [what = ''] = words.slice(to, to + 2);
        if (/^[\d.]+$/.test(variable.value)) counted.get(variable)?.add(variable.value + what);
      }
    return { changes: changes.sort((a, b) => a.from - b.from) };
  });
  const used = wanted.filter((each) => (counts.get(each) ?? 0) > 0);
  const own = map([{ key: '变量', value: map(used.map(({ name, value }) => ({ key: name, value }))) }]);
  return {
    text: used.length > 0 ? `${text}\n${written(own)}` : text,
    found: variables.map((variable) => ({
      variable,
      count: counts.get(variable) ?? 0,
      counted: [...(counted.get(variable) ?? [])],
    })),
  };
}

/** The places at which a value stands as a word of its own. */
function placesOf(text: string, value: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length))
    if (isWhole(text.slice(0, at), value, text.slice(at + value.length))) places.push(at);
  return places;
}

function isWhole(front: string, value: string, rest: string): boolean {
  if (front.lastIndexOf('{{') > front.lastIndexOf('}')) return false;
  if (/^[\d.]/.test(value) && /(?:\d|\d[.,])$/.test(front)) return false;
  if (/\d$/.test(value) && /^(?:\d|[.,]\d|%)/.test(rest)) return false;
  // 10月 is a date, whatever else is 10.
  if (/^\d+$/.test(value) && (/^[年月日号时]/.test(rest) || /第$/.test(front))) return false;
  if (/^\w/.test(value) && /[A-Za-z]$/.test(front)) return false;
  if (/\w$/.test(value) && /^[A-Za-z]/.test(rest)) return false;
  if (!/\p{Script=Han}$/u.test(value)) return true;
  if (before.test(front) && !/[省市县区乡镇]$/.test(front)) return false;
  return !behind.test(rest) && !(unit.test(rest) && !/[省市县区乡镇村社组]$/.test(value));
}
