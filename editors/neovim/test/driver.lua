-- driver.lua: drives a second Neovim over its RPC channel, so that keys arrive as
-- typed ones and its main loop runs while the server answers. See run.sh for the
-- environment.

local wrong = vim.env.ACHIEVEMENT_LS_TEST_WRONG or ''
local patience = wrong == '' and 15000 or 3000

local editor = vim.fn.jobstart({
  vim.env.NVIM_PROGRAM, '--clean', '--headless', '--embed',
  '--cmd', 'set noswapfile runtimepath^=' .. vim.env.NVIM_PLUGIN,
  '--cmd', 'let g:achievement_ls_cmd = ' .. (wrong == 'server' and "['/bin/cat']" or vim.fn.string(vim.env.ACHIEVEMENT_LS)),
}, { rpc = true, env = { PATH = vim.env.PATH } })

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

-- finish ends the server, then the editor, and says how many checks there were.
local function finish()
  inside('for _, c in ipairs(vim.lsp.get_clients()) do c:stop() end')
  eventually('the server has ended', 'return #vim.lsp.get_clients()', is(0))
  vim.rpcnotify(editor, 'nvim_command', 'qall!')
  ok(vim.fn.jobwait({ editor }, 5000)[1] == 0, 'the editor has ended')
  io.stdout:write(('1..%d\n'):format(count))
end

return {
  ok = ok, inside = inside, type_keys = type_keys, normal = normal, eventually = eventually,
  findings = findings, is = is, attached = attached, finish = finish, wrong = wrong,
}
