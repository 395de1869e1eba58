// package.mjs [TARGET…]: writes dist/achievement-ls-TARGET.vsix, with the server
// for its platform; "universal" carries none. Without arguments, all of them. One
// that is too large is an error.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root } from './settings.mjs'

const here = path.resolve(import.meta.dirname, '..')
const { version } = JSON.parse(fs.readFileSync(path.join(here, 'package.json'), 'utf8'))
const megabyte = 1e6
const largest = 15 * megabyte
const platforms = ['linux', 'darwin', 'win32'].flatMap((os) => ['x64', 'arm64'].map((arch) => `${os}-${arch}`))
const targets = process.argv.length > 2 ? process.argv.slice(2) : [...platforms, 'universal']
fs.mkdirSync(path.join(here, 'dist'), { recursive: true })
for (const target of targets) {
  if (target !== 'universal' && !platforms.includes(target)) throw new Error(`${target} is no target; use universal, ${platforms.join(', ')}`)
  fs.rmSync(path.join(here, 'bin'), { recursive: true, force: true })
  const vsix = path.join(here, 'dist', `achievement-ls-${target}.vsix`)
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix]
  if (target !== 'universal') {
    const [os, arch] = target.split('-')
    const program = path.join(here, 'bin', os === 'win32' ? 'achievement-ls.exe' : 'achievement-ls')
    const env = { ...process.env, CGO_ENABLED: '0', GOOS: os === 'win32' ? 'windows' : os, GOARCH: arch === 'x64' ? 'amd64' : arch }
    execFileSync('go', ['build', '-trimpath', `-ldflags=-s -w -X main.release=${version}`, '-o', program, './cmd/achievement-ls'], { cwd: root, env, stdio: 'inherit' })
    args.push('--target', target)
  }
  execFileSync(process.execPath, [path.join(here, 'node_modules/@vscode/vsce/vsce'), ...args], { cwd: here, stdio: 'inherit' })
  const { size } = fs.statSync(vsix)
  if (size > largest) throw new Error(`${vsix} has ${(size / megabyte).toFixed(1)} MB, at most ${largest / megabyte} are wanted`)
  console.log(`${target}: ${(size / megabyte).toFixed(1)} MB`)
}
fs.rmSync(path.join(here, 'bin'), { recursive: true, force: true })
