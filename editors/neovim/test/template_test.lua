-- nvim --clean --headless -l template_test.lua FILE
-- Writes an achievement by a team's own template, which is German. See driver.lua.

local file = _G.arg[1]
local t = dofile(vim.fs.joinpath(vim.fs.dirname(_G.arg[0]), 'driver.lua'))
local ok, inside, type_keys, normal, eventually, is = t.ok, t.inside, t.type_keys, t.normal, t.eventually, t.is

local function text()
  return table.concat(inside('return vim.api.nvim_buf_get_lines(0, 0, -1, true)'), '\n')
end

inside('vim.o.completeopt = "menuone,noinsert,noselect"; vim.cmd.edit(...)', file)
t.attached()
eventually('the section of the team is missing', t.findings, is({ '0:2 missing-section' }))

inside('vim.api.nvim_win_set_cursor(0, { 1, 3 })')
inside([[
  vim.lsp.buf.code_action({
    apply = true,
    context = { only = { 'quickfix' }, diagnostics = vim.lsp.diagnostic.from(vim.diagnostic.get(0)) },
    filter = function(a) return a.title == 'Insert "Kosten"' end,
  })
]])
eventually('it is inserted in its place', 'return vim.fn.search("^## Kosten$", "wn") > vim.fn.search("^## Nachweise$", "wn") and vim.fn.search("^## Kosten$", "wn") < vim.fn.search("^## Zusammenarbeit$", "wn")', is(true))
ok(text():find('| Posten | Betrag |', 1, true), 'with its body', text())
normal()
eventually('what is to be filled in is found', t.findings, function(got)
  return #got == 1 and got[1]:find('placeholder-text', 1, true) ~= nil
end)

type_keys('Go<CR>## Verw<C-x><C-o>')
eventually('the menu offers the section by its name', [[
  local info = vim.fn.complete_info({ 'pum_visible', 'items' })
  return info.pum_visible == 1 and info.items[1].abbr or ''
]], function(got)
  return got:find('Verwendung in Beurteilungen', 1, true) ~= nil
end)
type_keys('<C-e>')
normal()
inside('vim.cmd("silent! undo")')
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
