import fs from 'node:fs'
import os from 'node:os'
import * as vscode from 'vscode'
import { CloseAction, ErrorAction, ExecuteCommandRequest, LanguageClient, RevealOutputChannelOn, State } from 'vscode-languageclient/node'
import { Backoff } from './backoff.ts'
import { locate } from './locate.ts'

/** Server is the language server: started at most once, and started again when it ends. */
export class Server implements vscode.Disposable {
  readonly output = vscode.window.createOutputChannel('Achievements', { log: true })
  private readonly changed = new vscode.EventEmitter<void>()
  readonly onDidChange = this.changed.event
  private readonly status = vscode.languages.createLanguageStatusItem('achievementLs', { language: 'markdown' })
  private client: LanguageClient | undefined
  private starting: Promise<LanguageClient | undefined> | undefined

  private readonly extension: string

  constructor(extension: string) {
    this.extension = extension
    this.status.name = 'Achievements'
    this.say('asleep: no achievement files here', 'Start', 'achievementLs.restart')
  }

  get running(): boolean {
    return this.client?.state === State.Running
  }

  /** start gives the running client; undefined where it can't be had, which the user has been told. */
  start(): Promise<LanguageClient | undefined> {
    return (this.starting ??= this.launch())
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  /** call has the server do a command of its own; undefined where it can't, which the user has been told. */
  async call<T>(name: string, argument: object): Promise<T | undefined> {
    const client = await this.start()
    if (client === undefined) return undefined
    const command = 'achievement-ls.' + name
    if (!client.initializeResult?.capabilities.executeCommandProvider?.commands.includes(command)) {
      void vscode.window.showWarningMessage(`This achievement-ls has no command ${command}; install a newer one`)
      return undefined
    }
    try {
      return (await client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] })) as T
    } catch (e) {
      void vscode.window.showErrorMessage(`Achievements: ${e instanceof Error ? e.message : String(e)}`)
      return undefined
    }
  }

  dispose(): void {
    void this.stop()
    this.status.dispose()
    this.changed.dispose()
    this.output.dispose()
  }

  async stop(): Promise<void> {
    const client = this.client
    this.client = this.starting = undefined
    if (client !== undefined && client.state !== State.Stopped) await client.dispose()
  }

  private async launch(): Promise<LanguageClient | undefined> {
    const setting = vscode.workspace.getConfiguration('achievementLs').get<string>('server.path', '')
    const command = locate(setting, this.extension, { platform: process.platform, home: os.homedir(), env: process.env, isProgram })
    if (command === undefined) {
      this.starting = undefined
      this.say('the server was not found', 'Start', 'achievementLs.restart', vscode.LanguageStatusSeverity.Error)
      void this.explainMissing(setting)
      return undefined
    }
    this.output.info(`starting ${command}`)
    const client = new LanguageClient('achievementLs', 'Achievements', { command, args: ['serve'] }, {
      documentSelector: [{ language: 'markdown' }, { pattern: '**/.achievements.yaml' }],
      outputChannel: this.output,
      // What fails while a killed server comes back concerns nobody.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      synchronize: { configurationSection: 'achievementLs' },
      errorHandler: this.errorHandler(),
    })
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.say('running', 'Show Output', 'achievementLs.showOutput')
      this.changed.fire()
    })
    this.client = client
    try {
      await client.start()
      return client
    } catch (e) {
      this.starting = undefined
      this.output.error(String(e))
      await this.explainEnd('The server did not start.')
      return undefined
    }
  }

  private errorHandler() {
    const backoff = new Backoff()
    return {
      error: () => ({ action: ErrorAction.Continue }),
      closed: async () => {
        const pause = backoff.next(Date.now())
        if (pause === undefined) {
          void this.explainEnd('The server ended five times within three minutes and is not started again.')
          return { action: CloseAction.DoNotRestart, handled: true }
        }
        await new Promise((resolve) => setTimeout(resolve, pause))
        return { action: CloseAction.Restart, handled: true }
      },
    }
  }

  private async explainMissing(setting: string): Promise<void> {
    const what = setting === '' ? 'achievement-ls was not found: not in the extension, on the PATH or where Go installs programs.' : `achievementLs.server.path is "${setting}", which is no program.`
    const answer = await vscode.window.showErrorMessage(what, 'Open Settings', 'Try Again')
    if (answer === 'Open Settings') await vscode.commands.executeCommand('workbench.action.openSettings', 'achievementLs.server.path')
    if (answer === 'Try Again') await this.restart()
  }

  private async explainEnd(what: string): Promise<void> {
    this.say('the server has ended', 'Restart', 'achievementLs.restart', vscode.LanguageStatusSeverity.Error)
    const answer = await vscode.window.showErrorMessage(what, 'Restart Server', 'Show Output')
    if (answer === 'Restart Server') await this.restart()
    if (answer === 'Show Output') this.output.show()
  }

  private say(text: string, title: string, command: string, severity = vscode.LanguageStatusSeverity.Information): void {
    this.status.text = `Achievements: ${text}`
    this.status.severity = severity
    this.status.command = { title, command }
  }
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}
