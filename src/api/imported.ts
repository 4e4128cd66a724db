import { printedOf } from '../engine/import/foreign.ts';
import { imported, structured } from '../engine/import/imported.ts';
import { made } from '../engine/import/made.ts';
import { toldPictures, withPictureFiles, withSaved } from '../engine/import/pictures.ts';
import { told } from '../engine/import/told.ts';
import { shippedWorld } from '../engine/shipped-world.ts';
import { read } from '../plan/read.ts';
import { nextYear } from '../writing/next-year.ts';
import type { HowToImport, Imported } from './types.ts';

/** Makes plans of a foreign document, as `pingan import` does. */
export async function importedFrom(document: string | Uint8Array, how: HowToImport): Promise<Imported> {
  const { name, nextYear: moved = false, tracked = 'accepted' } = how ?? {};
  if (typeof name !== 'string') throw new TypeError('要写文件的名称，如 { name: "去年.docx" }。');
  if (typeof document !== 'string' && !ArrayBuffer.isView(document))
    throw new TypeError('文件应是它的字节（Uint8Array），或粘贴来的字符串。');
  const ending = /\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? '';
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document;
  const source = await printedOf({ shown: name, ending, bytes, tracked });
  const { printed, saved } = withPictureFiles(source, `${folderName(name)}-图片`);
  const structure = structured(printed, name);
  const all = await imported(printed, structure, (plan) =>
    made(plan, name, withSaved(shippedWorld(), saved)),
  );
  const texts = all.plans.map(({ text }) => text);
  return {
    plans: all.made.map(({ plan }) => {
      const text = moved ? nextYear(plan.text)?.text : undefined;
      return text === undefined
        ? { title: plan.title, text: plan.text }
        : { title: read(text).plan?.title?.text ?? plan.title, text };
    }),
    report: told({
      structure,
      made: all.made,
      notes: printed.notes,
      lost: all.lost,
      relabelled: all.relabelled,
      pictures: toldPictures(saved, texts),
    }),
    pictures: saved.map(({ file, bytes: content }) => ({ file, bytes: content })),
  };
}

/** What a file is called, as a folder may be called on any system. */
function folderName(name: string): string {
  const base = name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return base.replace(/[<>:"|?*\p{Cc}]/gu, '') || '计划';
}
