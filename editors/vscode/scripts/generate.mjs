// Writes the settings into package.json, and the snippets.
import fs from 'node:fs'
import path from 'node:path'
import { settings } from './settings.mjs'
import { snippets } from './snippets.mjs'

const here = path.resolve(import.meta.dirname, '..')
const file = path.join(here, 'package.json')
const manifest = JSON.parse(fs.readFileSync(file, 'utf8'))
manifest.contributes.configuration = settings()
fs.writeFileSync(file, JSON.stringify(manifest, null, 2) + '\n')
fs.writeFileSync(path.join(here, 'snippets/achievements.json'), JSON.stringify(snippets(), null, 2) + '\n')
