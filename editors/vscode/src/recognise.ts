// Whether a markdown text may be an achievement's. It only decides whether the
// server is started, which then looks closely: it errs towards starting.

const names = /(^|\/)(ACH-[^/]*\.(md|markdown)|(achievements|reviews)\/(.*\/)?[^/]+\.(md|markdown))$/i
const roleFolder = /(^|\/)ROLE-\d+/
const signs = /\bACH-\d+|^\W*(achievement id|role id)\W*[:：|]|^#\s+(achievement|accomplishment)\b|^type:\s*(achievement|review|role|people)\b/im
const beginning = 100_000

/** mayBeAchievement looks at a path with slashes and at the beginning of a text. */
export function mayBeAchievement(path: string, text: string): boolean {
  return names.test(path) || roleFolder.test(path) || signs.test(text.slice(0, beginning))
}
