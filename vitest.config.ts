import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/seed.ts'],
    testTimeout: 180_000,
    reporters: ['default'],
    // By itself vitest leaves a core idle, half of them where there are two.
    maxWorkers: '100%',
  },
});
