// Writes dist: extension.js, which the editor reads when it starts, client.js, which
// it reads with the server's start, and the schema of .achievements.yaml.
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { root } from './settings.mjs'

const here = path.resolve(import.meta.dirname, '..')
const later = {
  name: 'later',
  setup(b) {
    b.onResolve({ filter: /^\.\/client\.ts$/ }, ({ kind }) => (kind === 'dynamic-import' ? { path: './client.js', external: true } : undefined))
  },
}
const { metafile } = await build({
  absWorkingDir: here, entryPoints: ['src/extension.ts', 'src/client.ts'], outdir: 'dist', bundle: true, platform: 'node', format: 'cjs', target: 'node20',
  // A require, which the editor gives its own modules to.
  supported: { 'dynamic-import': false },
  external: ['vscode'], minify: true, metafile: true, plugins: [later],
})
const early = Object.keys(metafile.outputs['dist/extension.js'].inputs).filter((file) => file.includes('node_modules'))
if (early.length > 0) throw new Error(`dist/extension.js holds ${early[0]}, which slows every start of the editor`)
fs.copyFileSync(path.join(root, 'docs/achievements.schema.json'), path.join(here, 'dist/achievements.schema.json'))
