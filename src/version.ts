import packageJson from '../package.json' with { type: 'json' };

export const version: string = packageJson.version;

/** The least version of Node that it runs on. */
export const nodeFloor: string = packageJson.engines.node.replace(/[^\d.]/g, '');
