import { joined, latin1, utf8 } from './bytes.ts';
import { crc32 } from './deflate.ts';
import { viewOf } from './zip-headers.ts';

const sealed = /^pingan-([0-9a-f]{8})$/;
const sealLength = 'pingan-00000000'.length;

/** Ends an archive with the checksum of its directory as its comment, which programs that change it don't keep true. */
export function withSeal(end: Uint8Array, sum: number): Uint8Array {
  const seal = utf8(`pingan-${sum.toString(16).padStart(8, '0')}`);
  viewOf(end).setUint16(end.length - 2, seal.length, true);
  return joined([end, seal]);
}

/** Whether the directory of an archive of a size is still the one that was sealed, in its place; `last` gives so many bytes of its end. */
export function isSealed(size: number, last: (length: number) => Uint8Array): boolean {
  const tail = last(22 + sealLength);
  const [, sum] = sealed.exec(latin1(tail.subarray(-sealLength))) ?? [];
  if (sum === undefined || tail.length < 22 + sealLength) return false;
  const near = viewOf(tail);
  const far = last(22 + sealLength + 76);
  const wide = viewOf(far);
  const isFar = far.length >= 76 && wide.getUint32(0, true) === 0x06064b50;
  const length = isFar ? Number(wide.getBigUint64(40, true)) : near.getUint32(12, true);
  const start = isFar ? Number(wide.getBigUint64(48, true)) : near.getUint32(16, true);
  const behind = tail.length + (isFar ? 76 : 0);
  if (start + length + behind !== size) return false;
  const found = last(length + behind);
  return (
    found.length === length + behind && crc32(found.subarray(0, length)).toString(16).padStart(8, '0') === sum
  );
}
