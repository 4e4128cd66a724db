import { sumOf } from '../text/sum.ts';
import type { Memory } from './remembered.ts';

/** How many bits the hash of a sentence has: enough to know it again, too few to guess it from. */
const hashBits = 18;

/** Names of bookmarks have letters, digits and _, and are the same in capitals: five bits a letter. */
const digits = 'abcdefghijklmnopqrstuvwxyz234567';
/** How most names of plans end, which isn't said; other names stand behind a sign that none of them has. */
const usual = '.yaml';
const whole = '/';
/** Of the sum that says whether the other letters are whole. */
const sumBits = 20;

/**
 * A memory in letters that may stand in the name of a bookmark. Hashes are a set, so each is told by how far it is from the
 * one before, with the higher bits of that counted out (Rice's code), in two thirds of the letters.
 */
export function lettersOf({ version, plan, given, sentences }: Memory): string {
  let bits = '';
  const put = (number: number, count: number) => {
    if (count > 0) bits += number.toString(2).padStart(count, '0');
  };
  for (const byte of new TextEncoder().encode([version, shortened(plan), ...given].join('\n'))) put(byte, 8);
  put(0, 8);
  put(sentences.size, hashBits + 1);
  const low = lowBits(sentences.size);
  let before = -1;
  for (const hash of [...sentences].sort((a, b) => a - b)) {
    const distance = hash - before - 1;
    bits += `${'1'.repeat(distance >> low)}0`;
    put(distance & ((1 << low) - 1), low);
    before = hash;
  }
  const letters = (bits.match(/.{1,5}/g) ?? []).map((five) =>
    digits.charAt(Number.parseInt(five.padEnd(5, '0'), 2)),
  );
  return sumIn(letters.join('')) + letters.join('');
}

function shortened(plan: string): string {
  return plan.endsWith(usual) ? plan.slice(0, -usual.length) : whole + plan;
}

/** The memory that is in such letters; nothing where some of them are missing. */
export function memoryIn(letters: string): Memory | undefined {
  const said = letters.slice(sumBits / 5);
  if (letters === '' || sumIn(said) + said !== letters) return undefined;
  const bits = [...said].map((letter) => digits.indexOf(letter).toString(2).padStart(5, '0')).join('');
  let at = 0;
  const take = (count: number) => {
    at += count;
    return Number.parseInt(bits.slice(at - count, at), 2) || 0;
  };
  const bytes: number[] = [];
  for (let byte = take(8); byte > 0; byte = take(8)) bytes.push(byte);
  const [version = '', plan = '', ...given] = new TextDecoder().decode(new Uint8Array(bytes)).split('\n');
  const sentences = new Set<number>();
  const size = take(hashBits + 1);
  const low = lowBits(size);
  for (let hash = -1; sentences.size < size && at < bits.length; ) {
    const high = Math.max(bits.indexOf('0', at), at) - at;
    at += high + 1;
    hash += (high << low) + take(low) + 1;
    sentences.add(hash);
  }
  return {
    version,
    plan: plan.startsWith(whole) ? plan.slice(whole.length) : plan + usual,
    given,
    sentences,
  };
}

/** As many as leave one or two bits to be counted out, on average. */
const lowBits = (size: number) => Math.max(0, hashBits - 1 - Math.floor(Math.log2(Math.max(size, 1))));

function sumIn(letters: string): string {
  const sum = sumOf(letters);
  return Array.from({ length: sumBits / 5 }, (_, index) => digits.charAt((sum >>> (5 * index)) & 31)).join(
    '',
  );
}
