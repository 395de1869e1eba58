interface Uri { scheme: string; toString(): string }

/** place is the URI that tells the server which workspace is meant: that of the file in
 * view, else the first folder; none where nothing lies on the disk. */
export function place(file: Uri | undefined, folders: readonly Uri[]): { workspace: string } | { none: 'closed' | 'virtual' } {
  const here = [file, ...folders].find((uri) => uri?.scheme === 'file')
  if (here !== undefined) return { workspace: here.toString() }
  return { none: folders.length === 0 ? 'closed' : 'virtual' }
}
