import { defineConfig } from 'vitest/config';
import { prepared } from './scripts/prepared.mjs';

const named = (names: string) => names.split(' ').map((name) => `tests/${name}.test.ts`);

/**
 * Test files with a process of their own: those that put other modules in the place of ours, which they would do for all
 * that follow, and those that reckon for long, which takes them twice as long where much has been run before.
 */
const apart = named(
  'end-to-end stand-ins signs printing hostile-texts hostile-workbooks data tables growth examples red-head pull-properties seal-picture contents package door comments kept first-page',
);

export default defineConfig({
  test: {
    setupFiles: ['tests/seed.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ['default'],
    // By itself vitest leaves a core idle, half of them where there are two; with more, pages in Chromium wait for too long.
    maxWorkers: '100%',
    // Tests leave much behind at once; with Node's small nursery a tenth of their time goes into clearing it.
    execArgv: ['--max-semi-space-size=64'],
    projects: [
      {
        extends: true,
        // Reading the sources anew for each file would take a third of the time. Nothing of a run is left to the next: `main` begins anew.
        test: {
          name: 'together',
          include: ['tests/**/*.test.ts'],
          exclude: apart,
          isolate: false,
          globalSetup: ['tests/profiles.ts'],
        },
      },
      { extends: true, test: { name: 'apart', include: apart, globalSetup: ['tests/profiles.ts'] } },
    ],
  },
  plugins: [
    {
      // Templates and skeletons are those of users: compiling them anew for each test would take half of its time.
      name: 'prepared',
      load: prepared,
    },
  ],
});
