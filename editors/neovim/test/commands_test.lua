-- nvim --clean --headless -l commands_test.lua FILE
-- The user's commands, in a career with a review. See driver.lua.

local file = _G.arg[1]
local folder = vim.fs.dirname(vim.fs.dirname(file))
local t = dofile(vim.fs.joinpath(vim.fs.dirname(_G.arg[0]), 'driver.lua'))
local inside, eventually, is = t.inside, t.eventually, t.is

local name = 'return vim.fs.basename(vim.api.nvim_buf_get_name(0))'
local lines = 'return vim.api.nvim_buf_get_lines(0, 0, -1, true)'

local function has(line)
  return function(got)
    return vim.list_contains(got, line)
  end
end

inside('vim.cmd.edit(...)', file)
t.attached()
-- Until the server has read the folder it answers that it is not ready.
eventually('the folder has been read', 'return vim.fn.getcompletion("AchievementReview 2026", "cmdline")', function(got)
  return #got > 0
end)

inside('vim.cmd("AchievementNew Reading Hour on Fridays")')
eventually('a new achievement is shown', name, is('ACH-003-Reading-Hour-on-Fridays.md'))
eventually('among the others', 'return vim.fs.basename(vim.fs.dirname(vim.api.nvim_buf_get_name(0)))', is('achievements'))
eventually('with its title', lines, has('# Achievement: Reading Hour on Fridays'))
eventually('and the next ID', lines, has('**Achievement ID:** ACH-003'))

inside('vim.cmd("silent wall"); vim.cmd.edit(...)', file)
inside('vim.cmd("AchievementReview 2026-Q1")')
eventually('a new review is shown', name, function(got)
  return got:find('2026%-Q1') ~= nil
end)

inside('vim.cmd("silent wall"); vim.cmd.edit(...)', folder .. '/achievements/ACH-002-School-Library.md')
t.attached()
inside('vim.fn.search("^## Tags"); vim.cmd("normal! dG")')
inside('vim.cmd("AchievementInsertMissing")')
eventually('the section that went is back', lines, has('## Tags'))

inside('vim.cmd("AchievementStats")')
eventually('the statistics are shown', lines, function(got)
  return table.concat(got, '\n'):find('3 achievements', 1, true) ~= nil
end)
inside('vim.cmd("silent! wall!")')
t.finish()
