import type { Problem, Report } from '../schema/problem.ts';
import { error } from '../schema/problem.ts';
import { check } from './check.ts';
import { lineTraps } from './line-traps.ts';
import { type Plan, readPlan } from './plan.ts';
import { parseYaml } from './yaml.ts';

/** Reads a plan file. `plan` is there whenever the notation could be read, even if `problems` holds errors. */
export function read(source: string): { plan?: Plan; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const plan = readRoot(source, report);
  if (plan && !problems.some(({ severity }) => severity === 'error')) check(plan, report);
  return { ...(plan && { plan }), problems: problems.sort((a, b) => a.start - b.start) };
}

function readRoot(source: string, report: Report): Plan | undefined {
  const node = parseYaml(source, report);
  if (node === undefined) return undefined;
  if (node.kind === 'map') return readPlan(node, report);
  const first = { start: 0, end: Math.max(1, source.split('\n', 1)[0]?.length ?? 1) };
  if (node.kind === 'empty')
    return error(report, 'plan/empty', first, '文件里没有内容。', '至少写上“标题: …”和“正文:”。');
  if (lineTraps(source, report)) return undefined;
  return error(
    report,
    'plan/shape',
    first,
    '这不是计划文件：应由“键: 值”组成。',
    '第一行写成“标题: …”，冒号用半角，后面空一格。',
  );
}
