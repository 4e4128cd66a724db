import { defineConfig } from 'vitest/config';
import { prepared } from './scripts/prepared.mjs';

/** Test files that put other modules in the place of ours. */
const apart = ['tests/end-to-end.test.ts', 'tests/stand-ins.test.ts'];

export default defineConfig({
  test: {
    setupFiles: ['tests/seed.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ['default'],
    // By itself vitest leaves a core idle, half of them where there are two.
    maxWorkers: '100%',
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
      // Modules that are replaced would be so for all files that follow.
      { extends: true, test: { name: 'apart', include: apart } },
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
