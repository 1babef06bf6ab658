// Starts `argmap lsp` for the files of a window, and gives the editor what the protocol has no word for.

import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type Location,
  type Position,
  type ShowDocumentParams,
  type ShowDocumentResult,
} from "vscode-languageclient/node";
import { Preview } from "./preview";
import { findProgram, INSTALL } from "./program";
import { Reports } from "./reports";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("argmap", { log: true });
  const preview = new Preview(() => client);
  const reports = new Reports();
  const command = (name: string, run: (...words: never[]) => Promise<unknown>) =>
    vscode.commands.registerCommand(name, (...words) => told(run(...(words as never[]))));
  context.subscriptions.push(
    output,
    preview,
    reports.register(),
    command("argmap.restartServer", () => restart(output)),
    command("argmap.showPreview", async () => {
      const editor = vscode.window.activeTextEditor;
      if (editor?.document.languageId === "argmap") {
        await (client ? preview.show(editor) : restart(output).then(() => client && preview.show(editor)));
      }
    }),
    command("argmap.compareWith", () => reports.compare()),
    command("argmap.diffAgainst", () => reports.diff()),
    command("argmap.showReferences", showReferences),
    vscode.workspace.onDidGrantWorkspaceTrust(() => told(restart(output))),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("argmap.path") || event.affectsConfiguration("argmap.sources")) {
        void told(restart(output));
      }
    }),
  );
  // What was open before the defaults of this extension were known has those of all files; a level is two spaces.
  for (const editor of vscode.window.visibleTextEditors) {
    if (editor.document.languageId === "argmap") {
      editor.options = { tabSize: 2, insertSpaces: true };
    }
  }
  if (vscode.workspace.isTrusted) {
    await told(restart(output));
  }
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await vscode.commands.executeCommand("setContext", "argmap.started", false);
  await running?.dispose();
}

/** A client that says nothing of its own until its server runs: what is wrong before that is told here, once. */
class QuietClient extends LanguageClient {
  quiet = true;

  override error(message: string, data?: unknown, notify: boolean | "force" = true): void {
    super.error(message, data, !this.quiet && notify);
  }
}

async function restart(output: vscode.LogOutputChannel): Promise<void> {
  await stop();
  const folder = vscode.workspace.workspaceFolders?.[0];
  const program = await findProgram(folder);
  if (!program) {
    await offerToInstall("There is no argmap in this environment or on the path.");
    return;
  }
  output.info(`${program} lsp`);
  let afterStart: ErrorHandler | undefined;
  const started = new QuietClient(
    "argmap",
    "argmap",
    { command: program, args: ["lsp"], options: { cwd: folder?.uri.fsPath } },
    {
      documentSelector: [{ scheme: "file", language: "argmap" }],
      outputChannel: output,
      initializationOptions: { sources: vscode.workspace.getConfiguration("argmap", folder).get("sources", "") },
      initializationFailedHandler: () => false,
      middleware: { window: { showDocument: (shown, token, next) => showBesidePreview(shown) ?? next(shown, token) } },
      // A server that ends at once would do so again; one that has run is started anew.
      errorHandler: {
        error: (error, message, count) =>
          afterStart?.error(error, message, count) ?? { action: ErrorAction.Shutdown, handled: true },
        closed: () => afterStart?.closed() ?? { action: CloseAction.DoNotRestart, handled: true },
      },
    },
  );
  try {
    await started.start();
  } catch (error) {
    output.error(String(error));
    await started.dispose().catch(() => undefined);
    await offerToInstall(`\`${program} lsp\` does not start.`);
    return;
  }
  started.quiet = false;
  afterStart = started.createDefaultErrorHandler();
  client = started;
  await vscode.commands.executeCommand("setContext", "argmap.started", true);
}

async function offerToInstall(wrong: string): Promise<void> {
  const terminal = "Open a Terminal";
  const choose = "Choose the Program";
  const answer = await vscode.window.showWarningMessage(`${wrong} Install it: ${INSTALL}`, terminal, choose);
  if (answer === terminal) {
    const opened = vscode.window.createTerminal("argmap");
    opened.show();
    // Without a line end: whoever reads it decides whether it is run.
    opened.sendText(INSTALL, false);
  } else if (answer === choose) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "argmap.path");
  }
}

/** What a lens of the server leads to. */
async function showReferences(uri: string, position: Position, locations: Location[]): Promise<void> {
  const convert = client?.protocol2CodeConverter;
  if (convert) {
    await vscode.commands.executeCommand(
      "editor.action.showReferences",
      convert.asUri(uri),
      convert.asPosition(position),
      locations.map((location) => convert.asLocation(location)),
    );
  }
}

/** The same, with what went wrong told to the user. */
async function told(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    void vscode.window.showErrorMessage(`argmap: ${error instanceof Error ? error.message : String(error)}`);
  }
}


/** Show a place where texts are shown, and not over the page in which it was chosen; nothing for what is no text. */
function showBesidePreview(shown: ShowDocumentParams): Promise<ShowDocumentResult> | undefined {
  if (shown.external) {
    return undefined;
  }
  const editors = vscode.window.visibleTextEditors;
  const same = editors.find(({ document }) => document.uri.toString() === vscode.Uri.parse(shown.uri).toString());
  const { start, end } = shown.selection ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const options = {
    viewColumn: (same ?? editors[0])?.viewColumn ?? vscode.ViewColumn.One,
    preserveFocus: !shown.takeFocus,
    selection: new vscode.Range(start.line, start.character, end.line, end.character),
  };
  return Promise.resolve(vscode.window.showTextDocument(vscode.Uri.parse(shown.uri), options)).then(
    () => ({ success: true }),
    () => ({ success: false }),
  );
}
