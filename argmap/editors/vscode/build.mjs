// Builds `../argmap.vsix`: npm ci && npm run build. The same sources give the same bytes everywhere.
//
// With --check it writes nothing, and fails where what is committed is not what is built.

import { readFileSync, writeFileSync, mkdtempSync, rmSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";
import { build } from "esbuild";
import yauzl from "yauzl";
import yazl from "yazl";

process.chdir(dirname(fileURLToPath(import.meta.url)));
const TARGET = "../argmap.vsix";
const NOTICES = "THIRD-PARTY-NOTICES.txt";
// No zip can be older; and the time of day is written as it is in the zone of whoever builds.
const TIME = new Date(1980, 0, 1);

const bundled = await build({
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  external: ["vscode"],
  metafile: true,
  logLevel: "warning",
});
writeFileSync(NOTICES, notices(Object.keys(bundled.metafile.inputs)));

const folder = mkdtempSync(join(tmpdir(), "argmap-vsix-"));
try {
  const made = join(folder, "made.vsix");
  await createVSIX({ packagePath: made, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
  const bytes = await zipped(await entries(made));
  if (!process.argv.includes("--check")) {
    writeFileSync(TARGET, bytes);
    console.log(`${TARGET}: ${bytes.length} bytes`);
  } else if (!bytes.equals(readFileSync(TARGET))) {
    console.error(`${TARGET} is not what its sources make: npm ci && npm run build`);
    process.exitCode = 1;
  } else {
    console.log(`${TARGET} is what its sources make`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** The licences of all packages of which something is in the bundle. */
function notices(inputs) {
  const packages = new Set(inputs.flatMap((input) => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []));
  const parts = [...packages].sort().map((place) => {
    const { name, version, license } = JSON.parse(readFileSync(join(place, "package.json"), "utf8"));
    const file = readdirSync(place).find((one) => /^licen[cs]e/i.test(one));
    const text = file ? readFileSync(join(place, file), "utf8") : "";
    return `${name} ${version} (${license})\n\n${text.replace(/\r\n/g, "\n").trim()}\n`;
  });
  return ["The extension contains parts of these packages.\n", ...parts].join(`\n${"-".repeat(80)}\n\n`);
}

/** What a zip holds, by name. */
function entries(file) {
  return new Promise((resolve, reject) => {
    const found = new Map();
    yauzl.open(file, { lazyEntries: true }, (failed, zip) => {
      if (failed) return reject(failed);
      zip.on("error", reject);
      zip.on("end", () => resolve(found));
      zip.on("entry", (entry) => {
        zip.openReadStream(entry, async (broken, stream) => {
          if (broken) return reject(broken);
          const chunks = [];
          for await (const chunk of stream) chunks.push(chunk);
          found.set(entry.fileName, Buffer.concat(chunks));
          zip.readEntry();
        });
      });
      zip.readEntry();
    });
  });
}

/** A zip of them, sorted and of one time; stored, since not every version of zlib packs to the same bytes. */
async function zipped(files) {
  const zip = new yazl.ZipFile();
  for (const name of [...files.keys()].sort()) {
    zip.addBuffer(files.get(name), name, { mtime: TIME, mode: 0o100644, compress: false, forceDosTimestamp: true });
  }
  zip.end();
  const chunks = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
