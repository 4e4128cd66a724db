// What is different between the outputs of two runs, each in a line or two.
import { isDeepStrictEqual } from 'node:util';
import { unzipSync } from 'fflate';

/** How many characters are shown around the first difference. */
const around = 60;

export function differences(before, after) {
  const found = [];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(name), after.get(name)];
    if (one === undefined) found.push(`${name}: only after`);
    else if (other === undefined) found.push(`${name}: only before`);
    else if (!one.equals(other)) found.push(...inside(name, one, other));
  }
  return found;
}

/** A zip is compared part by part, and the documents of an archive with it. */
function inside(name, one, other) {
  if (![one, other].every(isZip)) return [`${name}${firstDifference(one, other)}`];
  const [before, after] = [one, other].map((bytes) => {
    const parts = Object.entries(unzipSync(bytes));
    return new Map(parts.map(([part, content]) => [`${name} » ${part}`, Buffer.from(content)]));
  });
  const parts = differences(before, after);
  if (parts.length > 0) return parts;
  const order = [before, after].map((each) => [...each.keys()]);
  const why = isDeepStrictEqual(...order) ? 'packed otherwise' : 'in another order';
  return [`${name}: the same parts, ${why}`];
}

const isZip = (bytes) => bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';

function firstDifference(one, other) {
  const [before, after] = [one.toString(), other.toString()];
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const line = before.slice(0, at).split('\n').length;
  const shown = (text) => {
    const piece = text.slice(Math.max(0, at - around), at + around);
    return JSON.stringify(at >= text.length ? `${piece}⟨end⟩` : piece);
  };
  return `, line ${line}:\n    before ${shown(before)}\n    after  ${shown(after)}`;
}
