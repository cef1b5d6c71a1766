import { SingleBar } from 'cli-progress'

/** A progress bar on a terminal; nothing elsewhere, where it would only fill a log. */
export function progressBar(): { update(done: number, total: number, label: string): void; stop(): void } {
  if (!process.stderr.isTTY) return { update() {}, stop() {} }
  const bar = new SingleBar({
    format: '{bar} {percentage}% {mb} MB {label}',
    stream: process.stderr,
    hideCursor: true,
    fps: 10,
  })
  let started = false
  return {
    update(done, total, label) {
      const payload = { label: label.slice(-50), mb: Math.round(done / 1e6) }
      if (started) bar.update(done, payload)
      else bar.start(total, done, payload)
      started = true
    },
    stop: () => bar.stop(),
  }
}
