-- nvim --clean --headless -l navigation_test.lua FILE
-- Goes from a review to an achievement and back, and renames it. See driver.lua.

local file = _G.arg[1]
local folder = vim.fs.dirname(vim.fs.dirname(file)) .. '/achievements/'
local t = dofile(vim.fs.joinpath(vim.fs.dirname(_G.arg[0]), 'driver.lua'))
local ok, inside, eventually, is = t.ok, t.inside, t.eventually, t.is

local function read(path)
  return table.concat(vim.fn.readfile(path), '\n')
end

inside('vim.cmd.edit(...)', file)
t.attached()
eventually('the review says more than its achievement', t.findings, is({ '7:71 review-claim' }))

-- The file is not open in the editor; another program writes it.
local library = folder .. 'ACH-002-School-Library.md'
vim.fn.writefile(vim.fn.split(read(library):gsub('180', '200'), '\n'), library)
eventually('a change on disk reaches the open review', t.findings, is({}))

inside('vim.api.nvim_win_set_cursor(0, { 7, 6 })')
inside('vim.lsp.buf.definition()')
eventually('the ID leads to its achievement', 'return vim.fs.basename(vim.api.nvim_buf_get_name(0)) .. ":" .. vim.api.nvim_win_get_cursor(0)[1]', is('ACH-001-Homework-Folder.md:1'))

inside('vim.fn.search("ACH-001"); vim.lsp.buf.references({ includeDeclaration = false })')
local places = eventually('its references are listed', [[
  local out = {}
  for _, item in ipairs(vim.fn.getqflist()) do
    out[#out + 1] = vim.fs.basename(vim.api.nvim_buf_get_name(item.bufnr)) .. ':' .. item.lnum
  end
  return out
]], function(got)
  return #got > 1
end)
ok(vim.deep_equal(places, { 'ACH-002-School-Library.md:10', '2026-H1-Self-Review.md:7' }), 'they are those of the review and of the other achievement', places)

inside('vim.cmd.cclose(); vim.cmd.edit(...)', file)
inside('vim.api.nvim_win_set_cursor(0, { 7, 6 }); vim.lsp.buf.rename("ACH-007")')
eventually('the review names the new ID', 'return vim.api.nvim_buf_get_lines(0, 6, 7, true)[1]', function(got)
  return vim.startswith(got, '1. [ACH-007](../achievements/ACH-007-Homework-Folder.md): ')
end)
inside('vim.cmd.wall()')
ok(vim.fn.filereadable(folder .. 'ACH-001-Homework-Folder.md') == 0, 'the old file is gone')
ok(read(folder .. 'ACH-007-Homework-Folder.md'):find('**Achievement ID:** ACH-007', 1, true), 'the achievement has moved with its ID')
ok(read(library):find('the folders of ACH-007 as', 1, true), 'the other achievement names the new ID', read(library))
eventually('nothing is wrong in the review', t.findings, is({}))
t.finish()
