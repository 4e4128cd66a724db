const around = { '(?=': '(?!', '(?!': '(?=', '(?<=': '(?<!', '(?<!': '(?<=' };
const escapeSequence = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|k<[^>]*>|u[\da-f]{4}|x[\da-f]{2}|c[A-Z]|.)/iy;
const quantifier = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y;
const group = /\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/y;

const at = (sticky, text, index) => {
  sticky.lastIndex = index;
  return sticky.exec(text)?.[0];
};

/** Every place at which a pattern can mean something else: anchors, quantifiers, classes, looking around. */
export function patternChanges(pattern) {
  const found = [];
  const put = (start, length, text) => found.push({ start, end: start + length, text });
  for (let i = 0; i < pattern.length; ) {
    const piece =
      at(escapeSequence, pattern, i) ?? at(quantifier, pattern, i) ?? at(group, pattern, i) ?? pattern[i];
    if (/^\\[dDwWsSbBpP]/.test(piece)) {
      const letter = piece[1] === piece[1].toLowerCase() ? piece[1].toUpperCase() : piece[1].toLowerCase();
      put(i + 1, 1, letter);
    } else if (/^[*+?{]/.test(piece)) {
      put(i, piece.length, '');
      if (piece === '*') put(i, 1, '+');
    } else if (around[piece]) put(i, piece.length, around[piece]);
    else if (piece === '^' || piece === '$') put(i, 1, '');
    else if (piece === '[') {
      put(i + 1, pattern[i + 1] === '^' ? 1 : 0, pattern[i + 1] === '^' ? '' : '^');
      for (i++; i < pattern.length && pattern[i] !== ']'; i += at(escapeSequence, pattern, i)?.length ?? 1);
    }
    i += piece.length;
  }
  return found;
}
