const { openSync, readFileSync, readSync } = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');

/**
 * Loads modules of a folder as require does, but with the bytecode that lies ready for this V8, if there is any
 * (scripts/bytecode.mjs lays it): compiling takes a third of a short run. V8 itself refuses bytecode that doesn't fit.
 */
exports.loader = (folder) => {
  const bytecode = bytecodeIn(folder);
  const modules = new Map();
  const scripts = new Map();

  const load = (name) => {
    const known = modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const filename = path.join(folder, name);
    const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'utf8')}\n})`;
    const script = new Script(source, { filename, cachedData: bytecode(name) });
    scripts.set(name, script);
    const requireHere = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
    script.runInThisContext()(module.exports, requireHere, module, filename, folder);
    return module.exports;
  };

  return { load, scripts };
};

/** The file holds the length of its index, the index as JSON ({name: [place, length]}), and the pieces. */
function bytecodeIn(folder) {
  try {
    const file = openSync(exports.bytecodeFile(folder));
    const read = (place, length) => {
      const bytes = Buffer.allocUnsafeSlow(length);
      readSync(file, bytes, 0, length, place);
      return bytes;
    };
    const length = read(0, 4).readUInt32LE();
    const index = JSON.parse(read(4, length).toString());
    return (name) => index[name] && read(4 + length + index[name][0], index[name][1]);
  } catch {
    // None for this V8: everything is compiled.
    return () => undefined;
  }
}

exports.bytecodeFile = (folder) => path.join(folder, `bytecode-${process.versions.v8}-${process.arch}.bin`);
