const path = require('node:path');

/**
 * What is meant by starting the program in one file without a command: by a double click the desk, and files that are
 * dropped on it are made (plans) or imported (Word files).
 */
exports.meant = (argv, isDoubleClick) => {
  if (argv.length === 0) return isDoubleClick ? ['open'] : argv;
  const endings = new Set(argv.map((file) => path.extname(file).toLowerCase()));
  const all = (wanted) =>
    argv.every(path.isAbsolute) && [...endings].every((ending) => wanted.includes(ending));
  if (all(['.yaml', '.yml'])) return ['gen', ...argv];
  if (all(['.docx']) && argv.length === 1)
    return ['import', ...argv, '-o', argv[0].replace(/\.docx$/i, '.yaml')];
  return argv;
};
