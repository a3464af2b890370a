#!/usr/bin/env -S MALLOC_ARENA_MAX=1 node --max-semi-space-size=4
// The way in, for any Node.js from 20 on: installs what is missing, goes on with the Node.js version the project
// brings, builds when the source is newer than the build, runs the command.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const LEAST_NODE = [22, 18]
// A larger nursery for young objects (V8's default) keeps 100 MB more and serves no more pages.
// As `npm start` says as well, memory of the system's own allocator goes back when it is free, from one arena for all threads; blocks of the
// size of a PDF are mapped by themselves, so that they leave no holes.
const RUN_WITH = ['--max-semi-space-size=4']

installMissing()
if (isOldNode(process.versions.node)) continueWithOwnNode()
else await run()

function installMissing() {
  const stamp = join(root, 'node_modules', '.package-lock.json')
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs - 1000) return
  if (existsSync(stamp) && existsSync(join(root, 'node_modules', 'esbuild'))) return
  console.error('Cài các gói cần thiết (lần đầu, khoảng một phút)… / Installing packages (first time, about a minute)…')
  // Not `npm ci`: it refuses a lock without the packages of other machines, which some registries do not serve.
  const install = spawnSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (install.status !== 0) {
    console.error('Chưa cài được. Kiểm tra mạng rồi chạy lại. / Packages could not be installed: check the network, then run again.')
    process.exit(install.status ?? 1)
  }
}

function isOldNode(version) {
  const [major, minor] = version.split('.').map(Number)
  return major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])
}

function continueWithOwnNode() {
  const own = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node')
  if (!existsSync(own)) {
    console.error(`Cần Node.js ${LEAST_NODE.join('.')} trở lên; máy đang có ${process.versions.node}. / Node.js ${LEAST_NODE.join('.')} or newer is needed.`)
    process.exit(1)
  }
  const child = spawn(own, [...RUN_WITH, '--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], cwd: process.cwd() })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 128 : (code ?? 0)))
}

async function run() {
  // What lives is a third of what V8 would let the heap grow to before it looks for the rest.
  setFlagsFromString('--heap-growing-percent=25')
  const bundle = join(root, 'dist', 'main.mjs')
  if (newestIn(join(root, 'src')) > (existsSync(bundle) ? statSync(bundle).mtimeMs : 0)) await build(bundle)
  const { main } = await import(pathToFileURL(bundle).href)
  process.exitCode = await main(process.argv.slice(2))
}

function newestIn(folder) {
  let newest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    newest = Math.max(newest, entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs)
  }
  return newest
}

async function build(bundle) {
  const esbuild = createRequire(join(root, 'package.json'))('esbuild')
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(root, 'src', 'main.ts')],
    outdir: dirname(bundle),
    outExtension: { '.js': '.mjs' },
    splitting: true,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    external: packagesOutside(),
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    minifyWhitespace: true,
    legalComments: 'none',
    lineLimit: 200,
    write: false,
    logLevel: 'error',
  })
  // Its process keeps 370 MB of what it built for as long as this one runs.
  await esbuild.stop()
  mkdirSync(dirname(bundle), { recursive: true })
  for (const { path, text } of outputFiles) writeFileSync(path, path.endsWith('.mjs') ? escaped(text) : text)
}

// Packages stay what they are, but one: of 2 MB of bar codes one kind is drawn.
function packagesOutside() {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => name !== 'bwip-js')
}

// One Vietnamese letter makes V8 hold the source of its whole file in two bytes a letter; esbuild leaves those in regular expressions.
function escaped(text) {
  return text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
