" Achievement files in Vim, by ALE: source this from your vimrc, or copy it.
" A folder with a configuration is a workspace, even inside a repository.
function! AchievementRoot(buffer) abort
  let l:config = ale#path#FindNearestFile(a:buffer, '.achievements.yaml')
  if !empty(l:config)
    return fnamemodify(l:config, ':h')
  endif
  let l:git = ale#path#FindNearestDirectory(a:buffer, '.git')
  return !empty(l:git) ? fnamemodify(l:git, ':h:h') : expand('#' . a:buffer . ':p:h')
endfunction

function! s:Define() abort
  call ale#linter#Define('markdown', {
  \ 'name': 'achievement_ls',
  \ 'lsp': 'stdio',
  \ 'executable': 'achievement-ls',
  \ 'command': '%e serve',
  \ 'project_root': function('AchievementRoot'),
  \})
endfunction

augroup achievement_ls
  autocmd!
  autocmd FileType markdown ++once call s:Define()
augroup END

set omnifunc=ale#completion#OmniFunc
