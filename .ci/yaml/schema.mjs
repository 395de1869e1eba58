// schema.mjs FOLDER: has yaml-language-server complete, check and explain
// configurations by FOLDER/achievements.schema.json, as an editor would, and says
// whatever it does otherwise than a writer needs.
import { spawn } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node.js'

const folder = resolve(process.argv[2])
const installed = dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json'))
const server = spawn(process.execPath, [join(installed, 'bin/yaml-language-server'), '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
const wire = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))

let wrong = 0
const check = (good, what, instead) => {
  if (!good) wrong++
  console.log(good ? `ok: ${what}` : `not ok: ${what}: ${JSON.stringify(instead)}`)
}

const published = new Map() // what waits for the findings of an address
wire.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => published.get(uri)?.(diagnostics))
wire.onRequest('workspace/configuration', ({ items }) => items.map(({ section }) =>
  section === 'yaml' ? { validate: true, completion: true, hover: true, schemaStore: { enable: false } } : {}))
wire.onRequest('client/registerCapability', () => null)
wire.listen()
await wire.sendRequest('initialize', {
  processId: process.pid,
  rootUri: pathToFileURL(folder).href,
  workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'career' }],
  capabilities: {
    workspace: { configuration: true, workspaceFolders: true },
    textDocument: { completion: { completionItem: { snippetSupport: true } }, hover: { contentFormat: ['markdown'] }, publishDiagnostics: {} },
  },
})
await wire.sendNotification('initialized', {})

// open shows the server a configuration. A $0 in it is where the cursor stands.
let opened = 0
async function open(text) {
  const source = `# yaml-language-server: $schema=achievements.schema.json\n${text}`
  const [before] = source.split('$0')
  const lines = before.split('\n')
  const uri = pathToFileURL(join(folder, `${++opened}.yaml`)).href
  const findings = new Promise(done => published.set(uri, done))
  await wire.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text: source.replace('$0', '') } })
  return { findings, place: { textDocument: { uri }, position: { line: lines.length - 1, character: lines.at(-1).length } } }
}

async function completes(text, ...want) {
  const { place } = await open(text)
  const answer = await wire.sendRequest('textDocument/completion', place)
  const labels = (answer.items ?? answer).map(item => item.label)
  check(want.every(label => labels.includes(label)), `${JSON.stringify(text)} is completed with ${want.join(', ')}`, labels)
}

async function explains(text, want) {
  const { place } = await open(text)
  const answer = await wire.sendRequest('textDocument/hover', place)
  check((answer?.contents.value ?? '').replaceAll('\\', '').includes(want), `${JSON.stringify(text)} is explained as ${JSON.stringify(want)}`, answer)
}

// says: the findings are these and no others; each is the text it stands on and a
// piece of its message.
async function says(text, ...want) {
  const lines = ['', ...text.split('\n')]
  const found = (await (await open(text)).findings).map(({ range: { start, end }, message }) => [lines[start.line].slice(start.character, end.line > start.line ? undefined : end.character), message])
  const good = found.length === want.length && want.every(([on, piece], i) => found[i][0] === on && found[i][1].includes(piece))
  check(good, `${JSON.stringify(text)} is told ${want.map(([, piece]) => piece).join(', ') || 'nothing'}`, found)
}

await completes('$0', 'files', 'id', 'template', 'rules', 'tags', 'people', 'categories', 'format')
await completes('id:\n  $0', 'prefix', 'digits')
await completes('rules:\n  percent$0', 'percentage-mismatch')
await completes('rules:\n  percentage-mismatch: $0', 'error', 'hint')
await completes('diagnostics:\n  scope: $0', 'workspace')

await explains('i$0d:\n  digits: 4\n', 'What achievement IDs look like')
await explains('rules:\n  missing-b$0aseline: off\n', 'A percentage in Result stands without the values before and after')

await says('fils: {}\n', ['fils', 'fils is not allowed'])
await says('rules:\n  percentage-mismach: off\n', ['percentage-mismach', 'percentage-mismach is not allowed'])
await says('rules:\n  percentage-mismatch: loud\n', ['loud', 'Value is not accepted'])
await says('id:\n  digits: three\n', ['three', 'Incorrect type'])
await says('tags: [career]\n', ['[career]', 'Incorrect type'])
await says('people:\n  - Ines Calder: Carpenter\n  - [Tom]\n', ['[Tom]', 'Incorrect type'])
await says(`files:
  exclude: [drafts/**]
id: {prefix: WIN-, digits: 4}
rules:
  section-order: off
  long-summary: {severity: hint}
tags:
  required: [career]
people:
  - Ines Calder: Carpenter
diagnostics: {scope: workspace}
format: {tables: false}
`)

await wire.sendRequest('shutdown')
await wire.sendNotification('exit')
wire.dispose()
if (wrong) {
  console.log(`${wrong} of what a writer needs is missing`)
  process.exitCode = 1
}
