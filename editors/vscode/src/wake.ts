import fs from 'node:fs'
import path from 'node:path'
import * as vscode from 'vscode'
import { mayBeAchievement } from './recognise.ts'

const configuration = '.achievements.yaml'

/** wakeWith calls begin when something here is an achievement's, now or later; once, and never before it has returned. */
export function wakeWith(begin: () => void): vscode.Disposable[] {
  let begun = false
  const start = () => {
    if (begun) return
    begun = true
    setImmediate(begin)
  }
  const look = (d: vscode.TextDocument) => {
    if (d.languageId === 'markdown' && mayBeAchievement(d.uri.path, d.getText())) start()
  }
  const lookAtFolders = async () => {
    if (vscode.workspace.workspaceFolders?.some((f) => f.uri.scheme === 'file' && isConfigured(f.uri.fsPath))) return start()
    if ((await vscode.workspace.findFiles('**/' + configuration, '**/node_modules/**', 1)).length > 0) start()
  }
  vscode.workspace.textDocuments.forEach(look)
  void lookAtFolders()
  const watcher = vscode.workspace.createFileSystemWatcher('**/' + configuration, false, true, true)
  return [
    watcher,
    watcher.onDidCreate(start),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidSaveTextDocument(look),
    vscode.workspace.onDidChangeWorkspaceFolders(lookAtFolders),
  ]
}

function isConfigured(folder: string): boolean {
  return fs.existsSync(path.join(folder, configuration)) || (path.dirname(folder) !== folder && isConfigured(path.dirname(folder)))
}
