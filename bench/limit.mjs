import { crc32, deflateRawSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';

const name = 'word/document.xml';

/**
 * What can't be saved while every document is deflated by zlib: twelve values put between ready stretches of XML by
 * concatenation, deflate level 6, and a zip in which all the rest stands ready. It knows nothing of src.
 */
export function limit(template) {
  const { [name]: xml, ...rest } = unzipSync(template);
  const pieces = new TextDecoder().decode(xml).split(/\{([^{}]+)\}/);
  const pack = packer(
    zipSync({ ...rest, [name]: new Uint8Array(0) }, { mtime: new Date(1980, 0, 1), level: 6 }),
  );
  return (row) => {
    let filled = '';
    for (let index = 0; index < pieces.length; index += 2) {
      filled += pieces[index];
      if (index + 1 < pieces.length) filled += row[pieces[index + 1]];
    }
    return pack(Buffer.from(filled));
  };
}

/** Puts the last file of an archive in its place: the files before it and the directory behind it are only copied. */
function packer(archive) {
  const empty = Buffer.from(archive);
  const end = empty.length - 22;
  const directory = empty.readUInt32LE(end + 16);
  const local = empty.readUInt32LE(end - name.length - 4);
  const head = empty.subarray(0, local + 30 + name.length);
  const tail = empty.subarray(directory);
  return (content) => {
    const data = deflateRawSync(content, { level: 6 });
    const packed = Buffer.concat([head, data, tail]);
    const last = packed.length - 22 - name.length - 46;
    for (const at of [local + 8, last + 10]) {
      packed.writeUInt16LE(8, at);
      packed.writeUInt32LE(crc32(content), at + 6);
      packed.writeUInt32LE(data.length, at + 10);
      packed.writeUInt32LE(content.length, at + 14);
    }
    packed.writeUInt32LE(head.length + data.length, packed.length - 6);
    return packed;
  };
}
