import { EditedDocument } from '../edited-document.ts';
import { change, kinds } from '../random-edits.ts';
import type { Chance } from './chance.ts';
import { chosen, damaged, mistyped, repacked } from './damage.ts';
import { foreign } from './foreign.ts';
import { left } from './left.ts';
import { mutated, mutatedBytes } from './mutation.ts';
import { bytes, plans, raw, short, tables } from './samples.ts';
import type { Scenario } from './scenario.ts';

export function importing(made: Scenario, chance: Chance): void {
  const { name, content } = foreign(chance);
  made.files = {
    [name]:
      typeof content !== 'string'
        ? repacked(content, chance)
        : chance.is(0.2)
          ? bytes(mutatedBytes(Buffer.from(content), chance))
          : mutated(content, chance),
    '去年.yaml': short,
    '村.csv': damaged(tables['村.csv'] ?? '', chance),
  };
  made.args = ['import', name, '-o', chance.one(['新.yaml', '新/'])];
  const variables = chance.is(0.5) ? '村.csv' : `村名=${mistyped('平安', chance)}`;
  made.args.push(
    ...chosen(chance, 0.25, [
      ['--next-year'],
      ['--variables', variables],
      ['--tracked', 'original'],
      ['--outline', 'json'],
      ['--against', '去年.yaml'],
    ]),
  );
  if (chance.is(0.1)) [made.input, made.args] = [made.files[name] ?? '', ['import', '-']];
  else if (made.args.includes('新.yaml')) made.next = [['gen', '新.yaml', '-f', 'docx', '--force']];
}

/** A review copy that somebody has edited, in Word or otherwise. */
export async function pulling(made: Scenario, chance: Chance): Promise<void> {
  const plan = chance.is(0.5) ? short : chance.one(plans);
  const typed = ['gen', '计划.yaml', '-o', '稿.docx', '--force', ...chosen(chance, 0.7, [['--review']])];
  const files = await left({ '计划.yaml': plan }, typed);
  // Some plans want pictures or values that don't lie here.
  const document = files['稿.docx'] ?? (await left({ '计划.yaml': short }, typed))['稿.docx'] ?? '';
  const edited = new EditedDocument(raw(document));
  for (let times = chance.below(4); times > 0; times--)
    change(edited, chance.one(kinds), (sides) => chance.below(sides));
  made.files = {
    '计划.yaml': chance.is(0.2) ? mutated(plan, chance) : plan,
    '村.csv': damaged(tables['村.csv'] ?? '', chance),
    '稿.docx': chance.is(0.4) ? repacked(edited.bytes(), chance) : bytes(edited.bytes()),
  };
  made.args = ['pull', '稿.docx', ...chosen(chance, 0.8, [['计划.yaml']])];
  made.args.push(...chance.one([[], ['--write'], ['--write'], ['--patch'], ['--json'], ['--report']]));
  made.args.push(
    ...chosen(chance, 0.1, [
      ['--author', mistyped('甲', chance)],
      ['--set', mistyped('村名=柳溪村', chance)],
      ['--data', '村.csv'],
      ['--where', mistyped('村名=柳溪村', chance)],
    ]),
  );
  if (made.args.includes('--write')) made.next = [['gen', '计划.yaml', '-f', 'md', '--force']];
}

/** The empty table of a plan, and what comes of it once somebody has filled it in. */
export async function tabled(made: Scenario, chance: Chance): Promise<void> {
  const typed = ['table', '计划.yaml', '-o', '出/村表.xlsx'];
  const fill = ['batch', '计划.yaml', '--data', '出/村表.xlsx', '-o', '出', '-f', 'md', '--force'];
  made.args = chance.is(0.5) ? typed : [...typed, '--set', mistyped('村名=柳溪村', chance)];
  made.next = [fill, typed];
  if (chance.is(0.5)) return;
  made.files = { ...(await left({ '计划.yaml': short }, typed)) };
  made.files['出/村表.xlsx'] = damaged(made.files['出/村表.xlsx'] ?? '', chance);
  [made.args, made.next] = [fill, [typed]];
}

/** The ledger of last period, with what was typed into it. */
export async function ledger(made: Scenario, chance: Chance): Promise<void> {
  const { '台账.xlsx': last = '' } = await left({ '计划.yaml': short }, [
    'tasks',
    '计划.yaml',
    '-o',
    '台账.xlsx',
  ]);
  made.files['台账.xlsx'] = chance.is(0.8) ? damaged(last, chance) : last;
  made.args = ['tasks', '计划.yaml', '-o', '新台账.xlsx'];
  if (chance.is(0.7)) made.args.push('--against', '台账.xlsx');
  if (chance.is(0.3)) made.args.push('--set', mistyped('村名=柳溪村', chance));
  made.next = [['tasks', '计划.yaml', '--against', '新台账.xlsx', '-o', '再.xlsx']];
}
