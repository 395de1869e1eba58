-- nvim --clean --headless -l editor_test.lua FILE
-- Drives a second Neovim over its RPC channel, so that keys arrive as typed ones
-- and its main loop runs while the server answers. See run.sh for the environment.

local file = _G.arg[1]
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
local lines = 'return vim.api.nvim_buf_get_lines(0, 0, -1, true)'

local function is(want)
  return function(got)
    return vim.deep_equal(got, want)
  end
end

local function row_of(text, first)
  for i, line in ipairs(inside(lines)) do
    if i >= (first or 1) and line == text then
      return i
    end
  end
end

-- apply runs the one code action whose title or kind holds the text.
local function apply(only, text)
  inside([[
    local only, text = ...
    vim.lsp.buf.code_action({
      apply = true,
      context = { only = { only }, diagnostics = vim.lsp.diagnostic.from(vim.diagnostic.get(0)) },
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

inside('vim.o.completeopt = "menuone,noinsert,noselect"; vim.cmd.edit(...)', file)
ok(inside('return vim.bo.filetype .. " " .. vim.bo.fileformat') == 'markdown dos', 'the file is markdown with Windows line ends')
eventually('the server is attached', 'local c = vim.lsp.get_clients({ bufnr = 0, name = "achievement_ls" })[1] return c ~= nil and c.initialized == true', is(true))

-- Columns are bytes: an emoji of four and an arrow of three stand before TODO.
local want = { '0:2 missing-section', '28:28 placeholder-text', '45:0 malformed-checkbox' }
if wrong == 'diagnostic' then
  want[#want + 1] = '9:0 weak-verb'
end
table.sort(want)
eventually('findings stand where they belong', findings, is(want))

apply('source.fixAll', '')
eventually('fix all mends the checkbox', 'return vim.api.nvim_buf_get_lines(0, 45, 46, true)[1]', is('- [ ] Parents'))
eventually('the checkbox is found no more', findings, is({ '0:2 missing-section', '28:28 placeholder-text' }))

inside('vim.api.nvim_win_set_cursor(0, { 29, 28 })')
type_keys('cw60 minutes (25% reduction)<Esc>')
eventually('the figure is filled in', findings, is({ '0:2 missing-section' }))

inside('vim.api.nvim_win_set_cursor(0, { 1, 2 })')
apply('quickfix', 'Collaboration')
eventually('the section stands', lines, function(got)
  return vim.list_contains(got, '## Collaboration')
end)
local heading = row_of('## Collaboration')
ok(heading < row_of('## Tags'), 'Collaboration stands before Tags', inside(lines))
ok(heading > row_of('## Visibility & Recognition'), 'Collaboration stands after Visibility', inside(lines))

-- Without snippets the row's tab stops are template text, to be written over.
local row = row_of('| [Name] | [Role] | [What they did] |', heading)
ok(row ~= nil, 'a row waits for a collaborator', inside(lines))
inside('vim.api.nvim_win_set_cursor(0, { ..., 0 })', row)
complete('S| Moni', 'Monika Braun')
local filled = eventually('the row names the collaborator and the role', 'return vim.api.nvim_get_current_line()', function(got)
  return got:find('^| Monika Braun | Head Teacher |') ~= nil
end)
normal()
inside('vim.api.nvim_set_current_line(...)', filled:match('^| Monika Braun | Head Teacher |') .. ' Welcomed the families |')

complete('Go- #fam', '#families')
eventually('the tag is completed', 'return vim.api.nvim_get_current_line()', is('- #families'))
normal()

eventually('nothing is found any more', findings, is({}))
inside('vim.cmd.write()')
ok(inside('return vim.bo.modified') == false, 'the file is written')
inside('for _, c in ipairs(vim.lsp.get_clients()) do c:stop() end')
eventually('the server has ended', 'return #vim.lsp.get_clients()', is(0))
vim.rpcnotify(editor, 'nvim_command', 'qall!')
ok(vim.fn.jobwait({ editor }, 5000)[1] == 0, 'the editor has ended')
io.stdout:write(('1..%d\n'):format(count))
