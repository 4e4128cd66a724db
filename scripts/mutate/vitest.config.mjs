import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import { instrumented } from './mutants.mjs';

const job = JSON.parse(readFileSync(process.env.MUTATE_JOB, 'utf8'));

/** Test files in the order that was asked for: the likely and quick ones first. */
class InOrder extends BaseSequencer {
  async sort(files) {
    const rank = ({ moduleId }) => job.tests.indexOf(path.relative(process.cwd(), moduleId));
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: job.tests,
    sequence: { sequencer: InOrder },
    // The runner sees itself when a mutant waits for ever; by the clock, a busy machine would kill them all.
    testTimeout: 120_000,
    reporters: ['dot'],
    runner: path.resolve('scripts/mutate/runner.mjs'),
    maxWorkers: 1,
  },
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      transform(code, id) {
        const file = path.posix.relative(process.cwd(), id.split('?')[0]);
        if (!job.files.includes(file)) return undefined;
        return {
          code: instrumented(
            file,
            code,
            job.mutants.filter((each) => each.file === file),
          ),
          map: null,
        };
      },
    },
  ],
});
