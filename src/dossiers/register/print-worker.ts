import { parentPort, workerData } from 'node:worker_threads'
import { renderTypst, type TypstPaper } from '../../platform/pdf.ts'

// The other side of `renderAside`: one paper, then gone with all its memory.
const pdf = await renderTypst(workerData as TypstPaper)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
parentPort?.postMessage(new Uint8Array(pdf))
