const limit = 5
const within = 3 * 60_000

/** Backoff decides what follows a crash: a pause in milliseconds before the next
 * start, or undefined after five crashes within three minutes. */
export class Backoff {
  private crashes: number[] = []

  next(now: number): number | undefined {
    this.crashes = [...this.crashes.filter((t) => now - t < within), now]
    return this.crashes.length >= limit ? undefined : 250 * 2 ** (this.crashes.length - 1)
  }
}
