// The program in one file: stands in for the files of the package, which lie in it as one asset, and runs as bin/pingan.cjs.
const fs = require('node:fs');
const path = require('node:path');
const threads = require('node:worker_threads');
const { meant } = require('./meant.cjs');

/**
 * Runs the program that is packed in `pack` (scripts/executables/pack.mjs) as if it lay in the folder `root`, which can't
 * be there; `source` is this file, for threads to begin with.
 */
exports.start = (pack, source, root) => {
  const bytes = Buffer.from(pack);
  const length = bytes.readUInt32LE();
  const index = new Map(Object.entries(JSON.parse(bytes.toString('utf8', 4, 4 + length))));
  const folders = new Set(['', ...[...index.keys()].flatMap(foldersOf)]);
  const inside = (file) => {
    if (typeof file !== 'string' || !path.resolve(file).startsWith(root)) return undefined;
    return path.relative(root, path.resolve(file)).split(path.sep).join('/');
  };
  const content = (name) => {
    const [place, size] = index.get(name) ?? [];
    if (place === undefined) throw missing(name);
    return bytes.subarray(4 + length + place, 4 + length + place + size);
  };
  const names = (folder) => {
    if (!folders.has(folder)) throw missing(folder);
    const start = folder === '' ? '' : `${folder}/`;
    const below = [...index.keys()].filter((name) => name.startsWith(start));
    return [...new Set(below.map((name) => name.slice(start.length).split('/')[0]))].sort();
  };
  const about = (name) => {
    if (!folders.has(name) && !index.has(name)) throw missing(name);
    return {
      isFile: () => index.has(name),
      isDirectory: () => folders.has(name),
      isSymbolicLink: () => false,
      size: index.get(name)?.[1] ?? 0,
      mode: 0o444,
    };
  };
  /** What is done with files, for those that are packed. */
  const packed = {
    existsSync: (name) => folders.has(name) || index.has(name),
    readFileSync: (name, options) => {
      const encoding = typeof options === 'string' ? options : options?.encoding;
      return encoding ? content(name).toString(encoding) : Buffer.from(content(name));
    },
    readdirSync: names,
    statSync(name, options) {
      // Files that a run reads are told apart by their numbers on the disk; these are on none.
      if (options?.bigint) throw missing(name);
      return about(name);
    },
    realpathSync: (name) => path.join(root, name),
  };
  for (const [name, ours] of Object.entries(packed)) {
    const theirs = fs[name];
    fs[name] = Object.assign((file, ...more) => {
      const found = inside(file);
      return found === undefined ? theirs(file, ...more) : ours(found, ...more);
    }, theirs);
  }
  const { Worker } = threads;
  threads.Worker = class extends Worker {
    constructor(file, options) {
      if (inside(file) === undefined) super(file, options);
      else super(source, { ...options, eval: true });
    }
  };
  // It takes the functions that are there when it is read.
  const { load } = require('../../bin/loader.cjs').loader(path.join(root, 'dist'));
  if (threads.isMainThread) {
    const [node, program, ...argv] = process.argv;
    // Windows gives a double click a terminal of its own; elsewhere the program sees by itself that it has none.
    const isDoubleClick = process.platform === 'win32' && process.stdout.isTTY === true && !process.env.CI;
    process.argv = [node, program, ...meant(argv, isDoubleClick)];
    return load('cli.cjs').run();
  }
  return load('batch-worker.cjs');
};

function foldersOf(name) {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function missing(name) {
  return Object.assign(new Error(`ENOENT: no such file or directory, '${name}'`), { code: 'ENOENT' });
}
