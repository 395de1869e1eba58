import * as vscode from 'vscode'

/** preview shows a markdown document as it reads; its source where the editor can't. */
export async function preview(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri)
  if ((await vscode.commands.getCommands()).includes('markdown.showPreview')) await vscode.commands.executeCommand('markdown.showPreview', uri)
  else await vscode.window.showTextDocument(document)
}
