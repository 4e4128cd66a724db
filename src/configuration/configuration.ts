import type { Preset, Rule } from '../lint/rule.ts';
import type { Choices, Setting } from '../lint/settings.ts';
import type { Severity } from '../schema/problem.ts';

/** Never a plan, whatever pattern it fits. The first of them that lies in a folder holds there. */
export const configurationNames = ['pingan.config.yaml', 'pingan.config.yml'] as const;

/** What one configuration file says about rules, for all files or for some. */
export interface Layer {
  applies(file: string): boolean;
  settings: Setting[];
  allowed: Map<string, string[]>;
}

/** Everything that configuration files say, the ones they build on included. */
export interface Configuration {
  /** The file it starts from, if there is one. */
  file?: string;
  preset: Preset;
  layers: Layer[];
  own: Rule[];
  ignored(file: string): boolean;
  baseline?: string;
  failOn: Severity | 'never';
  maxWarnings?: number;
  comments: NonNullable<Choices['comments']>;
}

export const plain: Configuration = {
  preset: 'recommended',
  layers: [],
  own: [],
  ignored: () => false,
  failOn: 'error',
  comments: 'heeded',
};
