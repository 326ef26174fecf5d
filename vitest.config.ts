import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

export default defineConfig({
  resolve: {
    alias: [
      // The guard against importing server code in the browser has nothing to guard here.
      { find: /^server-only$/, replacement: join(root, 'node_modules/server-only/empty.js') },
      { find: /^@\//, replacement: `${root}/` },
    ],
  },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['{lib,components,db,scripts,e2e,app,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    globalSetup: ['scripts/machine/test-server.ts'],
    setupFiles: ['db/testing-setup.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Vietnam has no summer time: a test that passes here passes there.
    env: { TZ: 'Asia/Ho_Chi_Minh' },
    coverage: { include: ['lib/**/{rules,workflow}.ts', 'lib/policy/*.ts'] },
  },
});
