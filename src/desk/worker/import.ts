import { printedOf } from '../../engine/import/foreign.ts';
import { imported, structured } from '../../engine/import/imported.ts';
import { made } from '../../engine/import/made.ts';
import { withPictureFiles } from '../../engine/import/pictures.ts';
import { told } from '../../engine/import/told.ts';
import { nextYear } from '../../writing/next-year.ts';
import { worldOf } from './world.ts';

/** A file that was dropped, or words that were pasted, as plans; and what is to be said of them. */
export interface Import {
  plans: readonly { title: string; text: string }[];
  told: readonly string[];
  /** The same plans with the years moved on, where they say of which year they are. */
  next?: readonly string[];
}

export async function importFile(shown: string, bytes: Uint8Array): Promise<Import> {
  const ending = /\.[^.]*$/.exec(shown)?.[0].toLowerCase() ?? '';
  const printed = await printedOf({ shown, ending, bytes, tracked: 'accepted' });
  const structure = structured(printed, shown);
  const all = await imported(printed, structure, (plan) => made(plan, shown, worldOf(shown)));
  const lines = told({
    structure,
    made: all.made,
    notes: printed.notes,
    lost: all.lost,
    relabelled: all.relabelled,
  });
  const { saved } = withPictureFiles(printed, '');
  if (saved.length > 0)
    lines.push(`${saved.length} 张图片没有带进来：网页没有地方存。用 pingan import 转，图片就在计划旁边。`);
  const texts = all.made.map(({ plan }) => plan.text);
  const next = texts.flatMap((text) => nextYear(text)?.text ?? []);
  return {
    plans: all.made.map(({ plan }) => ({ title: plan.title, text: plan.text })),
    told: lines,
    ...(next.length === texts.length && { next }),
  };
}
