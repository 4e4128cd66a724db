import { misnamed } from '../../configuration/misnamed.ts';
import { shipped } from '../../engine/shipped.ts';
import { isPlan } from '../../plan/known-keys.ts';
import { sections } from '../../plan/sections.ts';
import { ownFolder, strayTemplates } from '../../template/stray.ts';

/** What lies in the folder that is open, by names below it with “/” between. */
interface Lying {
  names: readonly string[];
  text(name: string): string;
}

/** What lies beside a plan and was meant for it, but isn't used. */
export function straysBeside(home: string, { names, text }: Lying): string[] {
  const below = names.flatMap((name) => (name.startsWith(home) ? [name.slice(home.length).normalize()] : []));
  const filesOf = (folder: string) =>
    below.flatMap((name) => {
      const file = name.startsWith(`${folder}/`) ? name.slice(folder.length + 1) : '';
      // Deeper down nobody keeps templates.
      return file !== '' && file.split('/').length <= 3 ? [file] : [];
    });
  const folders = [...new Set(below.flatMap((name) => /^([^/]+)\//.exec(name)?.[1] ?? []))];
  const files = new Set(below.filter((name) => !name.includes('/')));
  const read = (name: string) => text(`${home}${name}`);
  const configurations = [...files].flatMap((name) => {
    const found = misnamed(
      name,
      (other) => files.has(other),
      (other) => isPlan(read(other)),
    );
    return found ? [`${found.what}。${found.way}`] : [];
  });
  const templates = strayTemplates({
    folders: [
      { name: ownFolder, files: () => filesOf(ownFolder), text: (file) => read(`${ownFolder}/${file}`) },
    ],
    others: folders
      .filter((name) => name !== ownFolder)
      .map((name) => ({ name, files: () => filesOf(name) })),
    shipped: () => comingAlong,
    called: Object.values(sections).map(({ label }) => label),
  });
  return [...configurations, ...templates];
}

/** The templates that come with pingan. */
const comingAlong = [...shipped.keys()].flatMap((place) => {
  const name = /^partials\/(.+)\.hbs$/.exec(place)?.[1];
  const kind = /^([^/]+)\/document\.hbs$/.exec(place)?.[1];
  return name !== undefined
    ? [{ name, kind: false }]
    : kind !== undefined
      ? [{ name: kind, kind: true }]
      : [];
});
