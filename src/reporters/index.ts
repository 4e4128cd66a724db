import { checkstyle } from './checkstyle.ts';
import { compact } from './compact.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import { rdjson } from './rdjson.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';

/** All formats of `pingan lint`; the first is the one for people. */
export const reporters: readonly Reporter[] = [
  pretty,
  compact,
  markdown,
  json,
  sarif,
  github,
  gitlab,
  junit,
  checkstyle,
  rdjson,
];
