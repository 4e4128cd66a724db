import type { Chance } from './chance.ts';

/** What has led programs astray before, in texts of every kind that is read here. */
const pieces = [
  ...[
    '{{',
    '}}',
    '{{村名}}',
    '{{#if 村名}}',
    '{{else}}',
    '{{/if}}',
    '{{#each 村名}}',
    '{{@root}}',
    '{{this}}',
    '{{../村名}}',
  ],
  ...[
    '{{> 章节}}',
    '{{lookup .}}',
    '{{!--',
    '{{@log}}',
    '{{constructor}}',
    '{{句 村名}}',
    '{{{{',
    '\\{{',
    '｛｛村名｝｝',
  ],
  ...[
    '"',
    "'",
    '“',
    '”',
    '《',
    '》',
    '（',
    '）',
    '：',
    ':',
    '。',
    '、',
    '；',
    '…',
    '——',
    '**',
    '|',
    '#',
    '- ',
    '? ',
    '&a',
    '*a',
  ],
  ...[
    '<<: *a',
    '!!str',
    '%YAML',
    '---\n',
    '...\n',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '　',
    ' ',
    '\u00a0',
    '\ufeff',
    '\u200b',
    '\u202e',
  ],
  ...['\u0000', '\u001b[2J', '\u0085', '\u2028', '\ud800', '\udc00', '\ufffe', '𠮷', '👍', '\uf8ff'],
  ...[
    '一、',
    '（一）',
    '1.',
    '（1）',
    '①',
    '一是',
    '二是',
    ':::',
    '::: 落款',
    '#####',
    '2026',
    '2026-02-30',
    '2026-0x1-12',
  ],
  ...['0', '-1', '1e999', 'NaN', 'null', 'true', '否', '001', '99999999999999999999', '5%', '2025—2026'],
  ...[
    '标题: ',
    '正文:\n',
    '变量: {}',
    '表格: ',
    '来源: 任务',
    '编号: ',
    '附件: ',
    '日期: ',
    '版式: ',
    '期限: ',
    '成员: [',
    '{',
    '}',
    '[',
    ']',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '=1+1',
    '../',
    '..\\',
    'CON',
    '/',
    ',',
    ';',
    '<',
    '>',
    '&amp;',
    '<![CDATA[',
    '</a>',
  ],
] as const;

/** A text or the bytes of a file, changed in one to some places. */
export function mutated(text: string, chance: Chance): string {
  let made = text;
  for (let times = 1 + chance.below(4); times > 0; times--) made = changed(made, chance);
  return made;
}

function changed(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  const end = Math.min(text.length, at + chance.below(chance.is(0.2) ? 200 : 12));
  switch (chance.below(9)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
    case 2:
      return text.slice(0, at) + chance.one(pieces) + text.slice(at);
    case 3:
      return text.slice(0, at) + chance.one(pieces) + text.slice(end);
    case 4:
      return (
        text.slice(0, at) +
        chance.one(pieces).repeat(2 + chance.below(chance.is(0.1) ? 400 : 8)) +
        text.slice(at)
      );
    case 5:
      return text.slice(0, at) + text.slice(at, end).repeat(2 + chance.below(20)) + text.slice(end);
    case 6:
      return text.slice(0, at) + String.fromCharCode(chance.below(0xffff)) + text.slice(at + 1);
    case 7:
      return withLines(text, chance);
    default:
      return chance.is(0.2) ? text.slice(0, at) : text.slice(0, at) + text.slice(end) + text.slice(at, end);
  }
}

/** Lines that change places, or come in twice, or further in. */
function withLines(text: string, chance: Chance): string {
  const lines = text.split('\n');
  const [from, to] = [chance.below(lines.length), chance.below(lines.length)];
  const line = lines[from] ?? '';
  if (chance.is(0.3)) lines[from] = `${chance.one(['  ', '    ', '\t', '- '])}${line}`;
  else if (chance.is(0.5)) lines.splice(to, 0, line);
  else [lines[from], lines[to]] = [lines[to] ?? '', line];
  return lines.join('\n');
}

export function mutatedBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  const made = Uint8Array.from(bytes);
  for (let times = 1 + chance.below(8); times > 0 && made.length > 0; times--)
    made[chance.below(made.length)] = chance.below(256);
  return chance.is(0.1) ? made.subarray(0, chance.below(made.length)) : made;
}
