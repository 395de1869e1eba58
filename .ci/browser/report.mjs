// report.mjs PAGE [PREFIX]: opens a report in headless Chromium as readers do (light,
// dark, on a phone, in print) and says whatever is wrong with it. With PREFIX it
// takes the pictures PREFIX-light.png and PREFIX-dark.png besides.
import { statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import axe from 'axe-core'
import { chromium } from 'playwright-core'

const [page, prefix] = process.argv.slice(2)
const address = pathToFileURL(resolve(page)).href
const maxBytes = 500_000
// VIEW is the one view to open; all without it.
const only = process.env.VIEW
const desktop = { width: 1200, height: 900 }
const views = [
  { name: 'light', viewport: desktop, colorScheme: 'light' },
  { name: 'dark', viewport: desktop, colorScheme: 'dark' },
  { name: 'narrow', viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  { name: 'narrow and dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
  { name: 'print', viewport: { width: 794, height: 1123 }, colorScheme: 'dark', media: 'print' },
].filter(view => !only || view.name === only)

let wrong = 0
const check = (good, what) => {
  if (!good) wrong++
  console.log(`${good ? 'ok' : 'not ok'}: ${what}`)
}

check(statSync(page).size < maxBytes, `the page has ${statSync(page).size} bytes, fewer than ${maxBytes}`)

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? 'chromium', args: ['--no-sandbox'] })
for (const view of views) {
  // axe is put in beside the page's own policy, which lets no script run: it goes
  // through the debugger, which knows no policy.
  const context = await browser.newContext({ viewport: view.viewport, colorScheme: view.colorScheme, deviceScaleFactor: 1 })
  const tab = await context.newPage()
  const said = []
  const asked = []
  tab.on('console', message => { if (['error', 'warning'].includes(message.type())) said.push(message.text()) })
  tab.on('pageerror', error => said.push(String(error)))
  tab.on('request', request => asked.push(request.url()))
  await tab.goto(address, { waitUntil: 'load' })
  if (view.media) await tab.emulateMedia({ media: view.media, colorScheme: view.colorScheme })

  check(said.length === 0, `${view.name}: no word on the console${said.map(s => '\n    ' + s).join('')}`)
  const left = asked.filter(url => url !== address)
  check(left.length === 0, `${view.name}: no request leaves the page${left.map(s => '\n    ' + s).join('')}`)
  check(await tab.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent') !== ''), `${view.name}: its own policy lets its own style in`)
  check(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${view.name}: nothing is wider than the window`)
  await tab.evaluate(axe.source)
  const { violations, passes } = await tab.evaluate(() => axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // Nobody touches paper.
    rules: { 'target-size': { enabled: !matchMedia('print').matches } },
  }))
  check(passes.length > 10 && violations.length === 0, `${view.name}: axe has ${violations.length} violations, ${passes.length} rules hold${
    violations.map(v => `\n    ${v.id}: ${v.help}` + v.nodes.map(n => `\n      ${n.target}: ${n.failureSummary}`).join('')).join('')}`)
  if (view.media !== 'print') await keyboard(tab, view.name)
  if (view.media === 'print') {
    check((await tab.pdf({ format: 'A4' })).length > 10_000, 'print: it prints')
    check(await tab.evaluate(() => getComputedStyle(document.body).backgroundColor) === 'rgb(255, 255, 255)', 'print: black on white, whatever the screen has')
    check(await tab.evaluate(() => getComputedStyle(document.querySelector('nav') ?? document.querySelector('.skip')).display === 'none'), 'print: without what only a screen needs')
  }
  if (prefix && ['light', 'dark'].includes(view.name)) {
    await tab.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0) })
    await tab.screenshot({ path: `${prefix}-${view.name}.png` })
  }
  await context.close()
}
await browser.close()
process.exit(wrong ? 1 : 0)

// keyboard visits the page by Tab: everything that can be used gets the focus, in
// the order of the page, the skip link first, and each shows that it has it.
async function keyboard(tab, name) {
  const usable = await tab.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], [tabindex="0"]')].filter(e => e.getClientRects().length)
    all.forEach((e, i) => e.setAttribute('data-stop', i))
    return all.length
  })
  const visited = []
  let unseen = 0
  for (let i = 0; i < usable; i++) {
    await tab.keyboard.press('Tab')
    const stop = await tab.evaluate(() => {
      const e = document.activeElement
      const style = getComputedStyle(e)
      const box = e.getBoundingClientRect()
      return {
        number: Number(e.getAttribute('data-stop') ?? -1),
        seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.bottom > 0 && box.top < innerHeight,
      }
    })
    visited.push(stop.number)
    if (!stop.seen) unseen++
  }
  check(usable > 0 && visited.every((n, i) => n === i), `${name}: Tab visits all ${usable} links and tables in order${
    visited.every((n, i) => n === i) ? '' : ': ' + visited.join(' ')}`)
  check(unseen === 0, `${name}: the focus is seen everywhere`)
}
