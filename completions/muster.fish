complete --keep-order --exclusive --command muster --arguments "(MUSTER_COMPLETE=fish muster -- (commandline --current-process --tokenize --cut-at-cursor) (commandline --current-token))"
