import * as vscode from 'vscode'
import { commands } from './commands.ts'
import { groupings } from './grouping.ts'
import { Server } from './server.ts'
import { Statistics } from './statistics.ts'
import { Tree } from './tree.ts'
import { wakeWith } from './wake.ts'

let server: Server | undefined

export function activate(context: vscode.ExtensionContext): void {
  const s = (server = new Server(context.extensionPath))
  const tree = new Tree(s, context.workspaceState)
  const statistics = new Statistics()
  context.subscriptions.push(s, tree, statistics.register(), vscode.window.registerTreeDataProvider('achievementLs.achievements', tree))
  for (const [name, run] of Object.entries(commands(s, statistics))) context.subscriptions.push(vscode.commands.registerCommand('achievementLs.' + name, run))
  for (const by of groupings) context.subscriptions.push(vscode.commands.registerCommand('achievementLs.groupBy.' + by, () => tree.groupBy(by)))
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((e) => e.affectsConfiguration('achievementLs.server.path') && s.pathChanged()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => s.pathChanged()),
  )
  context.subscriptions.push(...wakeWith(() => void s.start()))
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop()
}
