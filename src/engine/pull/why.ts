import type { TemplateFiles } from '../../template/compose.ts';
import type { Candidate } from './candidate.ts';
import { formOf } from './expected.ts';
import type { MadeParagraph } from './paragraph.ts';

/** Why a change isn't carried into the plan, and what to do. */
export function whyNot(
  candidate: Candidate,
  elsewhere: readonly string[] | undefined,
  templates: TemplateFiles,
  all: readonly MadeParagraph[],
): string {
  const { kind, name, words = '' } = candidate;
  const others = (elsewhere ?? []).map((text) => `“${short(text)}”`);
  const places = others.slice(0, 3).join('、') + (others.length > 3 ? `等 ${others.length} 处` : '');
  if (kind === 'variable' && others.length > 0)
    return `这里印的是变量“${name}”的值，改它，${places}也会跟着变。都要变的，改“变量”里的值；只变这一处的，把这里的 {{${name}}} 换成字。`;
  if (kind === 'variable')
    return `这里印的是变量“${name}”的值，改了哪里说不准，请自己改“变量”（表格或 --set 给的值在那里改）。`;
  if (kind === 'template') return templateWhy(words, templates);
  if (kind === 'words' && others.length > 0)
    return `同一段文字还印在${places}，那里没有改。都要改的，把那里也改好再收回，或者直接改计划。`;
  if (kind === 'gone' && others.length > 0)
    return `在计划里，它和${places}写在一处，那里没有删，所以没有写进计划。整项都不要的，把那里也删去再收回，或者直接改计划。`;
  const title = titleLeft(candidate, all);
  if (title)
    return `“${short(title)}”下面就没有内容了，这样的计划写不出来，没有写进计划。请补上内容，或者连标题一起删。`;
  return reasons[kind];
}

/** The value stands in a table, and not in the plan. */
export function inCell(place: string, value: string | undefined): string {
  const how = value === undefined ? '在表里改' : value === '' ? '在表里把它删去' : `在表里改成“${value}”`;
  return `这里印的是 ${place}的值，没有写进计划；${how}，再生成这一份，别处印的也跟着变。`;
}

/** The title whose whole content is gone or was moved away, with the next title of its level behind it. */
function titleLeft({ pairs }: Candidate, all: readonly MadeParagraph[]): string | undefined {
  const away = pairs.flatMap((pair) =>
    pair.kind === 'gone' ? pair.made : pair.kind === 'moved' ? [pair.made] : [],
  );
  const [first] = away;
  const at = first ? all.indexOf(first) : 0;
  const [title, next] = [all[at - 1], all[at + away.length]];
  if (!title || first?.number || !title.number || /[。；！？：]$/.test(title.text)) return undefined;
  return next?.number && formOf(next.number) === formOf(title.number) ? title.text : undefined;
}

const reasons: Record<Candidate['kind'], string> = {
  words: '看不出该改计划里的哪一处，没有写进计划，请自己改。',
  variable: '这里印的是变量的值，请自己改“变量”。',
  template: '这些字是模板里的。',
  new: '看不出新加的该放在计划的哪里，没有写进计划，请自己加。',
  gone: '看不出该删去计划里的什么，没有写进计划，请自己删。',
  moved: '看不出该怎样移动计划里的内容，没有写进计划，请自己移。',
  split: '这一段不能在计划里分成几段，没有写进计划，请自己改。',
  merged: '这几段不能在计划里并成一段，没有写进计划，请自己改。',
};

/** Which template says some words. */
function templateWhy(words: string, { document, partials }: TemplateFiles): string {
  const parts = words.split(/[\s（）()、，。；《》]+/).filter((each) => each.length > 1);
  const says = (source: string) => parts.length > 0 && parts.every((each) => source.includes(each));
  const [name] = [...partials].find(([, { source }]) => says(source)) ?? [];
  const kind = /^([^/]+)\/document\.hbs$/.exec(document.path ?? '')?.[1];
  const template = name ?? (says(document.source) ? kind : undefined);
  if (template === undefined) return `“${words}”不是计划里写的字，是生成文件时加上的，没有写进计划。`;
  return `“${words}”是模板里的字，没有写进计划；要改，运行 pingan template ${template}，改复制出来的那一份。`;
}

function short(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > 20 ? `${words.slice(0, 20)}……` : words;
}
