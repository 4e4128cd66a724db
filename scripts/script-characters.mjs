// node scripts/script-characters.mjs — writes src/text/script-characters.ts: the Han characters that certainly belong to
// Simplified or to Traditional script, from the tables of OpenCC. A character is certain when the other script's standard
// set (GB 2312 or Big5) doesn't have it.
import { writeFileSync } from 'node:fs';
import toTraditional from 'opencc-js/dict/STCharacters';
import toSimplified from 'opencc-js/dict/TSCharacters';
import packageJson from '../package.json' with { type: 'json' };

/** The form that is usual today where OpenCC prefers an older one. */
const usual = { 爲: '為', 僞: '偽', 衆: '眾', 啓: '啟' };
/** Traditional and variant forms that the 通用规范汉字表 keeps for names, or that names of places and persons have. */
const inNames = new Set('昇陞谿蒐祕劄濛鉅鍾麼椏氾扞淩湧寀苧旂嶽崑菴鎔灕倖迴豔絃');
/** Big5 has these as rare words of their own, but no text of today means those. */
const certainAllTheSame = '与体听机价坏怀优惊确极构适触厂离种万虫蚕网愿洁据举';

const simplified = charset('gb18030', [[0xb0, 0xf7, 0xa1, 0xfe]]);
const traditional = charset('big5', [
  [0xa4, 0xc5, 0x40, 0x7e],
  [0xa4, 0xc5, 0xa1, 0xfe],
  [0xc6, 0xc6, 0x40, 0x7e],
  [0xc9, 0xf9, 0x40, 0x7e],
  [0xc9, 0xf8, 0xa1, 0xfe],
  [0xf9, 0xf9, 0xa1, 0xd5],
]);

const onlySimplified = pairs(toTraditional).filter(
  ([from]) => simplified.has(from) && (!traditional.has(from) || certainAllTheSame.includes(from)),
);
const onlyTraditional = pairs(toSimplified).filter(
  ([from, to]) => traditional.has(from) && !simplified.has(from) && simplified.has(to) && !inNames.has(from),
);

writeFileSync(
  'src/text/script-characters.ts',
  `// Written by scripts/script-characters.mjs from opencc-js ${packageJson.devDependencies['opencc-js']}; don't edit.
// The tables are those of OpenCC (https://github.com/BYVoid/OpenCC), licensed under the Apache License 2.0.

/** Characters that only one script has; at the same place of the other string stands the form of the other script. */
export const simplifiedOnly = ${columns(onlySimplified)};

export const traditionalOnly = ${columns(onlyTraditional)};
`,
);
console.log(`${onlySimplified.length} Simplified, ${onlyTraditional.length} Traditional characters`);

/** The Han characters of a double-byte set, from its lead and trail bytes. */
function charset(encoding, ranges) {
  const decoder = new TextDecoder(encoding);
  const found = new Set();
  for (const [firstLead, lastLead, firstTrail, lastTrail] of ranges)
    for (let lead = firstLead; lead <= lastLead; lead++)
      for (let trail = firstTrail; trail <= lastTrail; trail++) {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if (/^\p{Script=Han}$/u.test(character)) found.add(character);
      }
  return found;
}

/** The characters that a table turns into others. */
function pairs(table) {
  return table
    .split('|')
    .map((entry) => entry.split(' '))
    .filter(([from, ...to]) => [...from].length === 1 && to[0] !== undefined && !to.includes(from));
}

function columns(found) {
  const lines = (characters) => characters.join('').replace(/.{60}/gu, '$&\n');
  return `{
  characters: \`
${lines(found.map(([from]) => from))}\`,
  forms: \`
${lines(found.map(([, to]) => usual[to] ?? to))}\`,
}`;
}
