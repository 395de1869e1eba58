import * as vscode from 'vscode'
import { Server } from './server.ts'
import { commands } from './commands.ts'
import type { Grouping } from './grouping.ts'
import { Tree } from './tree.ts'
import { wakeWith } from './wake.ts'

let server: Server | undefined

export function activate(context: vscode.ExtensionContext): void {
  server = new Server(context.extensionPath)
  const tree = new Tree(server)
  context.subscriptions.push(server, vscode.window.registerTreeDataProvider('achievementLs.achievements', tree))
  for (const [name, run] of Object.entries(commands(server))) context.subscriptions.push(vscode.commands.registerCommand('achievementLs.' + name, run))
  for (const by of ['quarter', 'role', 'tag'] satisfies Grouping[]) {
    context.subscriptions.push(vscode.commands.registerCommand('achievementLs.groupBy.' + by, () => tree.refresh(by)))
  }
  context.subscriptions.push(server.onDidChange(() => tree.refresh()), vscode.workspace.onDidSaveTextDocument(() => tree.refresh()))
  context.subscriptions.push(...wakeWith(() => void server?.start()))
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop()
}
