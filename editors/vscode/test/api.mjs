// api.mjs ACHIEVEMENT REVIEW: VS Code asked by its own API (api.cjs), in a folder that is
// not trusted and whose settings name a program of its own.
import fs from 'node:fs'
import path from 'node:path'
import { Failed, run } from './code.mjs'

const [achievement, review] = process.argv.slice(2)
const workspace = process.env.WORKSPACE
const nowhere = '/nowhere/achievement-ls'
const checks = path.join(process.env.HOME, 'checks')
fs.writeFileSync(checks, '')
fs.mkdirSync(path.join(workspace, '.vscode'))
fs.writeFileSync(path.join(workspace, '.vscode/settings.json'), JSON.stringify({ 'achievementLs.server.path': nowhere }))
// The extension host has the environment of VS Code.
Object.assign(process.env, { CHECKS: checks, ACHIEVEMENT: achievement, REVIEW: review, UNTRUSTED: nowhere })
const extension = path.join(process.env.EXTENSIONS, fs.readdirSync(process.env.EXTENSIONS).find((name) => name.startsWith('achievement-ls.')))

await run({ 'achievementLs.server.path': process.env.SERVER }, async (code) => {
  const status = await code.inside(workspace, extension, path.join(import.meta.dirname, 'api.cjs'))
  process.stdout.write(fs.readFileSync(checks, 'utf8'))
  if (status !== 0) {
    console.log(`# VS Code ended the run with ${status}`)
    throw new Failed()
  }
}, ['--vscode-option', 'enable-smoke-test-driver'])
