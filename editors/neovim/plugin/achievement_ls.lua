if vim.g.loaded_achievement_ls then
  return
end
vim.g.loaded_achievement_ls = true

if vim.fn.has('nvim-0.11') == 0 then
  vim.notify('achievement-ls needs Neovim 0.11 or later', vim.log.levels.ERROR)
  return
end

local cmd = vim.g.achievement_ls_cmd
if cmd then
  vim.lsp.config('achievement_ls', { cmd = type(cmd) == 'string' and { cmd, 'serve' } or cmd })
end
vim.lsp.enable('achievement_ls')
