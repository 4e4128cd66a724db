import type { Chance } from './chance.ts';
import { chosen, mistyped } from './damage.ts';
import { mutated } from './mutation.ts';
import { configurations, plans, short } from './samples.ts';
import type { Scenario } from './scenario.ts';

/** The first plan of somebody, made into a document at once. */
export function beginning(made: Scenario, chance: Chance): void {
  const where = chance.one(['新.yaml', '新/', '计划.yaml', mistyped('新.yaml', chance)]);
  made.args = ['init', where, '--yes'];
  made.args.push(
    ...chosen(chance, 0.4, [
      ['--kind', chance.is(0.7) ? chance.one(['工作方案', '通知', '工作总结']) : mistyped('通知', chance)],
      ['--unit', mistyped('柳溪村村民委员会', chance)],
      ['--title', mistyped('柳溪村2026年工作要点', chance)],
      ['--year', chance.is(0.7) ? '2027' : mistyped('2027', chance)],
      ['--table'],
      ['--config'],
      ['--ci', chance.one(['github', 'gitlab', 'pre-commit'])],
    ]),
  );
  made.next = [['gen', '新.yaml', '-f', 'md,docx', '-o', '出/', '--force']];
}

/** Folders of plans, configurations and notes of what was wrong before. */
export function looking(made: Scenario, chance: Chance): void {
  made.files['甲/乙.yaml'] = mutated(short, chance);
  made.files['甲/丙/丁.yml'] = chance.one(plans);
  for (const [name, content] of Object.entries(configurations))
    made.files[`甲/${name}`] = chance.is(0.3) ? mutated(content, chance) : content;
  const what = chance.one([
    '.',
    '甲',
    '甲/**/*.yaml',
    '{计划,甲/乙}.yaml',
    '*',
    '/*/甲',
    mistyped('甲/*', chance),
  ]);
  made.args = ['lint', what];
  made.args.push(
    ...chosen(chance, 0.2, [
      ['--fix-dry-run'],
      ['--baseline', '出/基线.json', '--write-baseline'],
      ['-f', chance.one(['json=出/结果.json', 'sarif=计划.yaml', 'junit', mistyped('json=出/甲', chance)])],
      ['--max-warnings', mistyped('3', chance)],
      ['--fail-on', 'warning'],
      ['--print-config'],
      ['--allow-empty'],
      ['--no-config'],
    ]),
  );
  made.next = [['lint', what, '--baseline', '出/基线.json', ...chosen(chance, 0.3, [['--prune-baseline']])]];
}

export function other(made: Scenario, chance: Chance): void {
  made.args = chance.one([
    ['template'],
    ['template', '章节'],
    ['template', mistyped('章节', chance), '--for', '计划.yaml'],
    ['schema'],
    ['schema', '-o', mistyped('出/结构.json', chance)],
    ['lint', '*.yaml'],
    ['gen', '*.yaml', '-f', 'md'],
    ['gen', mistyped('*.yaml', chance), '-f', 'md'],
    ['completion', chance.one(['bash', 'zsh', 'fish', 'powershell'])],
    ['completion', mistyped('bash', chance), '-o', '出/补全'],
    ['open', '-o', chance.one(['网页.html', '计划.yaml', mistyped('网页.html', chance)])],
    ['help', mistyped('gen', chance)],
    ['lint', '--explain', mistyped('punct/half-width', chance)],
    ['lint', '--rules'],
    [mistyped('gen', chance), '计划.yaml'],
  ]);
}
