const { openSync, readFileSync, readSync } = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');

/**
 * Loads modules of a folder as require does, but with the bytecode that lies ready for this V8, if there is any
 * (scripts/bytecode.mjs lays it): compiling takes a third of a short run. V8 itself refuses bytecode that doesn't fit.
 */
exports.loader = (folder) => {
  const laid = laidIn(folder);
  const modules = new Map();
  const scripts = new Map();

  const load = (name) => {
    const known = modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const filename = path.join(folder, name);
    const { source, bytecode } = laid(name) ?? { source: inFunction(readFileSync(filename, 'utf8')) };
    const script = new Script(source, { filename, cachedData: bytecode?.() });
    scripts.set(name, script);
    const requireHere = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
    script.runInThisContext()(module.exports, requireHere, module, filename, folder);
    return module.exports;
  };

  return { load, scripts };
};

const inFunction = (code) => `(function (exports, require, module, __filename, __dirname) {${code}\n})`;

/**
 * The file holds the length of its index, the index as JSON ({name: [place, length of the source, its encoding, length of
 * the bytecode]}), and the pieces: sources in the form in which V8 keeps them, so that one reading is all that is done
 * with them. All goes through the same memory, since taking fresh memory costs more than reading.
 */
function laidIn(folder) {
  try {
    const file = openSync(exports.bytecodeFile(folder));
    const start = Buffer.allocUnsafeSlow(8);
    readSync(file, start, 0, 8, 0);
    const memory = Buffer.allocUnsafeSlow(start.readUInt32LE(4));
    const read = (place, length) => memory.subarray(0, readSync(file, memory, 0, length, place));
    const length = start.readUInt32LE();
    const index = JSON.parse(read(8, length).latin1Slice());
    return (name) => {
      if (!(name in index)) return undefined;
      const [place, size, encoding, rest] = index[name];
      const at = 8 + length + place;
      const source = read(at, size).toString(encoding);
      return { source, bytecode: () => read(at + size, rest) };
    };
  } catch {
    // None for this V8: everything is compiled.
    return () => undefined;
  }
}

exports.inFunction = inFunction;
exports.bytecodeFile = (folder) => path.join(folder, `bytecode-${process.versions.v8}-${process.arch}.bin`);
