// What the benchmark takes from src, which is TypeScript; dist exports none of it.
export { Printing } from '../src/batch/printing.ts';
export { docx } from '../src/formats/docx/index.ts';
export { styleId, styles } from '../src/formats/docx/styles.ts';
export { formats } from '../src/formats/index.ts';
export { templates } from '../src/io/templates.ts';
export { lint } from '../src/lint/lint.ts';
export { Settings } from '../src/lint/settings.ts';
export { paper, typeArea } from '../src/page/profile.ts';
export { profile } from '../src/page/profiles.ts';
export { document, style } from '../src/pipeline.ts';
export { read } from '../src/plan/read.ts';
export { variablesFrom } from '../src/plan/variables.ts';
export { printedDocx } from '../src/reading/word/index.ts';
export { compose } from '../src/template/compose.ts';
export { uses } from '../src/template/steering.ts';
