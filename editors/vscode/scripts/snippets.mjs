// Snippets for those without the server: the files that "achievement-ls new" writes,
// with what is to be filled in as places to jump to.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from './settings.mjs'

const review = `# Self-Review: PERIOD

**Role:** [Role]
**Period:** PERIOD

## Achievements

| # | Achievement | Category | Impact | Link |
| --- | --- | --- | --- | --- |
| 1 | TITLE | [Category] | [Metric]: [Before] → [After] | [ACH-001]([path of the achievement]) |

### Achievement #1: TITLE

[One sentence: what you did, for whom, and the figure it changed]

- **[Metric]:** [Before] → [After] ([X]% [improvement])

## People to thank

- **[Name]** ([Role]): [What they did] (#1)
`

export function snippets() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'snippets-'))
  try {
    const program = path.join(folder, 'achievement-ls')
    execFileSync('go', ['build', '-o', program, './cmd/achievement-ls'], { cwd: root })
    const full = written(program, path.join(folder, 'default'), 'default')
    const light = written(program, path.join(folder, 'light'), 'light')
    const star = /^## STAR Format\n[^]*?(?=\n---\n)/m.exec(full)[0]
    return {
      'Achievement': { prefix: 'achievement', description: 'An achievement with all sections', body: bodyOf(full) },
      'Achievement, light': { prefix: 'achievement-light', description: 'An achievement in the light form', body: bodyOf(light) },
      'STAR': { prefix: 'star', description: 'Situation, Task, Action, Result', body: bodyOf(star) },
      'Review': { prefix: 'self-review', description: 'A self-review that cites achievements', body: bodyOf(review) },
    }
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

/** written is the file that new writes into a folder without achievements. */
function written(program, folder, template) {
  fs.mkdirSync(folder)
  fs.writeFileSync(path.join(folder, '.achievements.yaml'), `template: ${template}\n`)
  const file = execFileSync(program, ['new', 'TITLE', '--date', '2000-01-02'], { cwd: folder, encoding: 'utf8' }).trim()
  return fs.readFileSync(path.resolve(folder, file), 'utf8')
}

// What is the same wherever it stands, with what the place says at first.
const same = { TITLE: '[What you achieved]', PERIOD: '[2026-Q2]', 'ACH-001': 'ACH-001' }

/** bodyOf makes places of those, and of what stands in brackets but is no checkbox and no link. */
function bodyOf(text) {
  const numbers = new Map()
  let last = 0
  const body = text.replace(/[\\$]/g, '\\$&').replace(/TITLE|PERIOD|ACH-001|2000-01-02|\[(?! \])[^[\]]+\](?!\()/g, (words) => {
    if (words === '2000-01-02') return '${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}'
    if (!(words in same)) return `\${${++last}:${words}}`
    if (!numbers.has(words)) numbers.set(words, ++last)
    return `\${${numbers.get(words)}:${same[words]}}`
  })
  return body.trimEnd().split('\n')
}
