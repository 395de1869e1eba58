// api.cjs: runs within VS Code's extension host and asks the extension, by VS Code's own
// API, what it knows of the journey's achievement. All checks run; each leaves a line
// in the file $CHECKS, and one that failed makes the run fail.
const assert = require('node:assert/strict')
const fs = require('node:fs')
const path = require('node:path')
const vscode = require('vscode')

const patience = Number(process.env.PATIENCE) * 1000
const slow = 60_000
const achievement = vscode.Uri.file(process.env.ACHIEVEMENT)
const review = vscode.Uri.file(process.env.REVIEW)
const ask = vscode.commands.executeCommand
const at = (line, column) => new vscode.Position(line - 1, column - 1)
const places = (ranges) => ranges.map((r) => `${r.start.line + 1}:${r.start.character + 1}-${r.end.line + 1}:${r.end.character + 1}`)
const wrong = '80 minutes → 60 minutes is a 25% reduction, not 45%'

let count = 0
let failed = 0

// check holds when the assertions of the test hold, now or as soon as patience allows.
async function check(what, test, time = patience) {
  count++
  let line
  const end = Date.now() + time
  for (;;) {
    try {
      await test()
      line = `ok ${count} - ${what}`
      break
    } catch (e) {
      line = `not ok ${count} - ${what}\n${String(e.message).replace(/^/gm, '# ')}`
      if (Date.now() > end) {
        failed++
        break
      }
    }
    await new Promise((done) => setTimeout(done, 50))
  }
  fs.appendFileSync(process.env.CHECKS, line + '\n')
}

