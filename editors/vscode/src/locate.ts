import path from 'node:path'

/** Machine is what is asked of the machine to find the server's program. */
export interface Machine {
  platform: string
  home: string
  env: Record<string, string | undefined>
  isProgram(file: string): boolean
}

/** locate is the server's program: the setting's, the package's own, on the PATH,
 * or where go install puts it. A setting that names no program is not passed over. */
export function locate(setting: string, extension: string, m: Machine): string | undefined {
  const p = m.platform === 'win32' ? path.win32 : path.posix
  const name = m.platform === 'win32' ? 'achievement-ls.exe' : 'achievement-ls'
  if (setting !== '') {
    const file = setting.replace(/^~(?=[/\\])/, m.home)
    return m.isProgram(file) ? file : undefined
  }
  const folders = [p.join(extension, 'bin'), ...(m.env['PATH'] ?? m.env['Path'] ?? '').split(p.delimiter)]
  if (m.env['GOBIN']) folders.push(m.env['GOBIN'])
  for (const root of (m.env['GOPATH'] ?? '').split(p.delimiter)) if (root !== '') folders.push(p.join(root, 'bin'))
  folders.push(p.join(m.home, 'go', 'bin'))
  return folders.filter((f) => p.isAbsolute(f)).map((f) => p.join(f, name)).find((f) => m.isProgram(f))
}
