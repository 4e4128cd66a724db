import { plain } from '../../configuration/configuration.ts';
import type { World } from '../../engine/world.ts';
import type { TemplateFiles } from '../../template/compose.ts';
import { templates } from './shipped.ts';

/** What lies around a plan in the page: the templates that were built into it, and nothing beside the plan. */
export const world: World = {
  kinds: () => [...templates.keys()].flatMap((place) => /^([^/]+)\/document\.hbs$/.exec(place)?.[1] ?? []),
  templates(kind): TemplateFiles {
    const partials = new Map(
      [...templates].flatMap(([path, source]) => {
        const name = /^partials\/(.+)\.hbs$/.exec(path)?.[1];
        return name === undefined ? [] : [[name, { source, path }] as const];
      }),
    );
    const path = `${kind}/document.hbs`;
    return { document: { source: templates.get(path) ?? '', path }, partials };
  },
  beside: () => undefined,
  configuration: async () => plain,
};
