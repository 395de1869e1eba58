-- nvim --clean --headless -l editor_test.lua FILE
-- Writes an achievement as a writer would. See driver.lua.

local file = _G.arg[1]
local t = dofile(vim.fs.joinpath(vim.fs.dirname(_G.arg[0]), 'driver.lua'))
local ok, inside, type_keys, normal, eventually, findings, is, apply, complete =
  t.ok, t.inside, t.type_keys, t.normal, t.eventually, t.findings, t.is, t.apply, t.complete

local lines = 'return vim.api.nvim_buf_get_lines(0, 0, -1, true)'

local function row_of(text, first)
  for i, line in ipairs(inside(lines)) do
    if i >= (first or 1) and line == text then
      return i
    end
  end
end

inside('vim.o.completeopt = "menuone,noinsert,noselect"; vim.cmd.edit(...)', file)
ok(inside('return vim.bo.filetype .. " " .. vim.bo.fileformat') == 'markdown dos', 'the file is markdown with Windows line ends')
t.attached()

-- Columns are bytes: an emoji of four and an arrow of three stand before TODO.
local want = { '0:2 missing-section', '28:28 placeholder-text', '45:0 malformed-checkbox' }
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
local row = row_of('| [Name] | [Role] | [What they did]    |', heading)
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
t.finish()
