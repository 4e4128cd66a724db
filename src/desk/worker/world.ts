import { shippedWorld } from '../../engine/shipped-world.ts';

/** What lies around a plan in the page: the templates that were built into it, and nothing beside the plan. */
export const world = shippedWorld();
