-- :checkhealth achievement_ls
local M = {}
local health = vim.health

-- command is what starts the server: as configured, else as shipped.
local function command()
  local cmd = vim.lsp.config and vim.tbl_get(vim.lsp.config, 'achievement_ls', 'cmd') or vim.g.achievement_ls_cmd
  if type(cmd) == 'string' then
    cmd = { cmd, 'serve' }
  end
  return cmd or { 'achievement-ls', 'serve' }
end

local function program()
  local cmd = command()
  if type(cmd) ~= 'table' then
    health.info('the command is a function of your own, and is not looked at')
    return
  end
  local path = vim.fn.exepath(cmd[1])
  if path == '' then
    health.error(('%s is not executable'):format(cmd[1]), {
      'install achievement-ls and put it on the PATH that Neovim sees',
      'or name it in g:achievement_ls_cmd before the plugin loads',
    })
    return
  end
  local answer = vim.system({ path, 'version' }, { text = true, timeout = 5000 }):wait()
  if answer.code ~= 0 then
    health.error(('%s does not run: %s'):format(path, vim.trim(answer.stderr or '')))
    return
  end
  health.ok(('%s: %s'):format(path, vim.trim(answer.stdout)))
end

local function running()
  local clients = vim.lsp.get_clients({ name = 'achievement_ls' })
  if #clients == 0 then
    health.info('the server is not running; it starts with the first markdown file')
  end
  for _, client in ipairs(clients) do
    local folders = vim.tbl_map(function(f)
      return f.name
    end, client.workspace_folders or {})
    health.ok(('the server runs for %s'):format(#folders > 0 and table.concat(folders, ', ') or 'single files'))
  end
end

-- What each switch of g:achievement_ls needs of Neovim.
local needs = {
  inlay_hints = 'nvim-0.10',
  code_lenses = 'nvim-0.10',
  semantic_tokens = 'nvim-0.10',
  inline_completion = 'nvim-0.12',
  on_type_formatting = 'nvim-0.12',
}

local function switches()
  local set = vim.g.achievement_ls or {}
  for _, name in ipairs(vim.fn.sort(vim.tbl_keys(needs))) do
    if set[name] == false then
      health.info(('%s: switched off'):format(name))
    elseif vim.fn.has(needs[name]) == 0 then
      health.info(('%s: needs Neovim %s'):format(name, needs[name]:sub(6)))
    else
      health.ok(('%s: on'):format(name))
    end
  end
  for name in pairs(set) do
    if not needs[name] then
      health.warn(('g:achievement_ls has a switch %q, which there is not'):format(name))
    end
  end
end

function M.check()
  health.start('achievement-ls: program')
  program()
  if not vim.lsp.enable then
    health.info('Neovim before 0.11: the server is started by an autocommand of your own (:help achievement-ls-0.10)')
  end
  health.start('achievement-ls: server')
  running()
  health.start('achievement-ls: switches')
  switches()
end

return M
