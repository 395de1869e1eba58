import * as vscode from 'vscode'

const uri = vscode.Uri.from({ scheme: 'achievement-ls-statistics', path: '/Statistics.md' })

/** Statistics is a document that is saved nowhere, with the text shown last. */
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
    // As it reads, or its source where the markdown extension is switched off.
    const document = await vscode.workspace.openTextDocument(uri)
    if ((await vscode.commands.getCommands()).includes('markdown.showPreview')) await vscode.commands.executeCommand('markdown.showPreview', uri)
    else await vscode.window.showTextDocument(document)
  }
}
