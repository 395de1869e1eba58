// journey.mjs ACHIEVEMENT REVIEW: the journey of all editors (../../test/harness.sh).
import fs from 'node:fs'
import path from 'node:path'
import { run } from './code.mjs'

const [achievement, review] = process.argv.slice(2)
const missing = 'the section "Collaboration" is missing'
const wrong = '80 minutes → 60 minutes is a 25% reduction'

// What is written is what is typed, in every editor.
const verbatim = { '[markdown]': { 'editor.formatOnType': false } }

await run({ 'achievementLs.server.path': process.env.SERVER, ...verbatim }, async (code) => {
  await code.open(process.env.WORKSPACE, achievement)
  await code.until('the missing section is marked at the title', () => code.underlined('Achievement: Shortened the Wait at the Open Evening'))
  await code.until('the wrong percentage is marked at its figure, behind an emoji', () => code.underlined('45%'))
  await code.press('Control+Shift+m')
  await code.shows('Problems lists the missing section', '.markers-panel .monaco-list-row', missing)
  await code.shows('and the percentage', '.markers-panel .monaco-list-row', wrong)
  await code.shows('with its place', '.markers-panel .monaco-list-row', '[Ln 29, Col 37]')
  await code.press('Control+j')

  await code.put(29, 38)
  await code.fix('a fix is offered', 'Change to "25%"')
  await code.until('the percentage is mended', async () => (await code.line('- 🎉'))?.includes('(25% reduction)'))

  await code.put(1, 3)
  await code.fix('the section is offered', 'Insert "Collaboration"')
  await code.until('a row waits for a collaborator', async () => (await code.line('| [Name]')) !== undefined)
  await code.press('Escape')
  await code.put(53)
  await code.press('Shift+End')
  await code.type('| Moni')
  await code.complete('the collaborator is offered', 'Monika Braun')
  await code.until('the row names the collaborator and the role', async () => (await code.line('| Monika'))?.startsWith('| Monika Braun | Head Teacher |'))
  await code.type('Welcomed the families |')
  await code.press('Escape')

  await code.put(57, 99)
  await code.press('Enter')
  await code.type('- #fam')
  await code.complete('the tag is offered', '#families')
  await code.until('the tag is completed', async () => (await code.line('- #families')) !== undefined)
  await code.lacks('nothing is found any more', '.editor-instance .view-overlays [class*=squiggly-]')
  const before = fs.statSync(achievement).mtimeMs
  await code.press('Control+s')
  await code.until('the file is written', async () => fs.statSync(achievement).mtimeMs > before)
  await code.lacks('and the editor says so', '.tab.active.dirty')

  const tab = '.tab.active'
  await code.pick('Control+p', path.basename(review), path.basename(review))
  await code.shows('the review is open', tab, path.basename(review))
  await code.put(8, 7)
  await code.press('F12')
  await code.shows('the review leads to the achievement', tab, path.basename(achievement))
  await code.command('Go Back')
  await code.shows('and back', tab, path.basename(review))
})
