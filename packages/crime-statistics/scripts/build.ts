import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Compiles `src` to ES modules with types in `dist`, as they are packed for npm. */
const home = join(import.meta.dirname, '..')
const dist = join(home, 'dist')
rmSync(dist, { recursive: true, force: true })
const { status } = spawnSync('tsc', ['-p', join(home, 'tsconfig.build.json')], { stdio: 'inherit' })
if (status !== 0) process.exit(1)

// the compiler rewrites './x.ts' in code and leaves it in declarations, where nothing of that name is packed
for (const file of globSync('**/*.d.ts', { cwd: dist })) {
  const path = join(dist, file)
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(/((?:from |import\()['"]\.{1,2}\/[^'"]+)\.ts(?=['"])/g, '$1.js'),
  )
}
