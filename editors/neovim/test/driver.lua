-- driver.lua: drives a second Neovim over its RPC channel, so that keys arrive as
-- typed ones and its main loop runs while the server answers. See run.sh for the
-- environment.

local patience = tonumber(vim.env.PATIENCE) * 1000

local before = { 'set noswapfile runtimepath^=' .. vim.env.NVIM_PLUGIN }
if vim.fn.has('nvim-0.11') == 0 then
  before[#before + 1] = 'luafile ' .. vim.env.NVIM_AUTOCOMMAND
end
local command = { vim.env.NVIM_PROGRAM, '--clean', '--headless', '--embed' }
for _, c in ipairs(before) do
  vim.list_extend(command, { '--cmd', c })
end
local editor = vim.fn.jobstart(command, { rpc = true })

local count = 0
local function ok(condition, what, got)
  count = count + 1
  io.stdout:write(('%s %d - %s\n'):format(condition and 'ok' or 'not ok', count, what))
  if not condition then
    io.stdout:write('# got: ' .. vim.inspect(got):gsub('\n', '\n# ') .. '\n')
    pcall(vim.fn.jobstop, editor)
    os.exit(1)
  end
end

-- inside runs Lua in the editor; its arguments are `...` there.
local function inside(code, ...)
  return vim.rpcrequest(editor, 'nvim_exec_lua', code, { ... })
end

local function type_keys(keys)
  vim.rpcrequest(editor, 'nvim_input', keys)
end

-- normal leaves insert mode, and waits for it: keys are only queued by typing them.
local function normal()
  type_keys('<Esc>')
  vim.wait(patience, function()
    return vim.rpcrequest(editor, 'nvim_get_mode').mode == 'n'
  end, 20)
end

-- eventually waits until probe, run in the editor, returns what satisfies accept.
local function eventually(what, probe, accept)
  local got
  local good = vim.wait(patience, function()
    got = inside(probe)
    return accept(got)
  end, 20)
  ok(good, what, got)
  return got
end

local findings = [[
  local found = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    found[#found + 1] = ('%d:%d %s'):format(d.lnum, d.col, d.code)
  end
  table.sort(found)
  return found
]]
local function is(want)
  return function(got)
    return vim.deep_equal(got, want)
  end
end

-- attached waits until the server of the file in the editor can be asked.
local function attached()
  eventually('the server is attached', 'local c = vim.lsp.get_clients({ bufnr = 0, name = "achievement_ls" })[1] return c ~= nil and c.initialized == true', is(true))
end

-- apply runs the one code action whose kind lies below only and whose title holds
-- the text.
local function apply(only, text)
  inside([[
    local only, text = ...
    local found = vim.diagnostic.get(0)
    -- Before 0.11 the finding is kept as the server sent it.
    local sent = vim.lsp.diagnostic.from and vim.lsp.diagnostic.from(found) or vim.tbl_map(function(d) return d.user_data.lsp end, found)
    vim.lsp.buf.code_action({
      apply = true,
      context = { only = { only }, diagnostics = sent },
      filter = function(a) return a.title:find(text, 1, true) ~= nil end,
    })
  ]], only, text)
end

-- complete types keys, asks for completion and accepts the first candidate,
-- which is to begin with want.
local function complete(keys, want)
  type_keys(keys .. '<C-x><C-o>')
  eventually('the menu offers ' .. want, [[
    local info = vim.fn.complete_info({ 'pum_visible', 'items' })
    return info.pum_visible == 1 and info.items[1].abbr .. '\n' .. info.items[1].word or ''
  ]], function(got)
    return got:find(want, 1, true) ~= nil
  end)
  type_keys('<C-n><C-y>')
end

-- finish ends the server, then the editor, and says how many checks there were.
local function finish()
  inside('for _, c in ipairs(vim.lsp.get_clients()) do vim.lsp.stop_client(c.id) end')
  eventually('the server has ended', 'return #vim.lsp.get_clients()', is(0))
  vim.rpcnotify(editor, 'nvim_command', 'qall!')
  ok(vim.fn.jobwait({ editor }, 5000)[1] == 0, 'the editor has ended')
  io.stdout:write(('1..%d\n'):format(count))
end

return {
  ok = ok, inside = inside, type_keys = type_keys, normal = normal, eventually = eventually,
  findings = findings, is = is, attached = attached, apply = apply, complete = complete, finish = finish,
}
