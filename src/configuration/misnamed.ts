import { nearest } from '../text/nearest.ts';
import { configurationNames } from './configuration.ts';

/** What is wrong with the name of a file that was meant to be a configuration, and what to do about it. */
export interface Misnamed {
  what: string;
  way: string;
}

/** Names that a configuration is given by mistake; a hidden ending is nothing that one sees. `isThere` knows the other files of its folder. */
export function misnamed(
  name: string,
  isThere: (name: string) => boolean,
  isPlan: (name: string) => boolean,
): Misnamed | undefined {
  const bare = name.replace(/\.txt$/i, '').toLowerCase();
  const known: readonly string[] = configurationNames;
  const [configurationName] = configurationNames;
  if (name === known[1] && isThere(configurationName))
    return {
      what: `${name} 没有用上：旁边有 ${configurationName}`,
      way: `把 ${name} 并到 ${configurationName} 里，或删去。`,
    };
  if (known.includes(name)) return undefined;
  const isMeant =
    /^\.?pingan(?:(?:rc|\.config)(?:\.(?:ya?ml|json|js|toml))?|\.(?:ya?ml|json|toml))$/.test(bare) ||
    // Without an ending it is the program itself, more likely.
    (/^ping.*\./.test(bare) && nearest(bare, known) !== undefined);
  // A plan may go by any name.
  return isMeant && isThere(name) && !isPlan(name)
    ? {
        what: `${name} 没有用上：配置文件叫 ${configurationName}`,
        way: `把 ${name} 改名为 ${configurationName}。`,
      }
    : undefined;
}
