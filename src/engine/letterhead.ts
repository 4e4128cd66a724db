import type { Plan } from '../plan/plan.ts';
import type { Letterhead } from '../reading/docx/letterhead.ts';
import { error, type Report } from '../schema/problem.ts';
import type { World } from './world.ts';

/** The letterhead that a plan names, beside the plan; what is wrong with it is reported at its name. */
export async function letterheadOf(
  plan: Plan,
  { beside, reach }: World,
  report: Report,
): Promise<Letterhead | undefined> {
  const name = plan.layout?.letterhead;
  if (name === undefined) return undefined;
  const bytes = beside(name.text.trim());
  if (bytes === undefined) {
    const advice = reach ?? '写 Word 文件的名称，放在计划旁边；在别的目录里的，写从计划算起的路径。';
    return error(report, 'plan/letterhead', name, `找不到信头“${name.text}”。`, advice);
  }
  const { letterhead, PackageError } = await import('../reading/docx/letterhead.ts');
  try {
    return letterhead(bytes);
  } catch (thrown) {
    if (!(thrown instanceof PackageError)) throw thrown;
    return error(report, 'plan/letterhead', name, `信头“${name.text}”用不了：${thrown.message}`);
  }
}
