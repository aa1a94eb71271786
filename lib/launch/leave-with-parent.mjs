import { isMainThread } from 'node:worker_threads'

// Loaded into the web server before anything else: when the launcher goes without a word, the pipe between them closes, and the server must not stay behind.
// A thread of the server may be given the same options, and has an empty pipe of its own, which says nothing.
if (isMainThread) {
  process.stdin.on('error', () => {})
  process.stdin.on('end', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(), 3000)
  })
  process.stdin.resume()
}
