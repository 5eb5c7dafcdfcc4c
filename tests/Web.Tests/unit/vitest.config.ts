import { defineConfig } from 'vitest/config';

const web = new URL('../../../src/Web/', import.meta.url).pathname;

/** One copy of each package that both the app and its tests import: the app's. */
const shared = ['react', 'react-dom', 'i18next', 'react-i18next', '@tanstack/react-query', '@mantine/core', 'zustand'];

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${web}src/` },
      ...shared.map((name) => ({ find: new RegExp(`^${name}(?=/|$)`), replacement: `${web}node_modules/${name}` })),
    ],
  },
  server: { fs: { allow: [web, '.'] } },
  test: {
    environment: 'jsdom',
    include: ['**/*.test.{ts,tsx}'],
    setupFiles: ['setup.ts'],
    restoreMocks: true,
    css: false,
  },
});
