" Achievement files in Vim, by vim-lsp: source this from your vimrc, or copy it.
" Not tested.
augroup achievement_ls
  autocmd!
  autocmd User lsp_setup call lsp#register_server({
  \ 'name': 'achievement-ls',
  \ 'cmd': {server_info -> ['achievement-ls', 'serve']},
  \ 'allowlist': ['markdown'],
  \ 'root_uri': {server_info -> lsp#utils#path_to_uri(lsp#utils#find_nearest_parent_file_directory(
  \   lsp#utils#get_buffer_path(), ['.achievements.yaml', '.git/']))},
  \})
augroup END
