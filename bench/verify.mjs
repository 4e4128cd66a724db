import mammoth from 'mammoth';

/** Throws unless all contestants make documents of the same text; figures for different work would say nothing. */
export async function verify(contestants, rows) {
  for (const row of rows) {
    let expected;
    for (const [name, make] of Object.entries(contestants)) {
      const text = await textOf(await make(row));
      expected ??= text;
      const missing = Object.entries(row).filter(([, value]) => !text.includes(value));
      if (missing.length > 0) throw new Error(`${name}: values missing in the text: ${missing.join('; ')}`);
      if (text !== expected)
        throw new Error(`${name} reads back differently:\n${difference(expected, text)}`);
    }
  }
}

/** The text of a .docx without empty paragraphs, which are a matter of layout. */
export async function textOf(buffer) {
  const { value } = await mammoth.extractRawText({ buffer });
  return value.split(/\n+/).filter(Boolean).join('\n');
}

function difference(expected, text) {
  const [left, right] = [expected.split('\n'), text.split('\n')];
  const line = left.findIndex((each, index) => each !== right[index]);
  return `- ${left[line]}\n+ ${right[line]}`;
}
