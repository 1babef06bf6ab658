// Where the program `argmap` is, and running it.

import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { homedir } from "node:os";
import * as path from "node:path";
import * as vscode from "vscode";

const WINDOWS = process.platform === "win32";
const NAME = WINDOWS ? "argmap.exe" : "argmap";
const SCRIPTS = WINDOWS ? "Scripts" : "bin";
export const INSTALL = "pip install 'argmap[lsp]'";

/** What the extension uses of the one for Python, where that is installed. */
interface PythonApi {
  readonly environments: { getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string } };
}

/** The program: where the settings say, else in the environment of the folder, else on the path. */
export async function findProgram(folder: vscode.WorkspaceFolder | undefined): Promise<string | undefined> {
  const chosen = vscode.workspace.getConfiguration("argmap", folder).get<string>("path", "").trim();
  if (chosen) {
    return resolved(chosen, folder);
  }
  for (const place of [...environments(folder), ...(await pythonPlaces(folder)), ...onThePath()]) {
    const program = path.join(place, NAME);
    if (await isProgram(program)) {
      return program;
    }
  }
  return undefined;
}

function resolved(name: string, folder: vscode.WorkspaceFolder | undefined): string {
  const root = folder?.uri.fsPath ?? "";
  const full = name.replace(/^~(?=[/\\]|$)/, homedir()).replace(/\$\{workspaceFolder\}/g, root);
  return path.isAbsolute(full) || !/[/\\]/.test(full) ? full : path.join(root, full);
}

function environments(folder: vscode.WorkspaceFolder | undefined): string[] {
  return folder ? [".venv", "venv"].map((name) => path.join(folder.uri.fsPath, name, SCRIPTS)) : [];
}

/** Beside the interpreters that the folder is set to use. */
async function pythonPlaces(folder: vscode.WorkspaceFolder | undefined): Promise<string[]> {
  const places: string[] = [];
  const interpreter = vscode.workspace.getConfiguration("python", folder).get<string>("defaultInterpreterPath", "");
  if (/[/\\]/.test(interpreter)) {
    places.push(path.dirname(resolved(interpreter, folder)));
  }
  const python = vscode.extensions.getExtension<PythonApi>("ms-python.python");
  try {
    const api = await python?.activate();
    const active = api?.environments.getActiveEnvironmentPath(folder?.uri).path;
    if (active && path.isAbsolute(active)) {
      places.push(path.dirname(active), path.join(active, SCRIPTS));
    }
  } catch {
    // An extension for Python that does not work is no reason to go without what stands on the path.
  }
  return places;
}

function onThePath(): string[] {
  return (process.env.PATH ?? "").split(path.delimiter).filter((place) => path.isAbsolute(place));
}

async function isProgram(file: string): Promise<boolean> {
  return access(file, WINDOWS ? constants.F_OK : constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** What the program prints; where it could not do it, an error with what it says of that. */
export function run(program: string, words: string[], folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, maxBuffer: 1 << 28, windowsHide: true };
    execFile(program, words, options, (error, out, said) => {
      // Exit code 1 is for findings, 3 for what was left out: there is output all the same.
      if (error && !(out && (error.code === 1 || error.code === 3))) {
        reject(new Error(said.trim() || error.message));
      } else {
        resolve(out);
      }
    });
  });
}
