/** `npm run bench -- NAME`: measures beside a peer or a limit in the same run, and prints ratios. Never part of the tests. */
const BENCHES: Record<string, () => Promise<unknown>> = {
  evidence: () =>
    import('./evidence/evidence.bench.ts').then(({ benchEvidence }) => benchEvidence(process.argv.slice(3))),
  statistics: () =>
    import('./statistics/statistics.bench.ts').then(({ benchStatistics }) => benchStatistics(process.argv.slice(3))),
  forecasts: () =>
    import('./forecasts/forecasts.bench.ts').then(({ benchForecasts }) => benchForecasts(process.argv.slice(3))),
  charts: () => import('./charts.ts').then(({ benchCharts }) => console.table(benchCharts())),
}

const bench = BENCHES[process.argv[2] ?? '']
if (!bench) {
  console.error(`Name a benchmark: npm run bench -- ${Object.keys(BENCHES).join(' | ')}`)
  process.exit(2)
}
await bench()
