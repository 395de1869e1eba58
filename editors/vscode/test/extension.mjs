// extension.mjs ACHIEVEMENT: what the extension has besides the journey, with the
// server that its package brings. Where $PICTURES names the repository, the pictures of
// its documents are taken.
import fs from 'node:fs'
import path from 'node:path'
import { run, tall } from './code.mjs'
import { walkthrough } from './walkthrough.mjs'

const [achievement] = process.argv.slice(2)
const workspace = process.env.WORKSPACE
const wrong = '80 minutes → 60 minutes is a 25% reduction'

// servers are the processes of the program that came in the package.
function servers() {
  return fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith(process.env.EXTENSIONS)
    } catch {
      return false // it has ended meanwhile
    }
  }).map(Number)
}

const plain = path.join(process.env.HOME, 'plain')
fs.mkdirSync(plain)
fs.writeFileSync(path.join(plain, 'shopping.md'), '# Shopping\n\n- Bread\n')

await run({}, async (code) => {
  const line = '.editor-instance .view-line'
  const row = '.pane-body .monaco-list-row'

  await code.open(plain, path.join(plain, 'shopping.md'))
  await code.command('Developer: Show Running Extensions')
  const running = code.page.locator('.editor-container .monaco-list-row', { hasText: 'Achievement Files' })
  let activation
  await code.until('the extension is active in a folder without achievements', async () => {
    activation = /Activation:\s*(\d+)\s*ms/.exec(await running.first().innerText())
    return activation !== null
  })
  console.log(`# activated in ${activation[1]} ms`)
  await code.press('Escape') // it lies over the window
  await code.command('Focus on Achievements View')
  await code.shows('its view says that no server runs', '.pane.expanded .pane-body', 'The server is not running.')
  await code.until('no server was started', async () => servers().length === 0)

  await code.open(workspace, achievement)
  await code.until('the packaged server marks the percentage', () => code.underlined('45%'))
  await code.until('and is one', async () => servers().length === 1)
  await code.shows('an inlay hint works a change out', line, '40 → 55+38 %')
  await code.shows('a lens counts the results', '.codelens-decoration', '2 of 2 results quantified')
  await code.until('a figure has a colour of its own, which markdown gives none', async () =>
    (await code.colour('80 minutes')) !== (await code.colour('Parents waited')))
  await code.picture('docs/vscode-diagnostics.png')
  await code.put(29, 35)
  await code.press('Control+k', 'Control+i')
  await code.shows('the hover explains the finding', '.monaco-hover', wrong)
  await code.picture('docs/vscode-hover.png')
  await code.press('Escape')

  await code.command('Focus on Achievements View')
  await code.shows('the view lists the achievements', row, 'Raised the Share of Homework')
  await code.resize(800)
  await code.put(29)
  await code.press('F8')
  await code.shows('the next problem is explained beneath it', '.peekview-widget', wrong)
  await code.picture('editors/vscode/images/editor.png')
  await code.press('Escape')
  await code.put(29, 38)
  await code.fixes('a fix is offered', 'Change to "25%"')
  await code.picture('editors/vscode/images/fix.png')
  await code.press('Escape')
  await code.resize(tall)

  await code.put(51, 99)
  await code.press('Enter')
  await code.until('Enter begins the next tag', () => code.reads('- #school', '- '))
  await code.type('#fam')
  await code.shows('tags are offered', '.suggest-widget.visible .monaco-list-row', '#families')
  await code.picture('docs/vscode-completion.png')
  await code.complete('and can be taken', '#families')
  await code.until('which ends the tag', () => code.reads('- #school', '- #families'))

  await code.put(36, 99)
  await code.press('Backspace')
  await code.type('|')
  await code.until('the bar that ends a row aligns the table', () => code.reads('| Type | Link/Location                 | Notes        |'))

  await code.put(30, 99)
  await code.press('Enter')
  await code.until('Enter begins the next result', () => code.reads('- Families served: 40 → 55+38 %', '- '))
  await code.type('Rooms used: 8 → 6 (')
  await code.shows('ghost text offers the percentage', `${line} [class*=ghost-text]`, '25%')
  await code.press(...Array(9).fill('Control+ArrowUp')) // which scrolls
  await code.shows('below what the lens counts now', '.codelens-decoration', '3 of 3 results quantified')
  await code.picture('docs/vscode-hints.png')
  await code.press('Tab')
  await code.until('Tab takes it', async () => (await code.line('- Rooms used'))?.includes('25%'))

  const [killed] = servers()
  process.kill(killed, 'SIGKILL')
  await code.until('a server that was killed is started again', async () => servers().length === 1 && servers()[0] !== killed)
  await code.put(30)
  await code.press('Control+Enter') // which no server goes on with
  await code.type('- Chairs: 8 → 6 (90% reduction)')
  await code.until('and knows what is typed and not saved', () => code.underlined('90%'))
  await code.until('nothing of which is lost', async () => (await code.line('- Rooms used')) !== undefined)

  await code.command('Achievements: New Achievement')
  const input = code.page.locator('.quick-input-widget:visible input').first()
  const asks = (question) => code.until(`it asks: ${question}`, async () =>
    (await code.page.locator('.quick-input-widget:visible').innerText()).includes(question) || (await input.getAttribute('placeholder')) === question)
  await asks('What did you achieve?')
  await input.fill('Shortened the Queue')
  await code.press('Enter')
  await asks('Of which category?')
  await code.press('Enter')
  await code.shows('the new achievement is open', '.tab.active', 'ACH-003')

  await code.command('Achievements: Show Report')
  await asks('Of which period is the report?')
  await code.press('Enter')
  await code.until('the report is previewed', async () => {
    const texts = await Promise.all(code.page.frames().map((f) => f.locator('body').innerText({ timeout: 1000 }).catch(() => '')))
    return texts.some((t) => t.includes('Raised the Share of Homework Handed In'))
  })

  await walkthrough(code)

  await code.open(workspace, achievement)
  await code.until('a server runs', async () => servers().length > 0)
  code.set({ 'achievementLs.server.path': '/nowhere/achievement-ls' })
  await code.shows('other settings are followed, and a missing program is explained', '.notifications-toasts', 'achievementLs.server.path is "/nowhere/achievement-ls", which is no program')
  await code.page.locator('.notifications-toasts .monaco-button', { hasText: 'Open Settings' }).first().click()
  await code.shows('and leads to the settings', '.settings-editor', 'achievementLs.server.path')
})
