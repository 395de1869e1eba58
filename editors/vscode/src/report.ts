import * as vscode from 'vscode'
import { withPolicy } from './policy.ts'

/** Report shows the page of a period, in one panel that can run and load nothing. */
export class Report {
  private panel: vscode.WebviewPanel | undefined

  show(period: string, html: string): void {
    if (this.panel === undefined) {
      this.panel = vscode.window.createWebviewPanel('achievementLs.report', '', vscode.ViewColumn.Beside, { enableScripts: false, localResourceRoots: [] })
      this.panel.onDidDispose(() => (this.panel = undefined))
    }
    this.panel.title = `Report ${period}`
    this.panel.webview.html = withPolicy(html)
    this.panel.reveal(undefined, true)
  }
}
