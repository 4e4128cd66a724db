import type { Plan } from '../plan/plan.ts';
import { textsOf } from '../plan/texts.ts';
import { type Passage, passages } from './passage.ts';

/** Every paragraph of a plan, typed by where it stands. Settings hold nothing to be read as language. */
export function passagesOf(plan: Plan): Passage[] {
  return textsOf(plan)
    .flatMap(({ text, place: { role, path, section } }) =>
      role === 'setting'
        ? []
        : passages(text, { kind: path === 'title' ? 'documentTitle' : role, path, section }),
    )
    .sort((a, b) => a.scalar.start - b.scalar.start);
}
