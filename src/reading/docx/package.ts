import { isCompound, TooLarge, unzipped } from '../../package/unzip.ts';

/** Why a .docx that someone else made can't be used, told to the person who named it. */
export class PackageError extends Error {}

/** A document has some pages and a picture; more is a trap. */
const largest = 50 * 1024 * 1024;

/** What every Word file has. */
const needed = ['[Content_Types].xml', 'word/document.xml', 'word/styles.xml'];

/** The parts of somebody's .docx that are wanted, by their names; those that every Word file has are among them. */
export function partsOf(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  if (isCompound(bytes)) throw new PackageError('是旧格式（.doc）或加了密码的文件；另存为不加密码的 .docx。');
  const parts = read(() => unzipped(bytes, largest, (name) => needed.includes(name) || isWanted(name)));
  if (!needed.every((name) => parts.has(name))) throw new PackageError('不是 Word 文件（.docx）。');
  return parts;
}

/** Turns whatever goes wrong in reading a file that isn't ours into one sentence. */
export function read<T>(reading: () => T): T {
  try {
    return reading();
  } catch (thrown) {
    if (thrown instanceof PackageError) throw thrown;
    if (thrown instanceof TooLarge) throw new PackageError(`${thrown.message}，不像是公文。`);
    throw new PackageError('不是完好的 Word 文件（.docx）；在 Word 里打开、另存一份再试。');
  }
}
