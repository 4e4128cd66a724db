import { type Configuration, plain } from '../configuration/configuration.ts';
import { printablePicture } from '../package/printable-picture.ts';
import type { TemplateFiles } from '../template/compose.ts';
import { shipped } from './shipped.ts';
import type { World } from './world.ts';

/** What somebody lays around a plan, beside what comes with pingan. */
interface Own {
  /** Templates by their places, as in a folder of templates. */
  templates?: ReadonlyMap<string, string>;
  beside?: World['beside'];
  configuration?: Configuration;
}

/** A world without a disk: the templates that were built in, and what somebody gives. */
export function shippedWorld({ templates: own = new Map(), beside, configuration = plain }: Own = {}): World {
  const all = new Map([...shipped, ...own]);
  return {
    kinds: () => [...all.keys()].flatMap((place) => /^([^/]+)\/document\.hbs$/.exec(place)?.[1] ?? []),
    templates(kind): TemplateFiles {
      const partials = new Map(
        [...all].flatMap(([path, source]) => {
          const name = /^partials\/(.+)\.hbs$/.exec(path)?.[1];
          return name === undefined ? [] : [[name, { source, path }] as const];
        }),
      );
      const path = `${kind}/document.hbs`;
      const source = own.get(path) ?? own.get('document.hbs') ?? all.get(path) ?? '';
      return { document: { source, path }, partials };
    },
    beside: beside ?? (() => undefined),
    configuration: async () => configuration,
    ...(beside && { album: (file) => printablePicture(file, beside(file)) }),
  };
}
