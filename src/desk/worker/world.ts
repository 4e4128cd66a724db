import { type Configuration, configurationNames, plain } from '../../configuration/configuration.ts';
import { configurationAt } from '../../configuration/load.ts';
import type { Shelf } from '../../configuration/shelf.ts';
import { shippedWorld } from '../../engine/shipped-world.ts';
import type { World } from '../../engine/world.ts';
import { UserError } from '../../errors.ts';
import { pictureElsewhere, printablePicture } from '../../package/printable-picture.ts';
import { brokenText, decode } from '../../text/encoding.ts';
import { folderOf, placeFrom, seenFrom } from './names.ts';
import { type FolderGiven, type OpenFolder, openFolder } from './open-folder.ts';
import { straysBeside } from './strays.ts';

/** What lies around a plan, as far as the page sees it. */
interface Seen extends World {
  /** What is used by the command and can't be here. */
  unused(): readonly string[];
}

/** What lies around a plan where the page sees no file but those that it is given. */
const alone: Seen = {
  ...shippedWorld(),
  unused: () => [],
  reach:
    '这一页看不到旁边的文件。用 Edge 或 Chrome 的，在开始页点“打开文件夹”，打开计划所在的文件夹；也可以用 pingan open。',
};

let given: FolderGiven | undefined;
let worlds = new Map<string, Seen>();

/** Opens a folder, or looks at it anew: something in it has become another. */
export function lookAround(folder = given): void {
  given = folder;
  worlds = new Map();
}

/** What lies around a plan, which is named as it is seen from the folder that is open. */
export function worldOf(plan: string): Seen {
  if (given === undefined) return alone;
  const home = folderOf(plan);
  const world = worlds.get(home) ?? around(home, openFolder(given));
  worlds.set(home, world);
  return world;
}

/** The same as `pingan gen` takes beside a plan, as far as it lies in the folder. */
function around(home: string, folder: OpenFolder): Seen {
  const read = (name: string) => {
    const place = placeFrom(home, name);
    return place === undefined ? undefined : folder.read(place);
  };
  const own = `${home}模板/`.normalize();
  const templates = folder.names.flatMap((name): [string, string][] => {
    const place = name.normalize();
    return place.startsWith(own) && place.endsWith('.hbs')
      ? [[place.slice(own.length), textOf(folder, name).replaceAll('\r\n', '\n')]]
      : [];
  });
  const unused: string[] = [];
  let strays: readonly string[] | undefined;
  let configuration: Promise<Configuration> | undefined;
  return {
    ...shippedWorld({ templates: new Map(templates) }),
    beside: read,
    album: (name) =>
      placeFrom('', name) === undefined ? pictureElsewhere(name) : printablePicture(name, read(name)),
    configuration: () => {
      configuration ??= configured(home, folder, unused);
      return configuration;
    },
    unused() {
      strays ??= straysBeside(home, { names: folder.names, text: (name) => textOf(folder, name) });
      return [...unused, ...strays];
    },
    reach: '这里只看得到打开的文件夹里的文件；在上一级的，打开上一级文件夹。',
  };
}

async function configured(home: string, folder: OpenFolder, unused: string[]): Promise<Configuration> {
  const names = new Set(folder.names);
  for (let place = home; ; place = folderOf(place.slice(0, -1))) {
    const file = configurationNames.map((name) => `${place}${name}`).find((each) => names.has(each));
    if (file !== undefined) return configurationAt(file, shelfOf(folder, unused));
    if (place === '') break;
  }
  if (folder.above !== undefined)
    unused.push(`配置文件 ${folder.above} 在打开的文件夹外面，没有用上；要用就打开它所在的文件夹。`);
  return plain;
}

const shelfOf = (folder: OpenFolder, unused: string[]): Shelf => ({
  text: (file) => textOf(folder, file),
  beside: (file, name) => placeFrom(folderOf(file), name) ?? name,
  seenFrom: (file, other) => seenFrom(folderOf(file), other),
  shown: (file) => file,
  extensionRules: async (names, file) => {
    const all = names.map(({ text }) => text).join('、');
    unused.push(`${file} 里的扩展（${all}）是程序，网页里不运行；它们的规则要用 pingan lint 查。`);
    return [];
  },
});

function textOf(folder: OpenFolder, name: string): string {
  const bytes = placeFrom('', name) === undefined ? undefined : folder.read(name);
  if (bytes === undefined) throw new UserError(`打开的文件夹里没有 ${name}。`);
  const decoded = decode(bytes);
  if (decoded === undefined)
    throw new UserError(
      brokenText(bytes, name) ?? `${name} 不是文本文件；用记事本存成纯文本，编码选 UTF-8。`,
    );
  return decoded.text;
}
