-- Found by Neovim 0.11+ on the runtime path; vim.lsp.enable('achievement_ls') starts it.
---@type vim.lsp.Config
return {
  cmd = { 'achievement-ls', 'serve' },
  filetypes = { 'markdown' },
  -- In this order: a folder with a configuration is a workspace even inside a repository.
  root_markers = { '.achievements.yaml', '.git' },
  -- Neovim watches files on Linux only when told to; what names what is in many.
  capabilities = { workspace = { didChangeWatchedFiles = { dynamicRegistration = true } } },
}
