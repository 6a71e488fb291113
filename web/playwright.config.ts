import { defineConfig } from '@playwright/test'

/** Against a running application: `BASE_URL`; `CHROMIUM` is the browser, Debian's when not told. */
export default defineConfig({
  testDir: 'browser',
  outputDir: process.env.WEB_RESULTS_DIR ?? 'test-results',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  retries: 0,
  reporter: 'list',
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:8080',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
})
