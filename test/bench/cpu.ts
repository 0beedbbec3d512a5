/** Processor time in microseconds, so that what else the machine does counts little. */
export function cpu(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** How the time grows with the size: the slope of the line through their logarithms. */
export function exponent(points: readonly (readonly [size: number, time: number])[]): number {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(Math.max(time, 1e-6))] as const)
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
  const [x, y] = [mean(logs.map(([size]) => size)), mean(logs.map(([, time]) => time))]
  const over = logs.reduce((sum, [size, time]) => sum + (size - x) * (time - y), 0)
  return over / logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0)
}
