import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
// @ts-expect-error a script without types
import { settings } from '../../scripts/settings.mjs'

const here = path.resolve(import.meta.dirname, '../..')
const manifest = JSON.parse(fs.readFileSync(path.join(here, 'package.json'), 'utf8'))

test('the settings are those of the server; npm run generate writes them', () => {
  assert.deepEqual(manifest.contributes.configuration, settings())
})
