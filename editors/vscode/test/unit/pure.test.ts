import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Backoff } from '../../src/backoff.ts'
import { group } from '../../src/grouping.ts'
import { locate, type Machine } from '../../src/locate.ts'
import { place } from '../../src/place.ts'
import { withPolicy } from '../../src/policy.ts'
import { mayBeAchievement } from '../../src/recognise.ts'

test('what may be an achievement', () => {
  for (const [path, text, want] of [
    ['/w/ACH-001-Build.md', '', true],
    ['/w/achievements/2026/wins.md', '', true],
    ['/w/notes.md', '**Achievement ID:** X-1\n', true],
    ['/w/notes.md', '# Achievement: Faster builds\n', true],
    ['/w/notes.md', 'see ACH-004\n', true],
    ['/w/README.md', '# Project\n\nAn achievement of the team.\n', false],
    ['/w/notes.md', 'BACH-1 was a composer\n', false],
  ] as const) assert.equal(mayBeAchievement(path, text), want, `${path}: ${text}`)
})

test('where the program is looked for', () => {
  const machine = (platform: string, env: Record<string, string>, ...programs: string[]): Machine => ({ platform, home: platform === 'win32' ? 'C:\\u' : '/home/u', env, isProgram: (f) => programs.includes(f) })
  const own = '/x/bin/achievement-ls'
  assert.equal(locate('', '/x', machine('linux', { PATH: '/usr/bin' }, own, '/usr/bin/achievement-ls')), own)
  assert.equal(locate('', '/x', machine('linux', { PATH: '.:/usr/bin' }, '/usr/bin/achievement-ls')), '/usr/bin/achievement-ls')
  assert.equal(locate('', '/x', machine('linux', {}, '/home/u/go/bin/achievement-ls')), '/home/u/go/bin/achievement-ls')
  assert.equal(locate('~/a', '/x', machine('linux', {}, '/home/u/a', own)), '/home/u/a')
  assert.equal(locate('/gone', '/x', machine('linux', {}, own)), undefined)
  assert.equal(locate('', 'C:\\x', machine('win32', { Path: 'C:\\b' }, 'C:\\b\\achievement-ls.exe')), 'C:\\b\\achievement-ls.exe')
  assert.equal(locate('', '/x', machine('linux', { PATH: '/usr/bin' })), undefined)
})

test('five crashes within three minutes are the last', () => {
  const b = new Backoff()
  assert.deepEqual([0, 1, 2, 3, 4].map((t) => b.next(t)), [250, 500, 1000, 2000, undefined])
  assert.equal(b.next(200_000), 250)
})

test('groups', () => {
  const list = [{ uri: 'a', line: 1, date: '2026-02-01', tags: ['x', 'y'] }, { uri: 'b', line: 1, date: '2026-05-01' }, { uri: 'c', line: 1 }]
  assert.deepEqual(group(list, 'quarter').map((g) => g.name), ['2026-Q2', '2026-Q1', 'No date'])
  assert.deepEqual(group(list, 'tag').map((g) => [g.name, g.achievements.length]), [['#x', 1], ['#y', 1], ['No tag', 2]])
})

test('a page gets the policy before anything it could load', () => {
  assert.match(withPolicy('<html><head><style>a{}</style></head></html>'), /<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'/)
  assert.match(withPolicy('<p>x</p>'), /^<!doctype html><head><meta .*<p>x<\/p>$/)
})

test('which workspace a command is about', () => {
  const uri = (scheme: string, path: string) => ({ scheme, toString: () => `${scheme}://${path}` })
  assert.deepEqual(place(uri('file', '/w/a.md'), [uri('file', '/v')]), { workspace: 'file:///w/a.md' })
  assert.deepEqual(place(uri('untitled', 'Untitled-1'), [uri('vscode-vfs', '/r'), uri('file', '/v')]), { workspace: 'file:///v' })
  assert.deepEqual(place(uri('vscode-vfs', '/r/a.md'), [uri('vscode-vfs', '/r')]), { none: 'virtual' })
  assert.deepEqual(place(undefined, []), { none: 'closed' })
})
