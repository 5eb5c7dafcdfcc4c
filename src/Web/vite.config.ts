import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = 'http://127.0.0.1:5080';

export default defineConfig({
  plugins: [react()],
  resolve: {
    tsconfigPaths: true,
  },
  build: {
    outDir: '../Api/wwwroot',
    emptyOutDir: true,
    // The content security policy allows no data: addresses for fonts and styles.
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': server,
      '/openapi': server,
      '/live': { target: server, ws: true },
    },
  },
});
