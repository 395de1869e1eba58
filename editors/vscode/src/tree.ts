import * as vscode from 'vscode'
import type { Server } from './server.ts'
import { group, type Achievement, type Grouping } from './grouping.ts'

interface Group { name: string; achievements: Achievement[] }

/** Tree shows the achievements by quarter, role or tag; it starts no server. */
export class Tree implements vscode.TreeDataProvider<Group | Achievement> {
  private readonly changed = new vscode.EventEmitter<void>()
  readonly onDidChangeTreeData = this.changed.event
  private by: Grouping = 'quarter'

  private readonly server: Server

  constructor(server: Server) {
    this.server = server
  }

  refresh(by: Grouping = this.by): void {
    this.by = by
    this.changed.fire()
  }

  async getChildren(of?: Group | Achievement): Promise<(Group | Achievement)[]> {
    if (of !== undefined) return 'achievements' in of ? of.achievements : []
    if (!this.server.running) return []
    const answer = await this.server.call<{ achievements?: Achievement[] }>('list', {})
    return group(answer?.achievements ?? [], this.by)
  }

  getTreeItem(of: Group | Achievement): vscode.TreeItem {
    if ('achievements' in of) {
      const item = new vscode.TreeItem(of.name, vscode.TreeItemCollapsibleState.Expanded)
      item.description = String(of.achievements.length)
      return item
    }
    const item = new vscode.TreeItem(of.title || of.id || of.uri)
    item.description = of.id
    item.tooltip = [of.id, of.date, of.role].filter(Boolean).join(' · ')
    const at = new vscode.Position(Math.max(of.line - 1, 0), 0)
    item.command = { command: 'vscode.open', title: 'Open', arguments: [vscode.Uri.parse(of.uri), { selection: new vscode.Range(at, at) }] }
    return item
  }
}
