// The client of the protocol. It is a bundle of its own, which is read when the
// server is started and not when the editor is: that takes a tenth of a second.
import * as vscode from 'vscode'
import { CloseAction, ErrorAction, ExecuteCommandRequest, LanguageClient, RevealOutputChannelOn, State } from 'vscode-languageclient/node'
import { Backoff } from './backoff.ts'

/** Events are what the client tells of its server. */
export interface Events {
  running(): void
  /** pausing says that the server has ended and is started again after so many milliseconds. */
  pausing(milliseconds: number): void
  /** ended says that it ended too often to be started again. */
  ended(): void
}

/** Client is one connection to a server, kept up over the server's crashes. */
export class Client {
  private readonly client: LanguageClient

  constructor(command: string, output: vscode.LogOutputChannel, events: Events) {
    const backoff = new Backoff()
    this.client = new LanguageClient('achievementLs', 'Achievements', { command, args: ['serve'] }, {
      // Not what a diff compares with, which is the same text again.
      documentSelector: [
        ...['file', 'untitled', 'vscode-vfs'].map((scheme) => ({ scheme, language: 'markdown' })),
        { scheme: 'file', pattern: '**/.achievements.yaml' },
      ],
      outputChannel: output,
      // What fails while a killed server comes back concerns nobody.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      synchronize: { configurationSection: 'achievementLs' },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue }),
        closed: async () => {
          const pause = backoff.next(Date.now())
          if (pause === undefined) {
            events.ended()
            return { action: CloseAction.DoNotRestart, handled: true }
          }
          events.pausing(pause)
          await new Promise((resolve) => setTimeout(resolve, pause))
          return { action: CloseAction.Restart, handled: true }
        },
      },
    })
    this.client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) events.running()
    })
  }

  start(): Promise<void> {
    return this.client.start()
  }

  async stop(): Promise<void> {
    if (this.client.state !== State.Stopped) await this.client.dispose()
  }

  execute(command: string, argument: object): Promise<unknown> {
    return this.client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] })
  }
}
