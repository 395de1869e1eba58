// api.mjs ACHIEVEMENT REVIEW: VS Code asked by its own API (api.cjs), in a folder that is
// not trusted and whose settings name a program of its own; and that this program is
// what counts once the folder is trusted.
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
Object.assign(process.env, { CHECKS: checks, ACHIEVEMENT: achievement, REVIEW: review })
const extension = path.join(process.env.EXTENSIONS, fs.readdirSync(process.env.EXTENSIONS).find((name) => name.startsWith('achievement-ls.')))

await run({ 'achievementLs.server.path': process.env.SERVER }, async (code) => {
  const status = await code.inside(workspace, extension, path.join(import.meta.dirname, 'api.cjs'))
  process.stdout.write(fs.readFileSync(checks, 'utf8'))
  if (status !== 0) {
    console.log(`# VS Code ended the run with ${status}`)
    throw new Failed()
  }
  await code.open(workspace, achievement)
  await code.command('Workspaces: Manage Workspace Trust')
  await code.page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ }).first().click()
  await code.shows('the folder is trusted', '.workspace-trust-editor', 'You trust this folder')
  // Driven so, VS Code shows no message by itself.
  await code.command('Notifications: Show Notifications')
  await code.shows('and its own program is the one that counts', '.notifications-center', `achievementLs.server.path is "${nowhere}", which is no program`)
}, ['--vscode-option', 'enable-smoke-test-driver'])
