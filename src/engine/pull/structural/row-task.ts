import type { Mapping, Node } from '../../../schema/node.ts';
import type { MadeParagraph } from '../paragraph.ts';
import type { Place } from './place.ts';
import type { Standing } from './standing.ts';

/** A task that a row of 任务清单 is made of, and where in the list of tasks it stands. */
export interface Task {
  place: Place & { list: unknown };
  node: Mapping;
}

function rowOf(standing: Standing, made: MadeParagraph): MadeParagraph[] {
  return standing.made.filter(
    ({ cell }) => cell && cell.table === made.cell?.table && cell.row === made.cell.row,
  );
}

/** The entry that most cells of a row are texts of. */
export function taskOf(standing: Standing, made: MadeParagraph | undefined): Task | undefined {
  const counts = new Map<Node, { task: Task; count: number }>();
  for (const cell of made?.cell ? rowOf(standing, made) : []) {
    const step = standing
      .of(cell)[0]
      ?.trail.steps.findLast((each) => each.of === 'item' && each.node.kind === 'map');
    if (step?.of !== 'item' || step.node.kind !== 'map') continue;
    const task = { place: { list: step.list, index: step.index }, node: step.node };
    const known = counts.get(step.node);
    counts.set(step.node, { task, count: (known?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most && most.count > 1 ? most.task : undefined;
}
