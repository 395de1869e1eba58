import fs from 'node:fs'
import os from 'node:os'
import * as vscode from 'vscode'
import type { Client } from './client.ts'
import { locate } from './locate.ts'

/** Server is the language server: started at most once, and started again when it ends. */
export class Server implements vscode.Disposable {
  readonly output = vscode.window.createOutputChannel('Achievements', { log: true })
  private readonly changed = new vscode.EventEmitter<void>()
  /** onDidChange fires when the server has begun to run or has ended. */
  readonly onDidChange = this.changed.event
  private readonly status = vscode.languages.createLanguageStatusItem('achievementLs', [{ language: 'markdown' }, { pattern: '**/.achievements.yaml' }])
  private client: Client | undefined
  private starting: Promise<Client | undefined> | undefined
  private isRunning = false
  private wanted = false
  private stops = 0
  private readonly extension: string

  constructor(extension: string) {
    this.extension = extension
    this.status.name = 'Achievements'
    this.say('asleep, no achievement seen here', start)
  }

  get running(): boolean {
    return this.isRunning
  }

  /** start gives the running client; undefined where it can't be had, which the user has been told. */
  start(): Promise<Client | undefined> {
    this.wanted = true
    return (this.starting ??= this.launch())
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  /** pathChanged starts the program that the settings name now, where one was asked for before. */
  pathChanged(): void {
    if (this.wanted) void this.restart()
  }

  async stop(): Promise<void> {
    this.stops++
    const client = this.client
    this.client = this.starting = undefined
    this.runs(false)
    await client?.stop()
  }

  /** call has the server do a command of its own; undefined where it can't, which the user has been told. */
  async call<T>(name: string, argument: object): Promise<T | undefined> {
    try {
      return await this.ask<T>(name, argument)
    } catch (e) {
      void vscode.window.showErrorMessage(`Achievements: ${e instanceof Error ? e.message : String(e)}`)
      return undefined
    }
  }

  /** ask is call, but a refusal is thrown and nobody told; for what nobody has asked for. */
  async ask<T>(name: string, argument: object): Promise<T | undefined> {
    const client = await this.start()
    if (client === undefined) return undefined
    const command = 'achievement-ls.' + name
    try {
      return (await client.execute(command, argument)) as T
    } catch (e) {
      this.output.error(`${command}: ${String(e)}`)
      throw e
    }
  }

  dispose(): void {
    this.status.dispose()
    this.changed.dispose()
    this.output.dispose()
  }

  private async launch(): Promise<Client | undefined> {
    const setting = vscode.workspace.getConfiguration('achievementLs').get<string>('server.path', '')
    const command = locate(setting, this.extension, { platform: process.platform, home: os.homedir(), env: process.env, isProgram })
    if (command === undefined) {
      this.starting = undefined
      this.say('the server was not found', start, vscode.LanguageStatusSeverity.Error)
      void this.explainMissing(setting)
      return undefined
    }
    this.output.info(`starting ${command}`)
    this.say('starting', showOutput)
    const stops = this.stops
    const { Client } = await import('./client.ts')
    if (this.stops !== stops) return this.start()
    const client = new Client(command, this.output, {
      running: () => {
        this.say('running', showOutput)
        this.runs(true)
      },
      pausing: (milliseconds) => {
        this.output.warn(`the server has ended, and is started again in ${milliseconds} ms`)
        this.say('starting again', showOutput, vscode.LanguageStatusSeverity.Warning)
        this.runs(false)
      },
      ended: () => {
        this.starting = undefined
        this.runs(false)
        void this.explainEnd('The server of the achievements ended five times within three minutes and is not started again.')
      },
    })
    this.client = client
    try {
      await client.start()
      return client
    } catch (e) {
      this.starting = undefined
      this.output.error(`${command} did not start: ${String(e)}`)
      void this.explainEnd('The server of the achievements did not start.')
      return undefined
    }
  }

  private async explainMissing(setting: string): Promise<void> {
    const what = setting === '' ? 'achievement-ls was not found: not in the extension, on the PATH or where Go installs programs.' : `achievementLs.server.path is "${setting}", which is no program.`
    const answer = await vscode.window.showErrorMessage(what, 'Open Settings', 'Try Again')
    if (answer === 'Open Settings') await vscode.commands.executeCommand('workbench.action.openSettings', 'achievementLs.server.path')
    if (answer === 'Try Again') await this.restart()
  }

  private async explainEnd(what: string): Promise<void> {
    this.say('the server has ended', restart, vscode.LanguageStatusSeverity.Error)
    const answer = await vscode.window.showErrorMessage(what, 'Restart Server', 'Show Output')
    if (answer === 'Restart Server') await this.restart()
    if (answer === 'Show Output') this.output.show()
  }

  private runs(running: boolean): void {
    if (this.isRunning === running) return
    this.isRunning = running
    void vscode.commands.executeCommand('setContext', 'achievementLs.running', running)
    this.changed.fire()
  }

  private say(text: string, command: vscode.Command, severity = vscode.LanguageStatusSeverity.Information): void {
    this.status.text = `Achievements: ${text}`
    this.status.severity = severity
    this.status.command = command
    this.status.detail = limits()
  }
}

const start = { title: 'Start', command: 'achievementLs.restart' }
const restart = { title: 'Restart', command: 'achievementLs.restart' }
const showOutput = { title: 'Show Output', command: 'achievementLs.showOutput' }

/** limits says what can't be had in this window, and why. */
function limits(): string | undefined {
  if (vscode.workspace.workspaceFolders?.some((f) => f.uri.scheme !== 'file')) return 'virtual folder: files are checked one by one'
  return vscode.workspace.isTrusted ? undefined : 'folder not trusted: its achievementLs.server.path is ignored'
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}
