import * as vscode from 'vscode'
import { place } from './place.ts'
import { Report } from './report.ts'
import type { Server } from './server.ts'
import type { Statistics } from './statistics.ts'

interface Known { roles: { id: string; name: string }[]; categories: string[]; periods: string[] }

/** commands are what the palette offers, by their names. */
export function commands(server: Server, statistics: Statistics): Record<string, () => Promise<void>> {
  const report = new Report()
  return {
    newAchievement: () => inWorkspace(async (workspace) => {
      const title = await ask('What did you achieve?', 'Cut the build from 9 to 3 minutes')
      if (!title) return
      const known = await call<Known>(server, 'known', { workspace })
      if (known === undefined) return
      const role = await pick('In which role?', known.roles.map((r) => ({ label: r.id, description: r.name })))
      if (role === undefined) return
      const category = await pick('Of which category?', known.categories.map((label) => ({ label })))
      if (category === undefined) return
      await call(server, 'newAchievement', { title, role: role || undefined, category: category || undefined, workspace })
    }),
    newRole: () => inWorkspace(async (workspace) => {
      const name = await ask('What is the role?', 'Charge Nurse')
      if (!name) return
      const company = await ask('Where is it held? (may stay empty)', '')
      if (company === undefined) return
      await call(server, 'newRole', { name, company: company || undefined, workspace })
    }),
    newReview: () => inWorkspace(async (workspace) => {
      const period = await askPeriod(server, workspace, 'Of which period?')
      if (period) await call(server, 'newReview', { period, workspace })
    }),
    insertMissing: async () => {
      const document = vscode.window.activeTextEditor?.document
      if (document?.languageId !== 'markdown') return void vscode.window.showInformationMessage('Open an achievement first: its missing sections are what is inserted')
      const done = await call<{ applied: boolean; sections: number }>(server, 'insertMissing', { uri: document.uri.toString() })
      if (done?.sections === 0) void vscode.window.showInformationMessage('No section is missing')
    },
    showStatistics: () => inWorkspace(async (workspace) => {
      const text = await call<string>(server, 'statistics', { format: 'markdown', workspace })
      if (text !== undefined) await statistics.show(text)
    }),
    showTimeline: () => inWorkspace(async (workspace) => {
      if ((await server.start()) === undefined) return
      const uri = vscode.Uri.from({ scheme: 'achievement-ls', path: '/timeline.md', query: 'workspace=' + workspace })
      // As text: the editor's preview follows no link to a file.
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri))
    }),
    showReport: () => inWorkspace(async (workspace) => {
      const period = await askPeriod(server, workspace, 'Of which period is the report?')
      if (!period) return
      const page = await call<{ html: string }>(server, 'report', { period, workspace })
      if (page !== undefined) report.show(period, page.html)
    }),
    restart: () => server.restart(),
    showOutput: async () => server.output.show(),
  }
}

/** inWorkspace does what needs a folder with the folder's URI; without one it says what to do. */
async function inWorkspace(run: (workspace: string) => Promise<void>): Promise<void> {
  const at = place(vscode.window.activeTextEditor?.document.uri, vscode.workspace.workspaceFolders?.map((f) => f.uri) ?? [])
  if ('workspace' in at) return run(at.workspace)
  if (at.none === 'virtual') return void vscode.window.showWarningMessage('This folder is virtual: its achievements can be checked one by one, but not made, listed or counted. Open a folder on the disk for that.')
  const answer = await vscode.window.showInformationMessage('No folder is open: achievements are made, listed and counted in the folder that holds them.', 'Open Folder')
  if (answer) await vscode.commands.executeCommand('workbench.action.files.openFolder')
}

/** call is the server's, with a sign that it is at work. */
async function call<T>(server: Server, name: string, argument: object): Promise<T | undefined> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: 'Achievements' }, () => server.call<T>(name, argument))
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

async function askPeriod(server: Server, workspace: string, prompt: string): Promise<string | undefined> {
  const known = await call<Known>(server, 'known', { workspace })
  if (known === undefined) return undefined
  if (known.periods.length === 0) return ask(prompt, '2026-Q2')
  return vscode.window.showQuickPick(known.periods, { placeHolder: prompt, ignoreFocusOut: true })
}
