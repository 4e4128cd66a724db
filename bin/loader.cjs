const { openSync, readFileSync, readSync } = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');

/**
 * Loads modules of a folder as require does, but those that the usual commands need as a few large scripts with the
 * bytecode that lies ready for this V8, if there is any (scripts/bytecode.mjs lays it): compiling takes a third of a short
 * run, and a script a module a tenth. V8 itself refuses bytecode that doesn't fit.
 */
exports.loader = (folder, laid = laidIn(folder)) => {
  const modules = new Map();
  const scripts = new Map();
  const functions = {};

  const functionOf = (name) => {
    if (!(name in functions)) {
      const { title, source, bytecode } = laid(name) ?? { title: name, source: together(folder, [name]) };
      const script = new Script(source, { filename: path.join(folder, title), cachedData: bytecode?.() });
      scripts.set(title, script);
      Object.assign(functions, script.runInThisContext());
    }
    return functions[name];
  };

  const load = (name) => {
    const known = modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    functionOf(name)(module.exports, requireHere, module, `${folder}${path.sep}${name}`, folder);
    return module.exports;
  };
  const requireHere = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));

  return { load, scripts };
};

/** A script whose value has a function for each of these modules. */
function together(folder, names) {
  const functions = names.map((name) => {
    const code = readFileSync(path.join(folder, name), 'utf8');
    return `'${name}': function (exports, require, module, __filename, __dirname) {${code}\n}`;
  });
  return `({${functions.join(',')}})`;
}

/**
 * The file holds the length of its index, the index as JSON ({scripts: {title: [place, length of the source, its encoding,
 * length of the bytecode]}, modules: {name: title}}), and the scripts: sources in the form in which V8 keeps them, so that
 * one reading is all that is done with them. All goes through the same memory, since taking fresh memory costs more than
 * reading.
 */
function laidIn(folder) {
  try {
    const file = openSync(exports.bytecodeFile(folder));
    const start = Buffer.allocUnsafeSlow(8);
    readSync(file, start, 0, 8, 0);
    const memory = Buffer.allocUnsafeSlow(start.readUInt32LE(4));
    const read = (place, length) => memory.subarray(0, readSync(file, memory, 0, length, place));
    const length = start.readUInt32LE();
    const { scripts, modules } = JSON.parse(read(8, length).latin1Slice());
    return (name) => {
      const title = modules[name];
      if (title === undefined) return undefined;
      const [place, size, encoding, rest] = scripts[title];
      const at = 8 + length + place;
      const source = read(at, size).toString(encoding);
      return { title, source, bytecode: () => read(at + size, rest) };
    };
  } catch {
    // None for this V8: everything is compiled.
    return () => undefined;
  }
}

exports.together = together;
exports.bytecodeFile = (folder) => path.join(folder, `bytecode-${process.versions.v8}-${process.arch}.bin`);
