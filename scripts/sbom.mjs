// The bill of materials of the bundle, in CycloneDX 1.6: for tools that look for known vulnerabilities, which see no
// dependencies in a package that has everything in it. No clock and no chance: the same packages give the same bytes.
import { readFileSync } from 'node:fs';

const { packages: locked } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const own = JSON.parse(readFileSync('package.json', 'utf8'));

export function sbom(packages) {
  const root = { ...own, folder: '' };
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: component(root, 'application') },
    components: packages.map((each) => component(each, 'library')),
    dependencies: [
      { ref: purl(root), dependsOn: needed(root, Object.keys(own.devDependencies), packages) },
      ...packages.map((each) => ({
        ref: purl(each),
        dependsOn: needed(each, Object.keys(each.dependencies ?? {}), packages),
      })),
    ],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

function component(about, type) {
  const { folder, name, version, description, license, copies = [] } = about;
  const [scope, plain] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    type,
    'bom-ref': purl(about),
    ...(scope && { group: scope }),
    name: plain,
    version,
    ...(description && { description }),
    ...(hash(folder, version) && { hashes: [hash(folder, version)] }),
    licenses: [/[ ()]/.test(license) ? { expression: license } : { license: { id: license } }],
    purl: purl(about),
    // Of which version they are, their publisher doesn't say.
    ...(copies.length > 0 && { components: copies.map((copy) => ({ type: 'library', name: copy })) }),
  };
}

function purl({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** That of the package as it is published, where the lockfile knows it. */
function hash(folder, version) {
  const { integrity = '', version: known } = locked[folder] ?? {};
  const [, sum] = /sha512-(\S+)/.exec(integrity) ?? [];
  if (sum === undefined || known !== version) return undefined;
  return { alg: 'SHA-512', content: Buffer.from(sum, 'base64').toString('hex') };
}

/** Those of the packages that one needs which are in the bundle; one that is installed within it comes first. */
function needed({ folder }, names, packages) {
  return names
    .flatMap((name) => {
      const places = [`${folder}/node_modules/${name}`, `node_modules/${name}`];
      const found = places.map((place) => packages.find((each) => each.folder === place)).find(Boolean);
      return found ? [purl(found)] : [];
    })
    .sort();
}
