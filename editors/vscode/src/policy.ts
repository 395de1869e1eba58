const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`

/** withPolicy puts before everything else a policy that lets a page run and load nothing. */
export function withPolicy(html: string): string {
  const at = /<head[^>]*>/i.exec(html)
  return at ? html.slice(0, at.index + at[0].length) + policy + html.slice(at.index + at[0].length) : `<!doctype html><head>${policy}</head>${html}`
}
