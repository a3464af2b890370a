#!/usr/bin/env node
// `npm test`: installs what is missing, then types, lint and architecture, unit and action tests, and the journeys in a
// real browser. Ends with one line that counts everything.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const own = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin')

install()
const environment = { ...process.env, PATH: `${own}:${join(root, 'node_modules', '.bin')}:${process.env.PATH}` }
systemPackages()

const started = Date.now()
const journeys = ['--config', 'vitest.journeys.config.ts']
// Half of the journeys by time. Each half has a system of its own: while one waits for a page, the other has the machine.
const half = ['mother', 'clerk', 'restart', 'online', 'counter'].map((name) => `test/journeys/${name}.journey.ts`)
const lookedAt = mkdtempSync(join(tmpdir(), 'motcua-looked-at-'))
environment.JOURNEYS_LOOKED_AT = lookedAt
// While the tests make their database ready, the checks have a core to themselves.
const [isChecked, tests] = await Promise.all([runChecks(), runSuite('tests', [])])
const suites = [
  tests,
  ...(await Promise.all([
    runSuite('journeys', [...journeys, ...half.map((file) => `--exclude=${file}`)]),
    runSuite('journeys-beside', [...journeys, ...half], { isQuiet: true }),
  ])),
]

rmSync(lookedAt, { recursive: true })

const passed = suites.reduce((sum, suite) => sum + suite.passed, 0) + (isChecked ? 1 : 0)
const failed = suites.reduce((sum, suite) => sum + suite.failed, 0) + (isChecked ? 0 : 1)
console.log(`\n${Math.round((Date.now() - started) / 1000)} s`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

async function runChecks() {
  const [status] = await once(spawn(process.execPath, ['check.mjs'], { cwd: root, stdio: 'inherit', env: environment }), 'close')
  return status === 0
}

/** A quiet suite tells what it has to tell when it has ended, so that two of them do not talk at once. */
async function runSuite(name, args, { isQuiet = false } = {}) {
  const report = join(root, 'var', `test-report-${name}.json`)
  mkdirSync(join(root, 'var'), { recursive: true })
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const stdio = isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit'
  const run = spawn('vitest', ['run', ...args, ...reporters], { cwd: root, stdio, env: environment })
  const said = []
  for (const [from, to] of [[run.stdout, process.stdout], [run.stderr, process.stderr]]) from?.on('data', (chunk) => said.push([to, chunk]))
  const [status] = await once(run, 'close')
  for (const [to, chunk] of said) to.write(chunk)
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
  const broken = numFailedTests + (numFailedTests === 0 && (numFailedTestSuites > 0 || status !== 0) ? 1 : 0)
  return { passed: numPassedTests, failed: broken }
}

function install() {
  if (existsSync(join(root, 'node_modules', 'vitest'))) return
  const result = spawnSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' })
  if (result.status !== 0) process.exit(result.status ?? 1)
}

/**
 * A browser, and other people's programs that check our signatures. Any browser will do; Chromium without windows takes half
 * the time.
 */
function systemPackages() {
  const wanted = [
    ['chromium-headless-shell', ['chromium-headless-shell']],
    ['poppler-utils', ['pdfsig']],
    ['openssl', ['openssl']],
    ['libnss3-tools', ['certutil']],
    ['qpdf', ['qpdf']],
    ['mupdf-tools', ['mutool']],
    ['xmlsec1', ['xmlsec1']],
    // The machine's own reader of scanned papers; the package brings its Vietnamese model.
    ['tesseract-ocr-vie', ['tesseract']],
    // A token in software, and what compiles the addon that speaks to tokens.
    ['softhsm2', ['softhsm2-util']],
    ['g++', ['g++']],
    ['make', ['make']],
    ['python3', ['python3']],
  ]
  const missing = wanted.filter(([, programs]) => !programs.some(isInstalled)).map(([name]) => name)
  if (missing.length === 0) return
  const sudo = process.getuid() === 0 ? [] : ['sudo', '-n']
  console.log(`Installing ${missing.join(', ')} …`)
  for (const args of [['apt-get', 'update', '-qq'], ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing]]) {
    const [command, ...rest] = [...sudo, ...args]
    const result = spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    if (result.status !== 0) {
      const isOtherBrowserThere = ['chromium', 'chromium-browser', 'google-chrome'].some(isInstalled)
      if (isOtherBrowserThere && missing.every((name) => name === 'chromium-headless-shell')) return
      console.error(`Install these first: ${missing.join(' ')}`)
      process.exit(1)
    }
  }
}

function isInstalled(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0
}
