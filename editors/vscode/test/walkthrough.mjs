// walkthrough.mjs: every button of the walkthrough does what it says.
import fs from 'node:fs'

const manifest = JSON.parse(fs.readFileSync(process.env.MANIFEST, 'utf8'))
const [{ title: name, steps }] = manifest.contributes.walkthroughs

// What is seen once a button was pressed, by its words: where, and which text.
const box = '.quick-input-widget:visible'
const seen = {
  'New Achievement': [box, 'What did you achieve?'],
  'Insert Missing Sections': ['.notifications-toasts', 'Open an achievement first'],
  'Show the View': ['.pane.expanded .monaco-list-row', 'Raised the Share of Homework'],
  'Show Statistics': ['.tab.active', 'tatistics'],
  'New Review': [box, 'Of which period'],
  'Show Report': [box, 'Of which period is the report?'],
}

/** walkthrough opens it again and again, and presses each button of each step. */
export async function walkthrough(code) {
  const buttons = steps.flatMap(({ title, description }) => [...description.matchAll(/^\[(.*)\]\(command:/gm)].map(([, button]) => [title, button]))
  await code.until('each button of the walkthrough is known', async () => buttons.length > 0 && buttons.every(([, button]) => seen[button]))
  for (const [title, button] of buttons) {
    const [where, text] = seen[button]
    const shown = async () => (await code.page.locator(where, { hasText: text }).count()) > 0 ||
      ((await code.page.locator(`${where} input`).first().getAttribute('placeholder', { timeout: 100 }).catch(() => null)) ?? '').includes(text)
    await code.until(`nothing is seen yet of what "${button}" shows`, async () => {
      if (!(await shown())) return true
      await code.command('View: Show Search') // in the place of the view
      return false
    })
    await code.choose('Welcome: Open Walkthrough...', name)
    const step = code.page.locator('.getting-started-step', { hasText: title })
    await code.until(`the walkthrough has the step "${title}"`, () => step.isVisible())
    if (!(await step.getAttribute('class')).includes('expanded')) await step.click()
    await step.locator('.monaco-button', { hasText: button }).click()
    await code.until(`its button "${button}" does what it says`, shown)
    await code.press('Escape', 'Escape')
  }
}
