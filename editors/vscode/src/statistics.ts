import * as vscode from 'vscode'
import { preview } from './preview.ts'

const uri = vscode.Uri.from({ scheme: 'achievement-ls-statistics', path: '/Statistics.md' })

/** Statistics is a document that is nowhere saved, with the text shown last. */
export class Statistics implements vscode.TextDocumentContentProvider {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>()
  readonly onDidChange = this.changed.event
  private text = ''

  register(): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(uri.scheme, this)
  }

  provideTextDocumentContent(): string {
    return this.text
  }

  async show(text: string): Promise<void> {
    this.text = text
    this.changed.fire(uri)
    await preview(uri)
  }
}