// Memory is a file system that lies on no disk, whose every file has the same text.
class Memory {
  onDidChangeFile = new vscode.EventEmitter().event
  #text
  constructor(text) { this.#text = Buffer.from(text) }
  watch() { return new vscode.Disposable(() => {}) }
  stat() { return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#text.length } }
  readDirectory() { return [] }
  readFile() { return this.#text }
  createDirectory() {}
  writeFile() {}
  delete() {}
  rename() {}
}
let memory

exports.run = async () => {
  const document = await vscode.workspace.openTextDocument(achievement)
  const editor = await vscode.window.showTextDocument(document)
  const written = document.getText()
  const text = (line) => document.lineAt(line - 1).text
  const whole = () => new vscode.Range(0, 0, document.lineCount, 0)
  // Puts back what was written, in one edit.
  const restore = () => editor.edit((e) => e.replace(whole(), written))
  const symbols = () => ask('vscode.executeDocumentSymbolProvider', achievement)
  const titled = (s) => s.name.includes('Shortened the Wait') && s.detail?.includes('ACH-002')

  await check('the outline has the achievement with its ID, and its parts below it', async () => {
    const mine = (await symbols()).find(titled)
    assert.ok(mine, 'no such symbol')
    assert.ok(mine.children.some((c) => c.name.includes('Summary')), mine.children.map((c) => c.name).join())
  }, slow)
  await check('the extension is active', () => assert.ok(vscode.extensions.getExtension('achievement-ls.achievement-ls').isActive))
  await check('every command of the manifest is there', async () => {
    const { contributes } = vscode.extensions.getExtension('achievement-ls.achievement-ls').packageJSON
    const known = new Set(await vscode.commands.getCommands(true))
    assert.deepEqual(contributes.commands.map((c) => c.command).filter((c) => !known.has(c)), [])
  })
  await check('the folder is not trusted, and its own program is not taken', () => {
    assert.equal(vscode.workspace.isTrusted, false)
    assert.equal(vscode.workspace.getConfiguration('achievementLs').get('server.path'), process.env.SERVER)
  })

  await check('findings stand where they belong', () => {
    const found = vscode.languages.getDiagnostics(achievement)
    assert.deepEqual(found.map((d) => `${places([d.range])} ${d.code?.value ?? d.code} ${vscode.DiagnosticSeverity[d.severity]}`).sort(),
      ['1:3-1:54 missing-section Information', '29:37-29:40 percentage-mismatch Warning'])
    const sum = found.find((d) => d.range.start.line === 28)
    assert.ok(sum.message.startsWith(wrong), sum.message)
    assert.deepEqual(places(sum.relatedInformation.map((r) => r.location.range)), ['29:12-29:35'])
  })
  await check('a hover says what the figure is', async () => {
    const hovers = await ask('vscode.executeHoverProvider', achievement, at(29, 38))
    assert.match(hovers.flatMap((h) => h.contents).map((c) => c.value ?? c).join('\n'), /80 minutes → 60 minutes/)
  })
  await check('inlay hints stand behind what they explain', async () => {
    const hints = await ask('vscode.executeInlayHintProvider', achievement, whole())
    assert.deepEqual(hints.map((h) => `${h.position.line + 1}:${h.position.character + 1} ${typeof h.label === 'string' ? h.label : h.label.map((p) => p.value).join('')}`),
      ['4:21 Mon, Q2', '30:27 +38 %'])
  })
  await check('a lens counts the results', async () => {
    const lenses = await ask('vscode.executeCodeLensProvider', achievement, 10)
    assert.match(lenses.map((l) => l.command?.title).join('\n'), /2 of 2 results quantified/)
  })
  await check('semantic tokens say what the words are', async () => {
    const legend = await ask('vscode.provideDocumentSemanticTokensLegend', achievement)
    const { data } = await ask('vscode.provideDocumentSemanticTokens', achievement)
    const tokens = []
    for (let i = 0, line = 0, column = 0; i < data.length; i += 5) {
      column = data[i] === 0 ? column + data[i + 1] : data[i + 1]
      line += data[i]
      tokens.push(`${legend.tokenTypes[data[i + 3]]} ${document.getText(new vscode.Range(line, column, line, column + data[i + 2]))}`)
    }
    for (const token of ['property Achievement ID', 'class ACH-002', 'event 2026-04-20', 'keyword Situation', 'number 80 minutes', 'decorator #school']) {
      assert.ok(tokens.includes(token), `${token} is not among: ${tokens.join(', ')}`)
    }
  })
  await check('the document is laid out by small edits', async () => {
    const edits = await ask('vscode.executeFormatDocumentProvider', achievement, { tabSize: 4, insertSpaces: true })
    assert.ok(edits.length > 0)
    for (const { range } of edits) assert.ok(range.start.line >= 33 && range.end.line <= 36, places([range])[0])
  })
  await check('the bar that ends a row lays its table out', async () => {
    const edits = await ask('vscode.executeFormatOnTypeProvider', achievement, at(36, text(36).length + 1), '|', { tabSize: 4, insertSpaces: true })
    assert.ok(edits.length > 0)
  })

  await check('the review leads to the achievement', async () => {
    const found = await ask('vscode.executeDefinitionProvider', review, at(8, 7))
    assert.deepEqual(found.map((l) => path.basename((l.targetUri ?? l.uri).path)), [path.basename(achievement.path)])
  })
  await check('the achievement leads to the review', async () => {
    const found = await ask('vscode.executeReferenceProvider', achievement, at(3, 23))
    assert.ok(found.some((l) => l.uri.path === review.path && l.range.start.line === 7), found.map((l) => l.uri.path).join())
  })
  await check('the workspace knows the achievement by letters of its title', async () => {
    const found = await ask('vscode.executeWorkspaceSymbolProvider', 'wait open')
    assert.ok(found.some((s) => s.location.uri.path === achievement.path), found.map((s) => s.name).join())
  })
  await check('a rename of the ID is one edit of file and review', async () => {
    const edit = await ask('vscode.executeDocumentRenameProvider', achievement, at(3, 23), 'ACH-009')
    assert.deepEqual(edit.entries().filter(([, edits]) => edits.length > 0).map(([uri]) => path.basename(uri.path)).sort(), [achievement, review].map((u) => path.basename(u.path)).sort())
  })

  await check('a fix mends the percentage', async () => {
    const actions = await ask('vscode.executeCodeActionProvider', achievement, new vscode.Range(at(29, 38), at(29, 38)), 'quickfix', 20)
    const fix = actions.find((a) => a.title === 'Change to "25%"')
    assert.ok(fix, actions.map((a) => a.title).join())
    await vscode.workspace.applyEdit(fix.edit)
    const mended = text(29)
    await restore()
    assert.equal(mended, '- 🎉 Wait: 80 minutes → 60 minutes (25% reduction)')
  })
  await check('a tag is completed, from its # on', async () => {
    await editor.edit((e) => e.insert(at(51, 10), '\n- #fam'))
    const { items } = await ask('vscode.executeCompletionItemProvider', achievement, at(52, 7), undefined, 50)
    await restore()
    const tag = items.find((i) => (i.label.label ?? i.label) === '#families')
    assert.ok(tag, items.map((i) => i.label.label ?? i.label).join())
    assert.equal(tag.insertText?.value ?? tag.insertText, '#families')
    assert.deepEqual(places([tag.range.replacing ?? tag.range]), ['52:3-52:7'])
  })
  await check('Insert Missing Sections inserts what is missing', async () => {
    await ask('achievementLs.insertMissing')
    const filled = document.getText()
    await restore()
    assert.match(filled, /\n## Collaboration\n\n\| Person \| Role /)
  })
  await check('Show Timeline shows a document that is no file', async () => {
    await ask('achievementLs.showTimeline')
    const shown = vscode.window.activeTextEditor.document
    assert.equal(shown.uri.scheme, 'achievement-ls')
    assert.match(shown.getText(), /Shortened the Wait at the Open Evening/)
  })
  await check('a file of a virtual folder is checked by itself', async () => {
    memory ??= vscode.workspace.registerFileSystemProvider('vscode-vfs', new Memory('# Achievement: Noon\n\n**Date:** 2026-02-30\n'), { isReadonly: true })
    const uri = vscode.Uri.parse('vscode-vfs://host/career/ACH-001-Noon.md')
    await vscode.workspace.openTextDocument(uri)
    assert.ok(vscode.languages.getDiagnostics(uri).some((d) => (d.code?.value ?? d.code) === 'invalid-date'))
  })
  await check('a server that is restarted knows the open files', async () => {
    await ask('achievementLs.restart')
    assert.ok((await symbols()).some(titled))
  }, slow)
  await vscode.window.showTextDocument(document)
  await ask('workbench.action.files.revert')
  fs.appendFileSync(process.env.CHECKS, `1..${count}\n`)
  if (failed > 0) throw new Error(`${failed} of ${count} checks failed`)
}
