if exists("b:did_ftplugin")
  finish
endif
let b:did_ftplugin = 1

" A level is two spaces, and what stands deeper concerns what stands above.
setlocal expandtab shiftwidth=2 softtabstop=2 autoindent
setlocal foldmethod=indent foldlevel=99
setlocal comments=b:# commentstring=#\ %s
" Ids have hyphens.
setlocal iskeyword+=-
setlocal formatprg=argmap\ fmt\ -
" `K` says what a word of the language means.
setlocal keywordprg=argmap\ explain
" `:make` checks the project, and `:cnext` goes from one finding to the next.
setlocal makeprg=argmap\ check\ --format\ concise
setlocal errorformat=%f:%l:%c:\ %trror%m,%f:%l:%c:\ %tarning%m,%f:%l:%c:\ %tote%m

let b:undo_ftplugin = "setlocal expandtab< shiftwidth< softtabstop< autoindent< foldmethod< foldlevel< comments<"
      \ . " commentstring< iskeyword< formatprg< keywordprg< makeprg< errorformat<"
