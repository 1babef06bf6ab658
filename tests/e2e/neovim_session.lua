-- What somebody does in Neovim with a project of argument files; what came of it is written into the file OUT.
local command, out = vim.json.decode(vim.env.ARGMAP_COMMAND), vim.env.ARGMAP_OUT
local told = {}

local function lines(buffer)
  return vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
end

local function found(buffer, text)
  for row, line in ipairs(lines(buffer)) do
    local column = line:find(text, 1, true)
    if column then
      return row - 1, column - 1
    end
  end
  error("no " .. text)
end

local function type_over(buffer, old, new)
  local row, column = found(buffer, old)
  vim.api.nvim_buf_set_text(buffer, row, column, row, column + #old, { new })
end

local function codes()
  local all = {}
  for _, one in ipairs(vim.diagnostic.get()) do
    table.insert(all, one.code)
  end
  table.sort(all)
  return table.concat(all, " ")
end

local function shows(wanted)
  if not vim.wait(10000, function() return codes() == wanted end, 20) then
    error("shows " .. codes() .. " and not " .. wanted)
  end
end

local function ask(buffer, method, text, more)
  local row, column = found(buffer, text)
  local asked = vim.tbl_extend("force", {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    position = { line = row, character = column },
  }, more or {})
  local answers = vim.lsp.buf_request_sync(buffer, method, asked, 10000)
  for _, answer in pairs(answers or {}) do
    if answer.err then
      error(vim.inspect(answer.err))
    end
    return answer.result
  end
  error("no answer to " .. method)
end

local function session()
  vim.lsp.config("argmap", { cmd = command, filetypes = { "argmap" }, root_markers = { "argmap.toml", "arguments" } })
  vim.filetype.add({ extension = { argmap = "argmap" } })
  vim.lsp.enable("argmap")
  vim.cmd.edit("arguments/first.argmap")
  local first = vim.api.nvim_get_current_buf()
  assert(vim.wait(10000, function() return #vim.lsp.get_clients({ bufnr = first }) == 1 end, 20), "not attached")
  local client = vim.lsp.get_clients({ bufnr = first })[1]
  assert(vim.wait(10000, function() return client.initialized end, 20), "not initialized")
  told.encoding = client.offset_encoding

  type_over(first, "because quiet", "becuase quiet")
  shows("A010")
  local mistake = vim.diagnostic.get(first)[1]
  told.finding = { mistake.lnum, mistake.col, mistake.message:match("^[^\n]*") }

  local actions = ask(first, "textDocument/codeAction", "becuase", {
    range = mistake.user_data.lsp.range,
    context = { diagnostics = { mistake.user_data.lsp } },
  })
  told.fix = actions[1].title
  vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
  shows("")

  told.hover = ask(first, "textDocument/hover", "trams: yes").contents.value
  local items = ask(first, "textDocument/completion", "yes").items
  told.completion = items[1].label

  vim.cmd.edit("arguments/second.argmap")
  local second = vim.api.nvim_get_current_buf()
  vim.api.nvim_buf_set_lines(second, -1, -1, false, { "  because first.dear" })
  vim.wait(300)
  local edit = ask(second, "textDocument/rename", "dear", { newName = "costly" })
  vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
  vim.wait(300)
  shows("")
  vim.lsp.buf.format({ bufnr = second, timeout_ms = 10000 })
  vim.cmd("silent wall")
  client:stop()
  told.ended = vim.wait(10000, function() return client:is_stopped() end, 20)
end

local done, problem = pcall(session)
told.problem = not done and tostring(problem) or nil
local file = assert(io.open(out, "w"))
file:write(vim.json.encode(told))
file:close()
vim.cmd("qall!")
