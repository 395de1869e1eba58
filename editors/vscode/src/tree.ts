import * as vscode from 'vscode'
import { group, groupings, type Achievement, type Group, type Grouping } from './grouping.ts'
import type { Server } from './server.ts'

const kept = 'achievementLs.groupBy'
const icons: Record<Grouping, string> = { quarter: 'calendar', role: 'briefcase', tag: 'tag' }

/** Tree shows the achievements by quarter, role or tag; it starts no server. */
export class Tree implements vscode.TreeDataProvider<Group | Achievement>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>()
  readonly onDidChangeTreeData = this.changed.event
  private readonly server: Server
  private readonly memory: vscode.Memento
  private readonly serverChanges: vscode.Disposable
  private watcher: vscode.FileSystemWatcher | undefined
  private waiting: NodeJS.Timeout | undefined
  private by: Grouping

  constructor(server: Server, memory: vscode.Memento) {
    this.server = server
    this.memory = memory
    const last = memory.get<Grouping>(kept, 'quarter')
    this.by = groupings.includes(last) ? last : 'quarter'
    this.serverChanges = server.onDidChange(() => {
      this.watcher ??= this.watch()
      this.changed.fire()
    })
  }

  async groupBy(by: Grouping): Promise<void> {
    this.by = by
    this.changed.fire()
    await this.memory.update(kept, by)
  }

  dispose(): void {
    clearTimeout(this.waiting)
    this.watcher?.dispose()
    this.serverChanges.dispose()
    this.changed.dispose()
  }

  async getChildren(of?: Group | Achievement): Promise<(Group | Achievement)[]> {
    if (of !== undefined) return 'achievements' in of ? of.achievements : []
    return this.server.running ? group(await this.list(), this.by) : []
  }

  getTreeItem(of: Group | Achievement): vscode.TreeItem {
    if ('achievements' in of) {
      const item = new vscode.TreeItem(of.name, vscode.TreeItemCollapsibleState.Expanded)
      item.description = String(of.achievements.length)
      item.iconPath = new vscode.ThemeIcon(icons[this.by])
      return item
    }
    const item = new vscode.TreeItem(of.title || of.id || of.uri)
    item.description = of.id
    item.tooltip = [of.id, of.date, of.role].filter(Boolean).join(' · ')
    item.iconPath = new vscode.ThemeIcon('star')
    const at = new vscode.Position(Math.max(of.line - 1, 0), 0)
    item.command = { command: 'vscode.open', title: 'Open', arguments: [vscode.Uri.parse(of.uri), { selection: new vscode.Range(at, at) }] }
    return item
  }

  /** list is what all folders hold, once each where they overlap. */
  private async list(): Promise<Achievement[]> {
    const all = new Map<string, Achievement>()
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      if (uri.scheme !== 'file') continue
      try {
        const answer = await this.server.ask<{ achievements: Achievement[] }>('list', { workspace: uri.toString() })
        for (const a of answer?.achievements ?? []) all.set(`${a.uri}#${a.line}`, a)
      } catch {
        // The output says it; a view of the other folders is better than none.
      }
    }
    return [...all.values()]
  }

  /** watch shows what has changed on the disk, once the server knows it too. */
  private watch(): vscode.FileSystemWatcher {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown}')
    const refresh = () => {
      clearTimeout(this.waiting)
      this.waiting = setTimeout(() => this.changed.fire(), 500)
    }
    watcher.onDidCreate(refresh)
    watcher.onDidChange(refresh)
    watcher.onDidDelete(refresh)
    return watcher
  }
}
