/** What stands in names of columns, 户数(户), 占比%, 编号No. or No.1, and means something to Handlebars. */
const odd =
  /[!"#%&'()*+,;<=>@\\^`~]|(?<=[^\s./])\.(?=[\s)]|$)|(?<=[^\s./]\.\d{0,9})\d(?=\d{0,9}(?:[\s).]|$))/g;
/** Characters that no one writes stand for them while a text is parsed, so that every place stays what it is. */
const veil = 0xe000;
const veils = /[\uE021-\uE07E]/g;

/** A text in which names hold nothing that Handlebars would stumble over, of the same length. */
export function veiled(text: string): string {
  return text.includes('{{')
    ? text.replace(/(\{\{(?!\{|!))([^{}]*)(?=\}\})/g, (_, open, inside) => open + names(inside))
    : text;
}

function veiledOne(each: string): string {
  return String.fromCharCode(each.charCodeAt(0) + veil);
}

/** A point behind a name parts nothing: {{编号No.}} is the column 编号No. */
const lastPoint = String.fromCharCode(veil + '.'.charCodeAt(0));

export function unveiled(name: string): string {
  const whole = name.endsWith(lastPoint) ? name.slice(0, -1) : name;
  return whole.replace(veils, (each) => String.fromCharCode(each.charCodeAt(0) - veil));
}

/** Most names begin with these, which is told without the tables of all scripts. */
const usualStart = /^[0-9A-Za-z一-龥]/;
const start = /^[\p{L}\p{N}]/u;

/** Goes through what stands between braces word by word: brackets within a name are its own, others hold conditions. */
function names(inside: string): string {
  if (inside.search(odd) < 0) return inside;
  const head = /^[#/^~&>]*/.exec(inside)?.[0] ?? '';
  let written = head;
  for (let at = head.length; at < inside.length; ) {
    const rest = inside.slice(at);
    const still =
      /^(?:\s+|"[^"]*"|'[^']*'|[()]|\[[^\]]*\]|@\S*|-?\d+(?:\.\d+)?(?=[\s)]|$)|(?:\.\.?\/)+|[A-Za-z一-龥]+=)/.exec(
        rest,
      )?.[0];
    const found = still ?? word(rest);
    written += still ?? (usualStart.test(found) || start.test(found) ? found.replace(odd, veiledOne) : found);
    at += found.length;
  }
  return written;
}

/** Up to a blank, or to a bracket that was opened before it. */
function word(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const each = text[at] as string;
    if (/\s/.test(each)) return text.slice(0, at);
    if (each === '(') depth++;
    if (each === ')' && --depth < 0) return text.slice(0, Math.max(1, at));
  }
  return text;
}
