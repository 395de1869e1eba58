-- nvim --clean --headless -l journey_test.lua ACHIEVEMENT REVIEW
-- The journey of all editors: from a faulty achievement to one without findings, by
-- way of the review that cites it. See driver.lua.

local file, review = _G.arg[1], _G.arg[2]
local t = dofile(vim.fs.joinpath(vim.fs.dirname(_G.arg[0]), 'driver.lua'))
local ok, inside, eventually, is = t.ok, t.inside, t.eventually, t.is

inside('vim.o.completeopt = "menuone,noinsert,noselect"; vim.cmd.edit(...)', file)
t.attached()
-- Columns are bytes: an emoji of four and an arrow of three stand before the figure.
eventually('findings stand where they belong', t.findings, is({ '0:2 missing-section', '28:40 percentage-mismatch' }))
ok(inside('return vim.diagnostic.get(0, { lnum = 28 })[1].message'):find('is a 25%% reduction, not 45%%'), 'the percentage is worked out')

inside('vim.api.nvim_win_set_cursor(0, { 29, 40 })')
t.apply('quickfix', '25%')
eventually('the percentage is mended', t.findings, is({ '0:2 missing-section' }))

inside('vim.api.nvim_win_set_cursor(0, { 1, 2 })')
t.apply('quickfix', 'Collaboration')
local row = eventually('a row waits for a collaborator', [[return vim.fn.search('^| \\[Name')]], function(got)
  return got > 0
end)
inside('vim.api.nvim_win_set_cursor(0, { ..., 0 })', row)
t.complete('S| Moni', 'Monika Braun')
local filled = eventually('the row names the collaborator and the role', 'return vim.api.nvim_get_current_line()', function(got)
  return got:find('^| Monika Braun | Head Teacher |') ~= nil
end)
t.normal()
inside('vim.api.nvim_set_current_line(...)', filled:match('^| Monika Braun | Head Teacher |') .. ' Welcomed the families |')

inside('vim.fn.search("^- #school")')
t.complete('o- #fam', '#families')
eventually('the tag is completed', 'return vim.api.nvim_get_current_line()', is('- #families'))
t.normal()
eventually('nothing is found any more', t.findings, is({}))
inside('vim.cmd.write()')

inside('vim.cmd.edit(...); vim.fn.search("ACH-002")', review)
t.attached()
inside('vim.lsp.buf.definition()')
local where = 'return vim.fs.basename(vim.api.nvim_buf_get_name(0)) .. ":" .. vim.api.nvim_win_get_cursor(0)[1]'
eventually('the review leads to the achievement', where, is('ACH-002-Open-Evening.md:1'))
t.type_keys('<C-o>')
eventually('and back', where, is('2026-H1-Self-Review.md:8'))
inside('vim.cmd.write()')
t.finish()
