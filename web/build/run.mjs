// What Maven calls: `node build/run.mjs prepare|build|test`. Each step is left out when nothing it reads has changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const web = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const marks = join(web, 'node_modules', '.cache', 'maven')
const sources = ['src', 'public', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts', 'codegen.ts', 'tsconfig.json', 'tsconfig.app.json', 'tsconfig.node.json', 'build', '../schema']

function filesUnder(path) {
  if (!existsSync(path)) return []
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
}

/** A fingerprint of everything a step reads. */
function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths.map((one) => join(web, one))) {
    const files = /\.[a-z]+$/.test(path) ? [path] : filesUnder(path)
    for (const file of files.filter((one) => !one.includes('/generated/'))) hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function unchanged(step, print) {
  const mark = join(marks, step)
  return existsSync(mark) && readFileSync(mark, 'utf8') === print
}

function remember(step, print) {
  mkdirSync(marks, { recursive: true })
  writeFileSync(join(marks, step), print)
}

function npm(...args) {
  const { status } = spawnSync('npm', args, { cwd: web, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}

function prepare() {
  const print = fingerprint(['package-lock.json'])
  if (unchanged('prepare', print)) return
  npm('ci', '--no-audit', '--no-fund', '--loglevel', 'error')
  remember('prepare', print)
}

/** Beside each text file its compressed form, so that the server compresses nothing while it serves. */
function compress(folder) {
  for (const file of filesUnder(folder).filter((one) => /\.(js|css|html|svg)$/.test(one))) {
    const content = readFileSync(file)
    if (content.length < 1024) continue
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  }
}

function build() {
  const out = process.env.WEB_OUT_DIR ?? join(web, 'dist')
  const print = fingerprint(sources)
  const mark = join(out, '.built')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === print) return
  rmSync(mark, { force: true })
  npm('run', '--silent', 'build')
  compress(out)
  writeFileSync(mark, print)
}

function test() {
  if (process.env.SKIP_TESTS === 'true') return
  const print = fingerprint([...sources, 'eslint.config.js'])
  if (unchanged('test', print)) return
  npm('run', '--silent', 'lint')
  npm('test', '--silent')
  remember('test', print)
}

const steps = { prepare, build, test }
steps[process.argv[2]]?.()
