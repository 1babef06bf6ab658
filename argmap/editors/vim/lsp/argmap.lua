-- Of Neovim 0.11 and newer: what `vim.lsp.enable("argmap")` starts.
return {
  cmd = { "argmap", "lsp" },
  filetypes = { "argmap" },
  root_markers = { "argmap.toml", "arguments", ".git" },
}
