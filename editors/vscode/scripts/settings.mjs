// The extension's settings, from the server's own definition of the configuration.
import { execFileSync } from 'node:child_process'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../../..')
const own = {
  'achievementLs.server.path': { type: 'string', default: '', scope: 'machine-overridable', description: 'The achievement-ls program to start, instead of the one the extension brings or finds' },
  'achievementLs.trace.server': { type: 'string', enum: ['off', 'messages', 'verbose'], default: 'off', description: 'What of the talk with the server the output shows' },
}

export function settings() {
  const generated = JSON.parse(execFileSync('go', ['run', './cmd/achievement-ls', 'config', 'schema', '--editor'], { cwd: root, encoding: 'utf8' }))
  // A folder may have values of its own.
  for (const setting of Object.values(generated)) setting.scope = 'resource'
  return { title: 'Achievement Files', properties: { ...own, ...generated } }
}
