// What BrowserIT calls: starts the jar on a free port with empty data and the sample market, runs the
// browser tests against it (those named by its arguments, or all) and stops it. `browser.tests` is auto (where a Chromium is found), required or off.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'

const web = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const target = resolve(web, '..', 'target')
const mode = process.env.BROWSER_TESTS || 'auto'
const patience = 600_000

function chromium() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) => folders.map((folder) => join(folder, name)))
  return [process.env.CHROMIUM, ...found].find((path) => path && existsSync(path))
}

function start(data, log) {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java'
  const output = openSync(log, 'w')
  return spawn(java, ['-jar', join(target, 'fairbridge.jar'), '--server.port=0'], {
    cwd: data,
    stdio: ['ignore', output, output],
    env: { ...process.env, FAIRBRIDGE_DATA_DIR: join(data, 'data'), FAIRBRIDGE_DEMO: 'true' },
  })
}

/** The address that the application tells when it serves, once the sample market can be searched. */
async function ready(application, log) {
  const end = Date.now() + patience
  while (Date.now() < end) {
    if (application.exitCode !== null) throw new Error(`The application ended with ${application.exitCode}, see ${log}`)
    const address = /is ready at (http:\/\/localhost:\d+)/.exec(readFileSync(log, 'utf8'))?.[1]
    if (address && (await hasMarket(address))) return address
    await pause(500)
  }
  throw new Error(`The application was not ready within ${patience / 1000} s, see ${log}`)
}

/** Nothing of the sample market waits to be matched any more. */
async function hasMarket(address) {
  const metrics = await (await fetch(`${address}/actuator/prometheus`)).text()
  return /^fairbridge_outbox_depth(\{[^}]*\})? 0(\.0)?$/m.test(metrics)
}

async function stop(application) {
  if (application.exitCode !== null) return
  application.kill('SIGTERM')
  const ended = new Promise((done) => application.once('exit', done))
  if ((await Promise.race([ended, pause(20_000, 'late')])) === 'late') application.kill('SIGKILL')
}

async function main() {
  if (mode === 'off') return 0
  const browser = chromium()
  if (!browser) {
    console.log('Browser tests are left out: no Chromium is found.')
    return mode === 'required' ? 1 : 0
  }
  const data = mkdtempSync(join(tmpdir(), 'fairbridge-browser-'))
  const log = join(target, 'browser-tests-application.log')
  const application = start(data, log)
  try {
    const address = await ready(application, log)
    const { status } = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], {
      cwd: web,
      stdio: 'inherit',
      env: {
        ...process.env,
        BASE_URL: address,
        CHROMIUM: browser,
        WEB_RESULTS_DIR: join(target, 'browser-tests'),
        WEB_SCREENSHOTS_DIR: join(target, 'screenshots'),
      },
    })
    return status ?? 1
  } finally {
    await stop(application)
    rmSync(data, { recursive: true, force: true })
  }
}

process.exitCode = await main()
