// Writes the settings into package.json.
import fs from 'node:fs'
import path from 'node:path'
import { settings } from './settings.mjs'

const here = path.resolve(import.meta.dirname, '..')
const file = path.join(here, 'package.json')
const manifest = JSON.parse(fs.readFileSync(file, 'utf8'))
manifest.contributes.configuration = settings()
fs.writeFileSync(file, JSON.stringify(manifest, null, 2) + '\n')
