#!/usr/bin/env node
// Plain JavaScript, so that an older Node can still say in one line what it lacks.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `tapestry needs Node 24 or newer and this is ${process.version}: run it as "npx --no tapestry" inside the checkout, where npm ci brings Node 24 for Linux, or install Node 24.`,
  )
  process.exit(1)
}
const { run } = await import('./run.ts')
await run(process.argv)
