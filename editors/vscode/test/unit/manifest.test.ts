import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
// @ts-expect-error a script without types
import { root, settings } from '../../scripts/settings.mjs'

const here = path.resolve(import.meta.dirname, '../..')
const manifest = JSON.parse(fs.readFileSync(path.join(here, 'package.json'), 'utf8'))

test('the settings are those of the server; npm run generate writes them', () => {
  assert.deepEqual(manifest.contributes.configuration, settings())
})

test('the schema is the one in docs; npm run generate copies it', () => {
  assert.equal(fs.readFileSync(path.join(here, 'achievements.schema.json'), 'utf8'), fs.readFileSync(path.join(root, 'docs/achievements.schema.json'), 'utf8'))
})
