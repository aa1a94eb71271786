// Loaded into the web server before anything else: when the launcher goes without a word, the pipe between them closes, and the server must not stay behind.
process.stdin.on('error', () => {})
process.stdin.on('end', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(), 3000)
})
process.stdin.resume()
