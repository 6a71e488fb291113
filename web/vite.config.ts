import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** The application that `npm run dev` talks to. */
const server = process.env.FAIRBRIDGE_SERVER ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: process.env.WEB_OUT_DIR ?? 'dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    manifest: true,
  },
  server: {
    fs: { allow: ['..'] },
    proxy: {
      '/graphql': { target: server, ws: true },
      '/uploads': server,
    },
  },
  preview: {
    proxy: {
      '/graphql': { target: server, ws: true },
      '/uploads': server,
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/shared/testing/setup.ts'],
    testTimeout: 120_000,
    maxWorkers: 2,
  },
})
