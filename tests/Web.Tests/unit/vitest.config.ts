import { defineConfig } from 'vitest/config';

const web = new URL('../../../src/Web/', import.meta.url).pathname;

/** One copy of each package that both the app and its tests import: the app's. */
const shared = ['react', 'react-dom', 'i18next', 'react-i18next', '@tanstack/react-query', '@tanstack/react-router', '@mantine/core', 'zustand'];

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@testing-library\/react$/, replacement: '@testing-library/react/dist/@testing-library/react.esm.js' },
      { find: /^@\//, replacement: `${web}src/` },
      ...shared.map((name) => ({ find: new RegExp(`^${name}(?=/|$)`), replacement: `${web}node_modules/${name}` })),
    ],
  },
  server: { fs: { allow: [web, '.'] } },
  test: {
    environment: 'jsdom',
    include: ['**/*.test.{ts,tsx}'],
    setupFiles: ['setup.ts'],
    // One page for all files: making a new one for each costs more than all the tests together.
    isolate: false,
    maxWorkers: 1,
    testTimeout: 20_000,
    restoreMocks: true,
    css: false,
    // Brought in whole, so that its React is the app's too.
    server: { deps: { inline: ['@testing-library/react'] } },
  },
});
