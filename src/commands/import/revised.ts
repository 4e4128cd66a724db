import { append } from '../../text/long-lists.ts';
import { nextYear } from '../../writing/next-year.ts';
import type { WrittenPlan } from '../../writing/plan.ts';
import { withVariables } from '../../writing/variables.ts';
import type { Host } from '../host.ts';
import type { ImportOptions } from './options.ts';
import { variablesOf } from './variables.ts';

/** A plan as it was asked for: of the next year, with variables; and what to say about it. */
export async function revised(
  plan: WrittenPlan,
  { nextYear: isNext, variables }: ImportOptions,
  host: Host,
): Promise<{ plan: WrittenPlan; said: string[] }> {
  const said: string[] = [];
  let { text } = plan;
  if (isNext) {
    const moved = nextYear(text);
    if (!moved) said.push('看不出是哪一年的计划，年份没有改。');
    else {
      text = moved.text;
      said.push(`年份改了 ${moved.changed.length} 处：${moved.changed.slice(0, 12).join('；')}`);
      if (moved.left.length > 0)
        append(said, [
          '这些话里的年份没有改，请核对：',
          ...moved.left.slice(0, 12).map((each) => `  ${short(each)}`),
        ]);
    }
  }
  if (variables.length > 0) {
    const made = withVariables(text, await variablesOf(variables, text, host));
    text = made.text;
    for (const { variable, count, counted } of made.found)
      said.push(
        count > 0
          ? `“${variable.value}”换成 {{${variable.name}}}，${count} 处${counted.length > 1 ? `（${counted.slice(0, 6).join('、')}），不是一回事的请改回去` : ''}`
          : `没有找到“${variable.value}”（${variable.name}）`,
      );
  }
  return { plan: { ...plan, text }, said };
}

function short(text: string): string {
  return text.length > 50 ? `${text.slice(0, 50)}……` : text;
}
