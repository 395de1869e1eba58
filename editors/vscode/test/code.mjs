// code.mjs: VS Code in headless Chromium, driven and read as a person does it. Each
// check waits for what is to come, as long as $PATIENCE seconds, and prints as those
// of the other editors' tests do; the first that fails ends the test.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { chromium } from 'playwright-core'

const patience = Number(process.env.PATIENCE) * 1000
// What it takes to start is the machine's matter, and no check.
const slow = 90_000
/** tall is a height at which an achievement is seen whole. */
export const tall = 1120
const data = path.join(process.env.HOME, 'code')
const pause = (ms) => new Promise((done) => setTimeout(done, ms))

/** Code is a running VS Code and the browser that shows it. */
export class Code {
  #checks = 0
  #server
  #browser
  #address
  page

  /** start runs VS Code with the settings besides those that keep it quiet, and with options of code-server. */
  static async start(settings, options) {
    const code = new Code()
    code.set(settings)
    const port = await freePort()
    code.#server = spawn(process.execPath, [process.env.CODE_SERVER, '--config', path.join(data, 'config.yaml'), '--user-data-dir', data,
      '--extensions-dir', process.env.EXTENSIONS, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check',
      '--disable-getting-started-override', '--disable-proxy', '--ignore-last-opened', ...options],
    { detached: true, stdio: ['ignore', fs.openSync(path.join(data, 'log'), 'w'), fs.openSync(path.join(data, 'errors'), 'w')] })
    code.#address = `127.0.0.1:${port}`
    const end = Date.now() + slow
    while (!(await fetch(`http://${code.#address}/healthz`).then((r) => r.ok, () => false))) {
      if (Date.now() > end) throw new Error(fs.readFileSync(path.join(data, 'errors'), 'utf8'))
      await pause(100)
    }
    code.#browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'] })
    code.page = await code.#browser.newPage()
    await code.resize(tall)
    code.page.setDefaultTimeout(slow)
    return code
  }

  /** set writes the settings: the user's, and those of the machine, of which a browser takes the paths of programs. */
  set(settings) {
    for (const [whose, s] of [['User', quiet], ['Machine', settings]]) {
      fs.mkdirSync(path.join(data, whose), { recursive: true })
      fs.writeFileSync(path.join(data, whose, 'settings.json'), JSON.stringify(s))
    }
  }

  /** resize makes the window so high; what is open over the editor closes. */
  async resize(height) {
    await this.page.setViewportSize({ width: 1280, height })
  }

  /** picture leaves one of the window as the file below the folder $PICTURES. */
  async picture(file) {
    if (process.env.PICTURES) await this.page.screenshot({ path: path.join(process.env.PICTURES, file) })
  }

  /** stop ends the browser, VS Code and all it has started. */
  async stop() {
    await this.#browser?.close()
    const exited = new Promise((done) => this.#server.once('exit', done))
    process.kill(-this.#server.pid, 'SIGTERM')
    await Promise.race([exited, pause(5000)])
    try { process.kill(-this.#server.pid, 'SIGKILL') } catch { /* all have gone */ }
  }

  /** open shows the folder with the file in an editor. */
  async open(folder, file) {
    await this.#go(folder, { openFile: file })
    await this.page.locator('.editor-instance .view-lines').first().waitFor()
    await this.page.locator('.tab.active').first().click()
    await this.page.mouse.move(20, 600) // where nothing is said of it
  }

  /** inside runs a module's function run within the extension host, with the folder open and the
   * extension of another folder installed; it gives the status that VS Code ends the run with. It
   * needs the option enable-smoke-test-driver. */
  async inside(folder, extension, module) {
    const status = new Promise((resolve) => this.page.exposeFunction('codeAutomationExit', resolve))
    await this.page.exposeFunction('codeAutomationLog', () => {})
    await this.#go(folder, { extensionDevelopmentPath: extension, extensionTestsPath: module })
    return Promise.race([status, pause(slow).then(() => 'none in time')])
  }

  async #go(folder, files) {
    const payload = JSON.stringify(Object.entries(files).map(([name, file]) => [name, `vscode-remote://${this.#address}${file}`]))
    await this.page.goto(`http://${this.#address}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(payload)}`)
  }

  /** until is a check: the condition holds now or soon. */
  async until(what, condition) {
    this.#checks++
    const end = Date.now() + patience
    for (;;) {
      if (await condition().catch(() => false)) return console.log(`ok ${this.#checks} - ${what}`)
      if (Date.now() > end) break
      await pause(50)
    }
    console.log(`not ok ${this.#checks} - ${what}`)
    console.log((await this.page.locator('.monaco-workbench').innerText()).replace(/^/gm, '# '))
    throw new Failed()
  }

  /** shows is a check: one of the elements has the text. */
  async shows(what, selector, text) {
    await this.until(what, async () => (await this.page.locator(selector).allInnerTexts()).some((t) => plain(t).includes(text)))
  }

  /** lacks is a check: there is no such element. */
  async lacks(what, selector) {
    await this.until(what, async () => (await this.page.locator(selector).count()) === 0)
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(text) {
    await this.page.keyboard.type(text, { delay: 20 })
  }

  /** put moves the cursor, to a line and a column that count from 1. */
  async put(line, column = 1) {
    await this.press('Control+g')
    await this.page.locator('.quick-input-widget:visible input').waitFor()
    await this.type(`${line}:${column}`)
    await this.press('Enter')
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor()
  }

  /** command runs one by its name in the palette. */
  async command(name) {
    await this.pick('F1', '>' + name, name)
  }

  /** choose runs a command, and takes the row of that name from the list it asks with. */
  async choose(command, row) {
    await this.#pick([['>' + command, command], [row, row]], 'F1')
  }

  /** pick types the text into the box that a key opens, and takes the row that comes up. */
  async pick(key, text, row) {
    await this.#pick([[text, row]], key)
  }

  async #pick(choices, key) {
    const box = this.page.locator('.quick-input-widget').first()
    await box.waitFor({ state: 'hidden' })
    // What is just being shown may take the focus, and the key or the box with it.
    for (let i = 0; ; i++) {
      await this.press(key)
      try {
        for (const [text, row] of choices) {
          await box.locator('input').first().fill(text, { timeout: 3000 })
          await this.page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().waitFor({ timeout: 5000 })
          await this.press('Enter')
        }
        return
      } catch (e) {
        if (i === 9) throw e
        await this.press('Escape')
      }
    }
  }

  /** fixes is a check: the quick fixes at the cursor hold the text; they stay open. */
  async fixes(what, text) {
    await this.#offered(what, 'Control+.', '.action-widget', text)
  }

  /** fix chooses from the quick fixes at the cursor. */
  async fix(what, text) {
    await this.#choose(what, 'Control+.', '.action-widget', text)
  }

  /**
   * complete chooses from the candidates at the cursor, by the mouse: the list may go
   * and come back as the editor hears more, and a key pressed meanwhile goes into the text.
   */
  async complete(what, text) {
    const list = '.suggest-widget.visible'
    for (let i = 0; ; i++) {
      await this.#offered(i === 0 ? what : `${what}, asked again`, 'Control+Space', list, text)
      try {
        return await this.page.locator(`${list} .monaco-list-row`, { hasText: text }).first().click({ timeout: 2000 })
      } catch (e) {
        if (i === 4) throw e
      }
    }
  }

  // offered is a check: the list that a key asks for has the text. It is asked for
  // again where it has gone by itself.
  async #offered(what, key, list, text) {
    const rows = this.page.locator(`${list} .monaco-list-row`)
    let asked = 0
    await this.until(what, async () => {
      if ((await rows.count()) === 0 && Date.now() - asked > 2000) {
        asked = Date.now()
        await this.press(key)
      }
      return (await rows.allInnerTexts()).some((t) => plain(t).includes(text))
    })
  }

  // Goes down to the row with the text and takes it.
  async #choose(what, key, list, text) {
    await this.#offered(what, key, list, text)
    for (let i = 0; i < 12; i++) {
      if (plain(await this.page.locator(`${list} .monaco-list-row.focused`).innerText()).includes(text)) return this.press('Enter')
      await this.press('ArrowDown')
      await pause(50)
    }
    throw new Error(`"${text}" is in the list, but no arrow leads to it`)
  }

  /** underlined tells whether a squiggle stands exactly below the text. */
  async underlined(text) {
    return this.page.evaluate((text) => {
      const near = (a, b) => Math.abs(a - b) < 3
      for (const line of document.querySelectorAll('.editor-instance .view-line')) {
        const at = line.textContent.replaceAll('\u00a0', ' ').indexOf(text)
        if (at < 0) continue
        const place = document.createRange()
        let before = 0
        const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
        for (let node = walk.nextNode(); node; before += node.length, node = walk.nextNode()) {
          if (at >= before && at < before + node.length) place.setStart(node, at - before)
          if (at + text.length > before && at + text.length <= before + node.length) place.setEnd(node, at + text.length - before)
        }
        const wanted = place.getBoundingClientRect(), row = line.getBoundingClientRect()
        for (const squiggle of document.querySelectorAll('.editor-instance .view-overlays [class*=squiggly-]')) {
          const is = squiggle.getBoundingClientRect()
          if (near(is.left, wanted.left) && near(is.right, wanted.right) && is.top >= row.top - 2 && is.bottom <= row.bottom + 2) return true
        }
      }
      return false
    }, text)
  }

  /** colour is that of the first letter of the text in the editor; undefined where the text isn't seen. */
  async colour(text) {
    return this.page.evaluate((text) => {
      for (const line of document.querySelectorAll('.editor-instance .view-line')) {
        let at = line.textContent.replaceAll('\u00a0', ' ').indexOf(text)
        if (at < 0) continue
        const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
        for (let node = walk.nextNode(); node; at -= node.length, node = walk.nextNode()) {
          if (at < node.length) return getComputedStyle(node.parentElement).color
        }
      }
    }, text)
  }

  /** line is the text of the editor's line that begins so; undefined where none is seen. */
  async line(beginning) {
    return (await this.#lines()).find((l) => l.startsWith(beginning))
  }

  /** reads tells whether the editor shows these lines, one below the other. */
  async reads(...wanted) {
    const lines = await this.#lines()
    return lines.some((_, i) => wanted.every((text, j) => lines[i + j] === text))
  }

  // The lines seen, from top to bottom, which is not how the page has them.
  async #lines() {
    const lines = await this.page.locator('.editor-instance .view-line').evaluateAll((all) =>
      all.map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent })))
    return lines.sort((a, b) => a.top - b.top).map(({ text }) => plain(text))
  }
}

/** Failed is a check that failed and has said so. */
export class Failed extends Error {}

/** run has the test drive VS Code, started with the settings and options, and ends the process with its result. */
export async function run(settings, test, options = ['--disable-workspace-trust']) {
  let code, status = 1
  try {
    code = await Code.start(settings, options)
    await test(code)
    status = 0
  } catch (e) {
    if (!(e instanceof Failed)) console.error(e)
    if (process.env.FAILED_PICTURE) await code?.page?.screenshot({ path: process.env.FAILED_PICTURE }).catch(() => {})
  }
  await code?.stop()
  process.exit(status)
}

const quiet = {
  'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never', 'workbench.startupEditor': 'none', 'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false, 'extensions.autoUpdate': false, 'extensions.ignoreRecommendations': true, 'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden', 'git.enabled': false, 'update.mode': 'none', 'workbench.enableExperiments': false,
  'editor.wordBasedSuggestions': 'off', 'editor.minimap.enabled': false,
}

// An editor shows its blanks as no-break ones, and a tab its name in parts.
function plain(text) {
  return text.replaceAll('\u00a0', ' ').replaceAll('\n', '')
}

function freePort() {
  return new Promise((done) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}
