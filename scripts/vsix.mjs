// npm run vsix — packs editors/vscode as dist/pingan.vsix, which is a zip: the same files give the same bytes.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';

const folder = 'editors/vscode';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const about = { ...JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')), version };

const escaped = (text) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
const types = {
  '.json': 'application/json',
  '.js': 'application/javascript',
  '.md': 'text/markdown',
  '.vsixmanifest': 'text/xml',
};
const contentTypes = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
${Object.entries(types)
  .map(([ending, type]) => `  <Default Extension="${ending}" ContentType="${type}"/>\n`)
  .join('')}  <Override PartName="/extension/LICENSE" ContentType="text/plain"/>
</Types>
`;
const manifest = `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="zh-CN" Id="${about.name}" Version="${version}" Publisher="${about.publisher}"/>
    <DisplayName>${escaped(about.displayName)}</DisplayName>
    <Description xml:space="preserve">${escaped(about.description)}</Description>
    <Categories>${about.categories.join(',')}</Categories>
    <License>extension/LICENSE</License>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${escaped(about.engines.vscode)}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE" Addressable="true"/>
  </Assets>
</PackageManifest>
`;
const own = readdirSync(folder)
  .sort()
  .map((name) => [
    `extension/${name}`,
    name === 'package.json'
      ? strToU8(`${JSON.stringify(about, null, 2)}\n`)
      : readFileSync(path.join(folder, name)),
  ]);
const files = Object.fromEntries([
  ['extension.vsixmanifest', strToU8(manifest)],
  ['[Content_Types].xml', strToU8(contentTypes)],
  ...own,
]);
const output = process.argv[2] ?? 'dist/pingan.vsix';
mkdirSync(path.dirname(output), { recursive: true });
writeFileSync(output, zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) }));
console.log(output);
