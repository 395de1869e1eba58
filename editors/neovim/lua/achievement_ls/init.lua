-- What Neovim has and leaves off until told: switched on for the server's buffers.
local M = {}

-- The switches of g:achievement_ls, all on where nothing is said.
local function on(switch)
  return vim.tbl_get(vim.g, 'achievement_ls', switch) ~= false
end

-- lenses shows code lenses, and again whenever the text has changed.
local function lenses(buffer)
  if vim.lsp.codelens.enable then -- 0.12
    vim.lsp.codelens.enable(true, { bufnr = buffer })
    return
  end
  local function refresh()
    vim.lsp.codelens.refresh({ bufnr = buffer })
  end
  vim.api.nvim_create_autocmd({ 'BufEnter', 'InsertLeave', 'TextChanged' }, {
    group = vim.api.nvim_create_augroup('achievement_ls_lenses_' .. buffer, {}),
    buffer = buffer,
    callback = refresh,
  })
  refresh()
end

--- attach switches on, in a buffer that the server has been attached to, what the
--- server offers, this Neovim can show and the user has not switched off.
---@param client vim.lsp.Client
---@param buffer integer
function M.attach(client, buffer)
  local offers = client.server_capabilities
  if on('inlay_hints') and offers.inlayHintProvider then
    vim.lsp.inlay_hint.enable(true, { bufnr = buffer })
  end
  if on('code_lenses') and offers.codeLensProvider then
    lenses(buffer)
  end
  if on('inline_completion') and offers.inlineCompletionProvider and vim.lsp.inline_completion then
    vim.lsp.inline_completion.enable(true, { bufnr = buffer, client_id = client.id })
  end
  if on('on_type_formatting') and offers.documentOnTypeFormattingProvider and vim.lsp.on_type_formatting then
    vim.lsp.on_type_formatting.enable(true, { client_id = client.id })
  end
  -- These alone Neovim switches on by itself, after this event.
  if not on('semantic_tokens') then
    offers.semanticTokensProvider = nil
  end
end

return M
