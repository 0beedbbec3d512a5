/** A thread that compresses blocks: in, a block; out, its DEFLATE bytes. Started by `pool.ts`. */
import { parentPort } from 'node:worker_threads'
import { deflateBlock } from './deflate.ts'

parentPort?.on('message', (block: Uint8Array) => {
  const deflated = deflateBlock(block)
  parentPort?.postMessage(deflated, [deflated.buffer])
})
