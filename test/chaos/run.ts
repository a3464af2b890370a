import '../support/read-tsx.ts'

const { chaos } = await import('./chaos.ts')
process.exitCode = await chaos(process.argv.slice(2))
