// Reads argument files with the engine of VS Code, and fails where the grammar calls something an error, or does not
// see a comment: node check-tokens.mjs FILES. With --all it prints every stretch with its scopes.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
await oniguruma.loadWASM(readFileSync(wasm).buffer);
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async () => {
    const file = join(import.meta.dirname, "syntaxes", "argmap.tmLanguage.json");
    return textmate.parseRawGrammar(readFileSync(file, "utf8"), file);
  },
});
const grammar = await registry.loadGrammar("source.argmap");
const all = process.argv.includes("--all");
let read = 0;
let wrong = 0;
for (const file of process.argv.slice(2).filter((word) => word !== "--all")) {
  let state = textmate.INITIAL;
  for (const [index, line] of readFileSync(file, "utf8").split(/\r?\n/).entries()) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const said = `${file}:${index + 1}:${startIndex + 1}: ${JSON.stringify(line.slice(startIndex, endIndex))}`;
      read += 1;
      if (all) console.log(said, scopes.slice(1).join(" "));
      const missed = /^[ \t]*#/.test(line) && !scopes[1]?.startsWith("comment");
      if (missed || scopes.some((scope) => scope.startsWith("invalid"))) {
        wrong += 1;
        if (!all) console.error(said);
      }
    }
  }
}
console.log(`${read} stretches, ${wrong} errors`);
process.exitCode = wrong || !read ? 1 : 0;
