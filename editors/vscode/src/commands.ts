import * as vscode from 'vscode'
import type { Server } from './server.ts'
import { withPolicy } from './policy.ts'

interface Known { roles: { id: string; name: string }[]; categories: string[]; periods: string[] }

/** commands are what the palette offers, by their names. */
export function commands(server: Server): Record<string, () => Promise<void>> {
  return {
    newAchievement: async () => {
      const title = await ask('What did you achieve?', 'Cut the build from 9 to 3 minutes')
      if (!title) return
      const known = await server.call<Known>('known', place())
      if (known === undefined) return
      const role = await pick('In which role?', known.roles.map((r) => ({ label: r.id, description: r.name })))
      if (role === undefined) return
      const category = await pick('Of which category?', known.categories.map((label) => ({ label })))
      if (category === undefined) return
      await server.call('newAchievement', { title, role: role || undefined, category: category || undefined, ...place() })
    },
    newRole: async () => {
      const name = await ask('What is the role?', 'Charge Nurse')
      if (!name) return
      const company = await ask('Where is it held? (may stay empty)', '')
      if (company === undefined) return
      await server.call('newRole', { name, company: company || undefined, ...place() })
    },
    newReview: async () => {
      const period = await askPeriod(server, 'Of which period?')
      if (period) await server.call('newReview', { period, ...place() })
    },
    insertMissing: async () => {
      const document = vscode.window.activeTextEditor?.document
      if (document?.languageId !== 'markdown') return void vscode.window.showInformationMessage('Open an achievement first: its missing sections are what is inserted')
      const done = await server.call<{ applied: boolean; sections: number }>('insertMissing', { uri: document.uri.toString() })
      if (done && done.sections === 0) void vscode.window.showInformationMessage('No section is missing')
    },
    showStatistics: async () => {
      const content = await server.call<string>('statistics', { format: 'markdown', ...place() })
      if (content === undefined) return
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }), { preview: true })
    },
    showReport: async () => {
      const period = await askPeriod(server, 'Of which period is the report?')
      if (!period) return
      const report = await server.call<{ html: string }>('report', { period, ...place() })
      if (report === undefined) return
      const panel = vscode.window.createWebviewPanel('achievementLs.report', `Report ${period}`, vscode.ViewColumn.Beside, { enableScripts: false, localResourceRoots: [] })
      panel.webview.html = withPolicy(report.html)
    },
    restart: () => server.restart(),
    showOutput: async () => server.output.show(),
  }
}

/** place tells the server which workspace is meant: that of the file in view. */
function place(): { workspace?: string } {
  const uri = vscode.window.activeTextEditor?.document.uri
  const here = uri?.scheme === 'file' ? uri : vscode.workspace.workspaceFolders?.[0]?.uri
  return here ? { workspace: here.toString() } : {}
}

async function ask(prompt: string, placeHolder: string): Promise<string | undefined> {
  return (await vscode.window.showInputBox({ prompt, placeHolder, ignoreFocusOut: true }))?.trim()
}

/** pick is the label picked, "" for none of them, undefined where the user left. */
async function pick(placeHolder: string, items: vscode.QuickPickItem[]): Promise<string | undefined> {
  if (items.length === 0) return ''
  const none = { label: 'Leave it to the server' }
  const picked = await vscode.window.showQuickPick([...items, none], { placeHolder, ignoreFocusOut: true })
  return picked === none ? '' : picked?.label
}

async function askPeriod(server: Server, prompt: string): Promise<string | undefined> {
  const known = await server.call<Known>('known', place())
  if (known === undefined) return undefined
  if (known.periods.length === 0) return ask(prompt, '2026-Q2')
  return vscode.window.showQuickPick(known.periods, { placeHolder: prompt, ignoreFocusOut: true })
}
