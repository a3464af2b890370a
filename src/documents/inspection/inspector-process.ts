import { serveWork } from '../../platform/bounded-process.ts'
import { inspectFile } from './inspect-file.ts'
import { MOST_MEMORY } from './limits.ts'

serveWork(MOST_MEMORY, inspectFile)
