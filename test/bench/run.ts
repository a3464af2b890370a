import '../support/read-tsx.ts'

const { bench } = await import('./bench.ts')
process.exitCode = await bench(process.argv.slice(2))
