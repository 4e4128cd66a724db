import { nearest } from '../text/nearest.ts';

/** A folder that templates are taken from, or was meant to be one. */
interface TemplateFolder {
  /** As it is seen from the plan. */
  name: string;
  /** The files in it and in the folders in it, with “/” between. */
  files(): readonly string[];
}

/** A template that comes with pingan. */
interface Shipped {
  name: string;
  kind: boolean;
}

interface Around {
  folders: readonly (TemplateFolder & { text(file: string): string })[];
  /** Folders beside the plan that nothing is taken from. */
  others: readonly TemplateFolder[];
  shipped(): readonly Shipped[];
  /** Names that templates may call besides those they write out. */
  called: readonly string[];
}

/** The folder that a plan's own templates may stand in, beside the plan. */
export const ownFolder = '模板';

/** What Windows and editors put behind the name of a text without showing it. */
const hiddenEnding = /\.(?:txt|html?|md|docx?|rtf)$/i;

/** What stands among a plan's own templates without being used: in the wrong folder, with the wrong ending, misspelt. */
export function strayTemplates({ folders, others, shipped, called }: Around): string[] {
  const misspelt = others.flatMap(meantForTemplates);
  const all = folders.map(({ name, files, text }) => ({ name, files: files(), text }));
  if (all.every(({ files }) => files.length === 0)) return misspelt;
  const ours = shipped();
  const known = new Set([...called, ...ours.filter(({ kind }) => !kind).map(({ name }) => name)]);
  for (const { files, text } of all)
    for (const file of files)
      for (const name of file.endsWith('.hbs') ? calledBy(text(file)) : []) known.add(name);
  const strays = all.flatMap(({ name, files }) =>
    files.flatMap((file) => {
      const why = stray(file, known, ours);
      return why === undefined ? [] : [`${name === '.' ? '' : `${name}/`}${file} 没有用上：${why}`];
    }),
  );
  return [...misspelt, ...strays];
}

function meantForTemplates({ name, files }: TemplateFolder): string[] {
  const isMeant = /^templates?$/i.test(name) || nearest(name, [ownFolder]) !== undefined;
  return isMeant && files().some((file) => /\.hbs/i.test(file))
    ? [`${name}/ 没有用上：放模板的目录叫“${ownFolder}”，改成这个名称，或用 --template ${name} 指定。`]
    : [];
}

function stray(file: string, known: ReadonlySet<string>, shipped: readonly Shipped[]): string | undefined {
  const at = file.lastIndexOf('/');
  const [folder, base] = [at < 0 ? '.' : file.slice(0, at), file.slice(at + 1).normalize()];
  const bare = base.replace(hiddenEnding, '');
  const name = bare.replace(/\.hbs$/i, '');
  if (!/\.hbs$/i.test(bare) && !known.has(name)) return undefined;
  const isDocument = name === 'document' && folder !== 'partials' && !folder.includes('/');
  const isKind = shipped.some((each) => each.kind && each.name === name);
  const right = isDocument
    ? `${folder === '.' ? '' : `${folder}/`}document.hbs`
    : known.has(name)
      ? `partials/${name}.hbs`
      : isKind
        ? `${name}/document.hbs`
        : undefined;
  if (right === file.normalize()) return undefined;
  if (!base.endsWith('.hbs'))
    return `名称应是“${right ?? `${name}.hbs`}”；看不到文件名末尾的，在“查看”里打开“文件扩展名”再改。`;
  if (right !== undefined) return `应放在“${right}”${isKind ? `，“${name}”是文种` : '，它是片段'}。`;
  if (name === 'document') return '文种的模板只放在一层目录里，如“通知/document.hbs”。';
  const near = nearest(name, [...known, 'document']);
  if (near !== undefined) return `没有“${name}”这个片段，是不是“${near}”？`;
  return folder === 'partials'
    ? `没有模板写“{{> ${name}}}”。`
    : '片段放在“partials/”里；一个文种的模板叫“document.hbs”。';
}

/** The partials that a template names. */
function calledBy(source: string): string[] {
  return [
    ...source.matchAll(/\{\{[~#]*>\s*(?:\(部分[^)]{0,200}?["']([^"']+)["']\s*\)|["']?([^\s"'(){}~]+))/g),
  ].flatMap(([, chosen, name]) => [chosen ?? name ?? '']);
}
