// What of other people's work is in the bundle: told by esbuild, package by package.
import { readFileSync } from 'node:fs';

/**
 * The packages that are in the bundle: the folder that each is installed in, by which the lockfile knows it too, what it
 * says of itself, and the names of packages of which it was published with copies.
 */
export function shippedPackages(...metafiles) {
  const files = new Map();
  for (const { inputs } of metafiles.flatMap(({ outputs }) => Object.values(outputs)))
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      // A package may be installed within another one.
      const folder = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
      if (folder === undefined || bytesInOutput === 0) continue;
      files.set(folder, [...(files.get(folder) ?? []), file]);
    }
  return [...files.keys()].sort().map((folder) => {
    const about = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    return { folder, ...about, copies: [...new Set(files.get(folder).flatMap(copies))].sort() };
  });
}

/** Bundlers name the file that a stretch of their output comes from. */
function copies(file) {
  const stretches = readFileSync(file, 'utf8').matchAll(/^\/\/ node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm);
  return [...stretches].map(([, name]) => name);
}

/** The licences of all of them, for dist/LICENSES.txt. */
export function licences(packages) {
  const own = packages.map(({ folder, name, version, license }) => ({
    folder,
    title: `${name} ${version} (${license})`,
  }));
  const copied = packages.flatMap(({ name, copies }) =>
    copies
      .filter((copy) => !packages.some((each) => each.name === copy))
      .map((copy) => ({ folder: `node_modules/${copy}`, title: `${copy}, in ${name}` })),
  );
  return [...own, ...copied]
    .map(({ folder, title }) => `${title}\n\n${licence(folder)}`)
    .join(`\n${'-'.repeat(72)}\n\n`);
}

function licence(folder) {
  for (const file of ['LICENSE', 'LICENSE.md', 'license', 'LICENCE', 'LICENSE.txt', 'LICENSE-MIT']) {
    try {
      return readFileSync(`${folder}/${file}`, 'utf8');
    } catch {
      // Try the next spelling.
    }
  }
  return '';
}
