
set edit:completion:arg-completer[muster] = { |@words|
    var index = (count $words)
    set index = (- $index 1)

    put (env _CLAP_IFS="\n" _CLAP_COMPLETE_INDEX=(to-string $index) MUSTER_COMPLETE="elvish" muster -- $@words) | to-lines
}

