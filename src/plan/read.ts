import { lineTraps } from '../notation/line-traps.ts';
import { parseYaml } from '../notation/yaml.ts';
import type { Node } from '../schema/node.ts';
import type { Problem, Report } from '../schema/problem.ts';
import { error } from '../schema/problem.ts';
import { check } from './check.ts';
import { isKnownKey, strayKeys } from './known-keys.ts';
import { ofMeeting, toldOfMeeting } from './of-meeting.ts';
import { outlined } from './outlined.ts';
import { type Plan, planNames, readPlan } from './plan.ts';

/** What became of a plan file. */
export interface Reading {
  /** What the file says, whenever the notation could be read. */
  root?: Node;
  /** There whenever the root is that of a plan, even if `problems` holds errors. */
  plan?: Plan;
  /** In the order of the file. */
  problems: Problem[];
}

export function read(source: string): Reading {
  const problems: Problem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const root = parsed(source, report);
  const typed = root && readRoot(root, source, report);
  const plan = typed && outlined(typed, report);
  if (plan && !problems.some(({ severity }) => severity === 'error')) check(plan, report);
  return {
    ...(root && { root }),
    ...(plan && { plan }),
    problems: explained(problems, source),
  };
}

/** How many errors the reader finds in a file. */
export function errorsIn(source: string): number {
  return read(source).problems.filter(({ severity }) => severity === 'error').length;
}

/** What a file says, if YAML can be read at all. */
export function parsedRoot(source: string): Node | undefined {
  return parsed(source, () => {});
}

function parsed(source: string, report: Report): Node | undefined {
  return parseYaml(source, report, isKnownKey, (typed) => planNames.find(typed) === 'body');
}

/**
 * What is told twice is told by its cause: a key with a dash before it isn't unknown, it was to be an entry; and keys
 * that belong below an empty one weren't indented.
 */
function explained(problems: readonly Problem[], source: string): Problem[] {
  const dashes = new Set(problems.filter(({ code }) => code === 'yaml/dash').map(({ start }) => start));
  const kept: Problem[] = [];
  const meeting = ofMeeting(problems);
  let below: Problem | undefined;
  const words = ({ start, end }: Problem) => source.slice(start, end);
  for (const problem of [...problems].sort((a, b) => a.start - b.start)) {
    if (problem.code !== 'yaml/dash' && dashes.has(problem.start)) continue;
    if (meeting.has(problem)) {
      kept.push(toldOfMeeting(problem));
      continue;
    }
    const last = kept.at(-1);
    const isInner = problem.code === 'plan/unknown-key' && isKnownKey(words(problem));
    if (isInner && below !== undefined) continue;
    below = undefined;
    const isKey = last !== undefined && /^["']? *:/.test(source.slice(last.end));
    if (isInner && last?.code === 'plan/empty' && isKey) {
      below = last;
      const message = `这一行没有缩进到“${words(last)}”里面。`;
      const advice = '它和下面属于同一部分的各行，行首都多空两格。';
      kept.splice(-1, 1, {
        severity: 'error',
        code: 'yaml/indent',
        start: problem.start,
        end: problem.end,
        message,
        advice,
      });
    } else kept.push(strayKeys.explained(problem));
  }
  return kept;
}

function readRoot(node: Node, source: string, report: Report): Plan | undefined {
  if (node.kind === 'map') return readPlan(node, report);
  const first = { start: 0, end: Math.max(1, source.split('\n', 1)[0]?.length ?? 1) };
  if (node.kind === 'empty')
    return error(report, 'plan/empty', first, '文件里没有内容。', '至少写上“标题: …”和“正文:”。');
  if (lineTraps(source, isKnownKey, report)) return undefined;
  return error(
    report,
    'plan/shape',
    first,
    '这不是计划文件：应由“键: 值”组成。',
    '第一行写成“标题: …”，冒号用半角，后面空一格。',
  );
}
