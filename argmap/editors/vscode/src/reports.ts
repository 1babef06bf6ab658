// What `argmap compare` and `argmap diff` tell, as a page of the editor.

import * as path from "node:path";
import * as vscode from "vscode";
import { findProgram, INSTALL, run } from "./program";

const SCHEME = "argmap-report";

/** What is used of `argmap export json`. */
interface Records {
  readonly documents: { readonly id: string; readonly title: string; readonly file: string; readonly date?: string }[];
  readonly actors: { readonly id: string; readonly name: string }[];
}

/** What is used of the extension for git that comes with the editor. */
interface GitApi {
  getRepository(uri: vscode.Uri): { getRefs(query: object): Promise<{ name?: string }[]> } | null;
}

/** Reports, by their address; none is kept in a file. */
export class Reports implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  register(): vscode.Disposable {
    return vscode.Disposable.from(this.changed, vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.path) ?? "";
  }

  /** Two that are chosen, beside each other: first the document in the editor, where there is one. */
  async compare(): Promise<void> {
    const here = await place();
    if (!(await saved())) {
      return;
    }
    const records: Records = JSON.parse(await run(here.program, ["export", "json"], here.folder));
    const items: vscode.QuickPickItem[] = [
      ...records.documents.map(({ id, title, date }) => ({ label: id, description: title, detail: date })),
      { label: "actors", kind: vscode.QuickPickItemKind.Separator },
      ...records.actors.map(({ id, name }) => ({ label: id, description: name })),
    ];
    const file = shown()?.document.uri.fsPath ?? "";
    const own = records.documents.find((one) => path.join(here.folder, one.file) === file)?.id;
    const first = own ?? (await pick(items, "Whom to compare?"));
    const second = first && (await pick(items.filter(({ label }) => label !== first), `Compare ${first} with whom?`));
    if (first && second) {
      await this.show(`${first} - ${second}`, here, ["compare", first, second, "--format", "markdown"]);
    }
  }

  /** What changed in stances since a revision that is chosen. */
  async diff(): Promise<void> {
    const here = await place();
    if (!(await saved())) {
      return;
    }
    const other = "Another revision...";
    const names = ["HEAD", ...(await refs(here.folder))];
    let chosen = await pick([...new Set(names), other].map((label) => ({ label })), "What changed since when?");
    if (chosen === other) {
      chosen = await vscode.window.showInputBox({ prompt: "A branch, a tag or a commit", placeHolder: "HEAD~3" });
    }
    if (chosen) {
      await this.show(`since ${chosen}`, here, ["diff", chosen, "--format", "markdown"]);
    }
  }

  private async show(title: string, here: Place, words: string[]): Promise<void> {
    const progress = { location: vscode.ProgressLocation.Window, title: `argmap ${words[0]}` };
    const text = await vscode.window.withProgress(progress, () => run(here.program, words, here.folder));
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${title.replace(/[/\\]/g, "-")}.md` });
    this.texts.set(uri.path, text || "Nothing changed.\n");
    this.changed.fire(uri);
    await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
  }
}

interface Place {
  readonly program: string;
  readonly folder: string;
}

/** The editor of an argument file: the active one, or one beside a report or a preview. */
function shown(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return [activeTextEditor, ...visibleTextEditors].find((one) => one?.document.languageId === "argmap");
}

async function place(): Promise<Place> {
  const uri = shown()?.document.uri;
  const folder = (uri && vscode.workspace.getWorkspaceFolder(uri)) ?? vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    throw new Error("open the folder of a project first");
  }
  const program = vscode.workspace.isTrusted ? await findProgram(folder) : undefined;
  if (!program) {
    throw new Error(vscode.workspace.isTrusted ? `it is not installed here: ${INSTALL}` : "this workspace is not trusted");
  }
  return { program, folder: folder.uri.fsPath };
}

/** Whether what is on the disk is what is meant: both commands read files. */
async function saved(): Promise<boolean> {
  const open = vscode.workspace.textDocuments.filter((one) => one.isDirty && one.languageId === "argmap");
  if (!open.length) {
    return true;
  }
  const files = open.length === 1 ? "One file is" : `${open.length} files are`;
  const answer = await vscode.window.showWarningMessage(`${files} not saved.`, { modal: true }, "Save", "Go On Without");
  if (answer === "Save") {
    await Promise.all(open.map((one) => one.save()));
  }
  return answer !== undefined;
}

async function pick(items: vscode.QuickPickItem[], title: string): Promise<string | undefined> {
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.label;
}

async function refs(folder: string): Promise<string[]> {
  try {
    const git = await vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>("vscode.git")?.activate();
    const found = await git?.getAPI(1).getRepository(vscode.Uri.file(folder))?.getRefs({ sort: "committerdate" });
    return (found ?? []).flatMap(({ name }) => (name ? [name] : []));
  } catch {
    return [];
  }
}
