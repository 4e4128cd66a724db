import { formatNames } from '../../formats/names.ts';
import { shippedTemplates } from '../../io/shipped-templates.ts';
import { startedKinds } from '../../io/starters.ts';
import { rules } from '../../lint/rules/index.ts';
import { reporters } from '../../reporters/index.ts';
import { lookup } from '../../text/lookup.ts';
import { ciNames } from '../init/options.ts';

/** What may stand in a place: one of some words, a file with one of some endings (any, where there are none), a folder, or anything. */
export type Value =
  | { kind: 'words'; words: readonly string[] }
  | { kind: 'files'; endings: readonly string[] }
  | { kind: 'folders' }
  | { kind: 'free' };

const words = (...all: readonly string[]): Value => ({ kind: 'words', words: all });
const files = (...endings: readonly string[]): Value => ({ kind: 'files', endings });
const plans = files('yaml', 'yml');
const tables = files('csv', 'tsv', 'xlsx', 'json', 'jsonl', 'yaml', 'yml');
const folders: Value = { kind: 'folders' };

/** By the command and its option, or the command alone for its arguments; what isn't here is anything. */
export const values = lookup<() => Value>({
  gen: () => plans,
  'gen --output': () => files(),
  'gen --format': () => words(...formatNames),
  'gen --template': () => folders,
  'gen --style-from': () => files('docx'),
  batch: () => plans,
  'batch --data': () => tables,
  'batch --output': () => folders,
  'batch --format': () => words(...formatNames),
  'batch --template': () => folders,
  'batch --style-from': () => files('docx'),
  'batch --archive': () => files('zip'),
  'batch --report': () => files('json'),
  'batch --index': () => files(),
  'batch --merge': () => files('json'),
  import: () => files('docx', 'doc', 'wps', 'rtf', 'md', 'html', 'htm', 'mht', 'txt'),
  'import --output': () => files(),
  'import --variables': () => tables,
  'import --against': () => plans,
  pull: () => files('docx', 'yaml', 'yml'),
  'pull --data': () => tables,
  'pull --template': () => folders,
  lint: () => plans,
  'lint --fix': () => words('unsafe'),
  'lint --fix-dry-run': () => words('unsafe'),
  'lint --format': () => words(...reporters.map(({ name }) => name)),
  'lint --config': () => plans,
  'lint --baseline': () => files('json'),
  'lint --against': () => plans,
  'lint --explain': () => words(...rules.map(({ id }) => id)),
  'lint --stdin-filename': () => plans,
  table: () => plans,
  'table --output': () => files('xlsx'),
  tasks: () => plans,
  'tasks --output': () => files('xlsx'),
  'tasks --against': () => files('xlsx'),
  'tasks --template': () => folders,
  template: () => words(...shippedTemplates().map(({ name }) => name)),
  'template --for': () => plans,
  schema: () => ({ kind: 'free' }),
  'schema --output': () => files('json'),
  open: () => files('yaml', 'yml', 'docx'),
  'open --output': () => files('html'),
  init: () => plans,
  'init --kind': () => words(...startedKinds()),
  'init --ci': () => words(...ciNames),
  doctor: () => plans,
  'completion --output': () => files(),
});
