// The page of `argmap serve` beside the text, which follows the cursor.

import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { ExecuteCommandRequest, type LanguageClient } from "vscode-languageclient/node";

const PAUSE = 150;

/** One panel for all documents. A click on a card comes back over the server, which asks the editor to show the line. */
export class Preview implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private waiting: NodeJS.Timeout | undefined;
  private origin = "";
  private shown = "";
  private readonly following: vscode.Disposable;

  constructor(private readonly client: () => LanguageClient | undefined) {
    this.following = vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor));
  }

  /** Show what the cursor of an editor stands in. */
  async show(editor: vscode.TextEditor): Promise<void> {
    const address = await this.addressOf(editor);
    if (!address) {
      return;
    }
    if (!this.panel) {
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      this.panel = vscode.window.createWebviewPanel("argmap.preview", "argmap", column, {
        enableScripts: true,
        retainContextWhenHidden: true,
      });
      this.panel.onDidDispose(() => {
        this.panel = undefined;
        this.origin = "";
      });
    }
    this.panel.reveal(undefined, true);
    this.go(address);
  }

  dispose(): void {
    clearTimeout(this.waiting);
    this.following.dispose();
    this.panel?.dispose();
  }

  private follow(editor: vscode.TextEditor): void {
    if (!this.panel?.visible || editor.document.languageId !== "argmap") {
      return;
    }
    clearTimeout(this.waiting);
    this.waiting = setTimeout(async () => {
      const address = await this.addressOf(editor).catch(() => undefined);
      if (address) {
        this.go(address);
      }
    }, PAUSE);
  }

  /** Where the server shows the place of the cursor. */
  private async addressOf(editor: vscode.TextEditor): Promise<vscode.Uri | undefined> {
    const client = this.client();
    if (!client) {
      return undefined;
    }
    const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
    const position = client.code2ProtocolConverter.asPosition(editor.selection.active);
    const found: { url: string } | null = await client.sendRequest(ExecuteCommandRequest.type, {
      command: "argmap.preview",
      arguments: [{ uri, position, ancestors: await ancestors() }],
    });
    return found ? external(found.url) : undefined;
  }

  private go(address: vscode.Uri): void {
    if (!this.panel) {
      return;
    }
    const origin = `${address.scheme}://${address.authority}`;
    const url = address.toString(true);
    if (origin !== this.origin) {
      this.origin = origin;
      this.panel.webview.html = frame(origin, url);
    } else if (url !== this.shown) {
      void this.panel.webview.postMessage({ url });
    }
    // Where the address is the same, the server has told the page which claim the cursor stands in.
    this.shown = url;
  }
}

/** What may frame the page: the window of the program, or the page in a browser that stands for it. */
async function ancestors(): Promise<string[]> {
  if (vscode.env.uiKind === vscode.UIKind.Desktop) {
    return ["vscode-webview:", "vscode-file:"];
  }
  const window = await vscode.env.asExternalUri(vscode.Uri.parse("http://127.0.0.1:1", true));
  return [`${window.scheme}://${window.authority}`, "https://*.vscode-cdn.net"];
}

/** The address under which this window reaches it: where argmap runs on another machine, it leads through a tunnel. */
async function external(url: string): Promise<vscode.Uri> {
  const { origin, pathname, search, hash } = new URL(url);
  const tunnel = await vscode.env.asExternalUri(vscode.Uri.parse(origin, true));
  if (/^(127\.0\.0\.1|localhost)(:|$)/.test(tunnel.authority)) {
    // The window is on the machine of the server, which answers under its own name alone.
    return vscode.Uri.parse(url, true);
  }
  return tunnel.with({
    path: tunnel.path.replace(/\/$/, "") + pathname,
    query: search.slice(1),
    fragment: hash.slice(1),
  });
}

/** A document that holds one frame, in which nothing but that origin can be. */
function frame(origin: string, url: string): string {
  const nonce = randomBytes(16).toString("hex");
  const policy = `default-src 'none'; frame-src ${origin}; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<title>argmap</title>
<style nonce="${nonce}">
html, body { height: 100%; margin: 0; padding: 0; overflow: hidden; }
iframe { display: block; width: 100%; height: 100%; border: 0; background: #fff; }
</style>
</head>
<body>
<iframe title="argmap" src="${escaped(url)}"></iframe>
<script nonce="${nonce}">
const page = document.querySelector("iframe");
addEventListener("message", ({ data }) => { if (data && data.url) page.src = data.url; });
</script>
</body>
</html>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}
