-- nvim --clean --headless -l template_test.lua FILE
-- Writes an achievement by a team's own template, which is German. See driver.lua.

local file = _G.arg[1]
local t = dofile(vim.fs.joinpath(vim.fs.dirname(_G.arg[0]), 'driver.lua'))
local ok, inside, normal, eventually, is = t.ok, t.inside, t.normal, t.eventually, t.is

local function text()
  return table.concat(inside('return vim.api.nvim_buf_get_lines(0, 0, -1, true)'), '\n')
end

inside('vim.o.completeopt = "menuone,noinsert,noselect"; vim.cmd.edit(...)', file)
t.attached()
eventually('the section of the team is missing', t.findings, is({ '0:2 missing-section' }))

inside('vim.api.nvim_win_set_cursor(0, { 1, 3 })')
t.apply('quickfix', 'Insert "Kosten"')
eventually('it is inserted in its place', 'return vim.fn.search("^## Kosten$", "wn") > vim.fn.search("^## Nachweise$", "wn") and vim.fn.search("^## Kosten$", "wn") < vim.fn.search("^## Zusammenarbeit$", "wn")', is(true))
ok(text():find('| Posten | Betrag |', 1, true), 'with its body', text())
normal()
eventually('what is to be filled in is found', t.findings, function(got)
  return #got == 1 and got[1]:find('placeholder-text', 1, true) ~= nil
end)

inside([[
  vim.api.nvim_buf_set_lines(0, -1, -1, true, { '', '## Verw' })
  vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(0), 7 })
]])
local labels = inside([[
  local params = vim.lsp.util.make_position_params(0, 'utf-16')
  params.position.character = 7
  local names = {}
  for _, a in pairs(vim.lsp.buf_request_sync(0, 'textDocument/completion', params, 5000)) do
    for _, item in ipairs(a.result and (a.result.items or a.result) or {}) do names[#names + 1] = item.label end
  end
  return names
]])
ok(vim.tbl_contains(labels, 'Verwendung in Beurteilungen'), 'a section is offered by its name', labels)
local symbols = inside([[
  local answer = vim.lsp.buf_request_sync(0, 'textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() }, 5000)
  local names = {}
  local function walk(list)
    for _, s in ipairs(list) do
      names[#names + 1] = s.name
      walk(s.children or {})
    end
  end
  for _, a in pairs(answer) do walk(a.result or {}) end
  return names
]])
for _, name in ipairs({ 'Kostenstelle', 'Verlauf', 'Brote: 900 → 1200 in der Woche' }) do
  ok(vim.tbl_contains(symbols, name), 'the outline has ' .. name, symbols)
end
t.finish()
