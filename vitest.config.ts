import { defineConfig } from 'vitest/config';
import { prepared } from './scripts/prepared.mjs';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/seed.ts'],
    globalSetup: ['tests/profiles.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ['default'],
    // By itself vitest leaves a core idle, half of them where there are two.
    maxWorkers: '100%',
  },
  plugins: [
    {
      // Templates and skeletons are those of users: compiling them anew for each test would take half of its time.
      name: 'prepared',
      load: prepared,
    },
  ],
});
