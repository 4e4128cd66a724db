// Runs a program in one file where nothing else is, beside the package, and holds their documents against each other.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** What is typed, and what it makes. */
const typed = [
  ['init', '起步/', '--table', '--yes'],
  ['lint', 'village-plan.yaml', '--no-config'],
  ['gen', 'village-plan.yaml', '-f', 'docx,md,html'],
  ['batch', 'villages.yaml', '--data', 'villages.xlsx', '-o', '各村', '-j', '2', '--name', '{{镇}}/{{村名}}'],
  ['import', 'village-plan.docx', '-o', '导入.yaml'],
  ['template', '通知'],
  ['completion', 'bash', '-o', '补全.bash'],
];

function work(run) {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pingan-try-'));
  try {
    copyFileSync(path.join(root, 'examples/village-plan.yaml'), path.join(cwd, 'village-plan.yaml'));
    cpSync(path.join(root, 'examples/batch'), cwd, { recursive: true });
    const said = typed.map((args) => {
      const { status, stdout, stderr } = run(args, cwd);
      return `${status} ${args.join(' ')}\n${stdout}${stderr}`;
    });
    const names = readdirSync(cwd, { recursive: true, encoding: 'utf8', withFileTypes: true });
    const files = names
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => !file.includes('.pingan'));
    return { said, files: new Map(files.map((file) => [path.relative(cwd, file), readFileSync(file)])) };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** What is different where `program` does the work; nothing where it does what the package does. */
export function differences(program, args = []) {
  const runs = (command, first) => (more, cwd) =>
    spawnSync(command, [...first, ...more], { cwd, encoding: 'utf8', env: {} });
  const own = work(runs(process.execPath, [path.join(root, 'bin/pingan.cjs')]));
  const other = work(runs(program, args));
  const names = new Set([...own.files.keys(), ...other.files.keys()]);
  return [
    ...own.said.flatMap((each, index) =>
      each === other.said[index] ? [] : [`${each}≠\n${other.said[index]}`],
    ),
    ...own.said.filter((each) => !each.startsWith('0 ')),
    ...[...names].filter((name) => !own.files.get(name)?.equals(other.files.get(name) ?? Buffer.alloc(0))),
  ];
}
