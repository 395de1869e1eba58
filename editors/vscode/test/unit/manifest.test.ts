import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
// @ts-expect-error a script without types
import { root, settings } from '../../scripts/settings.mjs'
// @ts-expect-error a script without types
import { snippets } from '../../scripts/snippets.mjs'

const here = path.resolve(import.meta.dirname, '../..')
const manifest = JSON.parse(fs.readFileSync(path.join(here, 'package.json'), 'utf8'))
const written: Record<string, { body: string[] }> = snippets()

test('the settings are those of the server; npm run generate writes them', () => {
  assert.deepEqual(manifest.contributes.configuration, settings())
})

test('the snippets are what achievement-ls new writes; npm run generate writes them', () => {
  assert.deepEqual(JSON.parse(fs.readFileSync(path.join(here, 'snippets/achievements.json'), 'utf8')), written)
})

test('a snippet has a place for all that is to be filled in, each under a number of its own', () => {
  for (const [name, { body }] of Object.entries(written)) {
    const text = body.join('\n')
    const places = [...text.matchAll(/\$\{(\d+):([^}]*)\}/g)].map((m) => `${m[1]} ${m[2]}`)
    const numbers = new Set(places.map((p) => p.split(' ')[0]))
    assert.equal(new Set(places).size, numbers.size, name)
    assert.deepEqual([...numbers].map(Number), Array.from(numbers, (_, i) => i + 1), name)
    assert.doesNotMatch(text.replace(/\$\{[^}]*\}/g, ''), /\[[^ \]]/, name)
  }
})

test("every type and modifier of the server's tokens has a colour where themes know none", () => {
  const legend = /## Semantic tokens\n([^]*?)\n## /.exec(fs.readFileSync(path.join(root, 'docs/features.md'), 'utf8'))?.[1] ?? ''
  const types = [...legend.matchAll(/^\| `(\w+)` \|/gm)].map((m) => m[1])
  assert.equal(types.length, 8)
  const [{ scopes }] = manifest.contributes.semanticTokenScopes
  assert.deepEqual([...new Set(Object.keys(scopes).map((k) => k.split('.')[0]))].sort(), types.sort())
  for (const { id } of manifest.contributes.semanticTokenModifiers) assert.match(legend, new RegExp('`' + id + '`'))
})

test('commands named in menus, steps and welcomes are offered', () => {
  const offered = new Set(manifest.contributes.commands.map((c: { command: string }) => c.command))
  const { menus, viewsWelcome, walkthroughs } = manifest.contributes
  const named = [...JSON.stringify({ menus, viewsWelcome, walkthroughs }).matchAll(/achievementLs\.(?!achievements|start|running)[\w.]+/g)].map((m) => m[0])
  assert.ok(named.length > 10)
  for (const command of named) assert.ok(offered.has(command), command)
})

test('what the manifest points at is there, and gets into the package', () => {
  const steps = manifest.contributes.walkthroughs.flatMap((w: { steps: { media: { svg: string } }[] }) => w.steps)
  const ignored = fs.readFileSync(path.join(here, '.vscodeignore'), 'utf8')
  for (const file of [manifest.icon, ...steps.map((s: { media: { svg: string } }) => s.media.svg), manifest.contributes.snippets[0].path]) {
    assert.ok(fs.existsSync(path.join(here, file)), file)
    assert.ok(ignored.split('\n').some((line) => line.startsWith('!') && path.matchesGlob(path.normalize(file), line.slice(1))), file)
  }
})
