if vim.g.loaded_achievement_ls then
  return
end
vim.g.loaded_achievement_ls = true

if vim.fn.has('nvim-0.10') == 0 then
  vim.notify('achievement-ls needs Neovim 0.10 or later', vim.log.levels.ERROR)
  return
end

vim.api.nvim_create_autocmd('LspAttach', {
  group = vim.api.nvim_create_augroup('achievement_ls', {}),
  callback = function(args)
    local client = vim.lsp.get_client_by_id(args.data.client_id)
    if client and client.name == 'achievement_ls' then
      require('achievement_ls').attach(client, args.buf)
    end
  end,
})

local command = vim.api.nvim_create_user_command
command('AchievementNew', function(args)
  require('achievement_ls.commands').new(args.args)
end, { nargs = '?', desc = 'Write a new achievement; its title is asked for where none is given' })
command('AchievementReview', function(args)
  require('achievement_ls.commands').review(args.args)
end, {
  nargs = '?',
  desc = 'Draft a review of a period, such as 2026-H1; it is asked for where none is given',
  complete = function(typed)
    return require('achievement_ls.commands').periods(typed)
  end,
})
command('AchievementInsertMissing', function()
  require('achievement_ls.commands').insert_missing()
end, { desc = 'Insert every section that the achievement lacks' })
command('AchievementStats', function(args)
  require('achievement_ls.commands').statistics(args.args)
end, {
  nargs = '?',
  desc = 'Show how many achievements there are, and how complete',
  complete = function(typed)
    return require('achievement_ls.commands').periods(typed)
  end,
})

-- Before 0.11 the server is started by an autocommand of the user's own: see the help.
if vim.lsp.enable then
  local cmd = vim.g.achievement_ls_cmd
  if cmd then
    vim.lsp.config('achievement_ls', { cmd = type(cmd) == 'string' and { cmd, 'serve' } or cmd })
  end
  vim.lsp.enable('achievement_ls')
end
