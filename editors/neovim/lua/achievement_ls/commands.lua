-- The commands; what they do the server does.
local M = {}

local function complain(message)
  vim.notify('achievement-ls: ' .. message, vim.log.levels.ERROR)
end

-- serving is the server of the buffer in the window, or else any that runs; nil,
-- with a word to the user, where none does.
local function serving()
  local client = vim.lsp.get_clients({ bufnr = 0, name = 'achievement_ls' })[1]
    or vim.lsp.get_clients({ name = 'achievement_ls' })[1]
  if not client then
    complain('the server is not running; it starts with the first markdown file (:checkhealth achievement_ls)')
  end
  return client
end

-- place is the file that says which workspace is meant: the one in the window, or
-- for a buffer without a file the folder Neovim is in.
local function place()
  local name = vim.api.nvim_buf_get_name(0)
  if name == '' or vim.bo.buftype ~= '' then
    name = vim.fn.getcwd()
  end
  return vim.uri_from_fname(name)
end

-- execute has the server run a command; done gets its answer.
local function execute(command, argument, done)
  local client = serving()
  if not client then
    return
  end
  local params = { command = 'achievement-ls.' .. command, arguments = { argument } }
  local function answered(err, result)
    if err then
      complain(err.message)
    elseif done then
      done(result)
    end
  end
  -- By its number: with 0 Neovim keeps back what was typed just before.
  local buffer = vim.api.nvim_get_current_buf()
  if vim.fn.has('nvim-0.11') == 1 then
    client:request('workspace/executeCommand', params, answered, buffer)
  else
    client.request('workspace/executeCommand', params, answered, buffer)
  end
end

-- ask is for one line of the user, with an answer of its own where it was given.
local function ask(prompt, given, done)
  if given ~= '' then
    done(given)
    return
  end
  vim.ui.input({ prompt = prompt }, function(answer)
    if answer and vim.trim(answer) ~= '' then
      done(vim.trim(answer))
    end
  end)
end

--- new writes an achievement; its title is asked for where it is empty.
---@param title string
function M.new(title)
  local workspace = place()
  ask('Title of the achievement: ', title, function(answer)
    execute('newAchievement', { title = answer, workspace = workspace })
  end)
end

--- review drafts a review of a period; the period is asked for where it is empty.
---@param period string
function M.review(period)
  local workspace = place()
  ask('Period of the review, such as 2026-H1: ', period, function(answer)
    execute('newReview', { period = answer, workspace = workspace })
  end)
end

--- insert_missing inserts every section that the achievement in the window lacks.
function M.insert_missing()
  execute('insertMissing', { uri = vim.uri_from_bufnr(0) }, function(result)
    if result.sections == 0 then
      vim.notify('achievement-ls: no section is missing')
    end
  end)
end

--- statistics shows the numbers of the workspace, or of a period, in a window of
--- their own.
---@param period string empty for all there is
function M.statistics(period)
  local argument = { workspace = place(), format = 'markdown', period = period ~= '' and period or nil }
  execute('statistics', argument, function(text)
    local buffer = vim.api.nvim_create_buf(false, true)
    vim.api.nvim_buf_set_lines(buffer, 0, -1, true, vim.split(vim.trim(text), '\n'))
    vim.bo[buffer].bufhidden = 'wipe'
    vim.bo[buffer].modifiable = false
    vim.cmd.split()
    vim.api.nvim_win_set_buf(0, buffer)
    -- No file type: the server is for files, and the colours come without it.
    vim.bo[buffer].syntax = 'markdown'
    vim.keymap.set('n', 'q', '<Cmd>close<CR>', { buffer = buffer, desc = 'Close the statistics' })
  end)
end

--- periods are those the workspace knows that begin as typed, for the command line.
---@param typed string
---@return string[]
function M.periods(typed)
  local client = vim.lsp.get_clients({ name = 'achievement_ls' })[1]
  if not client then
    return {}
  end
  local params = { command = 'achievement-ls.known', arguments = { { workspace = place() } } }
  local answer
  if vim.fn.has('nvim-0.11') == 1 then
    answer = client:request_sync('workspace/executeCommand', params, 1000, 0)
  else
    answer = client.request_sync('workspace/executeCommand', params, 1000, 0)
  end
  return vim.tbl_filter(function(period)
    return vim.startswith(period, typed)
  end, vim.tbl_get(answer or {}, 'result', 'periods') or {})
end

return M
