#!/usr/bin/env bash
# Makes the seed corpus of every target from the fixtures. Corpora themselves are not kept.
set -euo pipefail
cd "$(dirname "$0")"
for target in readers cells names claims rosters; do mkdir -p "corpus/$target"; done
# The first byte chooses format and kind (five times eight, see targets/readers.rs): every file as every kind.
for file in ../fixtures/*/*.csv ../fixtures/*/*.json; do
    name=$(basename "$(dirname "$file")")-$(basename "$file")
    for choice in $(seq 0 39); do
        { printf "\\x$(printf %02x "$choice")"; head -c 2000 "$file"; } > "corpus/readers/$choice-$name"
    done
done
head -c 4000 -q ../fixtures/*/*.csv | tr ',;"' '\n\n\n' | sort -u | awk 'NF' | while IFS= read -r cell; do
    sum=$(printf %s "$cell" | cksum | cut -d' ' -f1)
    printf %s "$cell" > "corpus/cells/$sum"
    printf %s "$cell" > "corpus/names/$sum"
done
cp ../fixtures/reimburse_claim/*.json ../fixtures/template/claim.json corpus/claims/
for file in ../fixtures/roster_*/*.csv ../fixtures/template/roster.csv; do
    head -n 12 "$file" > "corpus/rosters/$(basename "$(dirname "$file")")-$(basename "$file")"
done
