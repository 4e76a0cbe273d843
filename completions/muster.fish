# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_muster_global_optspecs
    string join \n as-of= rewind only= skip= warn-days= schedule= ptb-id= agency= input-format= two-digit-years= strict-columns config= f/format= o/output= q/quiet redact all fail-on= color= no-progress width= h/help V/version
end

function __fish_muster_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_muster_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_muster_using_subcommand
    set -l cmd (__fish_muster_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c muster -n "__fish_muster_needs_command" -l as-of -d 'The day asked about, such as 2026-01-31 [default: today in Illinois]' -r
complete -c muster -n "__fish_muster_needs_command" -l only -d 'Ask only this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_needs_command" -l skip -d 'Do not ask this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_needs_command" -l warn-days -d 'Days before a due day from which it is due soon [default: 60]' -r
complete -c muster -n "__fish_muster_needs_command" -l schedule -d 'Which e-sign schedule decides: portal or statute [default: portal]' -r -f -a "portal\t'The Board\'s Officer Portal page: A–H, I–M, N–Z by 31 January'
statute\t'50 ILCS 705/8.4 and the Board\'s later pages: A–G, H–O, P–Z by 30 January'"
complete -c muster -n "__fish_muster_needs_command" -l ptb-id -d 'Only records with this PTB ID; can be repeated' -r
complete -c muster -n "__fish_muster_needs_command" -l agency -d 'Only records of this agency; can be repeated' -r
complete -c muster -n "__fish_muster_needs_command" -l input-format -d 'How standard input (-) is written: csv, tsv, json, ndjson' -r -f -a "csv\t'Cells between commas or semicolons'
tsv\t'Cells between tabs'
json\t'An array of flat objects, or one object'
ndjson\t'One flat object a line'"
complete -c muster -n "__fish_muster_needs_command" -l two-digit-years -d 'How years of two digits are read: past, the latest that is not in the future' -r -f -a "past\t''"
complete -c muster -n "__fish_muster_needs_command" -l config -d 'The configuration file' -r -F
complete -c muster -n "__fish_muster_needs_command" -s f -l format -d 'How to answer: table, json, ndjson, csv, markdown' -r -f -a "table\t'For a person at a terminal'
json\t'One JSON object'
ndjson\t'One JSON object a line'
csv\t'Rows for a spreadsheet'
markdown\t'For a ticket or a mail'"
complete -c muster -n "__fish_muster_needs_command" -s o -l output -d 'Write to this file, replaced whole or not at all' -r -F
complete -c muster -n "__fish_muster_needs_command" -l fail-on -d 'Statuses that make the exit code 1, or none [default: overdue,unknown]' -r -f -a "met\t''
not-applicable\t''
open\t''
due-soon\t''
review\t''
unknown\t''
overdue\t''
none\t''"
complete -c muster -n "__fish_muster_needs_command" -l color -d 'Colour: auto, always, never' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c muster -n "__fish_muster_needs_command" -l width -d 'Columns of a table' -r
complete -c muster -n "__fish_muster_needs_command" -l rewind -d 'Look back with today\'s file: what happened after --as-of had not happened yet'
complete -c muster -n "__fish_muster_needs_command" -l strict-columns -d 'An unknown column is an error'
complete -c muster -n "__fish_muster_needs_command" -s q -l quiet -d 'Only findings and results; nothing at all when nothing is wrong'
complete -c muster -n "__fish_muster_needs_command" -l redact -d 'PTB IDs in place of names'
complete -c muster -n "__fish_muster_needs_command" -l all -d 'Also show what is met, open and not applicable'
complete -c muster -n "__fish_muster_needs_command" -l no-progress -d 'No progress bar'
complete -c muster -n "__fish_muster_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c muster -n "__fish_muster_needs_command" -s V -l version -d 'Print version'
complete -c muster -n "__fish_muster_needs_command" -f -a "roster" -d 'Rosters: one row an officer and appointment'
complete -c muster -n "__fish_muster_needs_command" -f -a "firearms" -d 'Firearms: sheets of a day at the range scored, the course of fire'
complete -c muster -n "__fish_muster_needs_command" -f -a "rules" -d 'The rules and every legal figure, with sources'
complete -c muster -n "__fish_muster_needs_command" -f -a "template" -d 'An empty file with the right header, an example, or every column explained'
complete -c muster -n "__fish_muster_needs_command" -f -a "config" -d 'The configuration: where it is, what is in force, a file to start from'
complete -c muster -n "__fish_muster_needs_command" -f -a "completions" -d 'Completions for a shell'
complete -c muster -n "__fish_muster_needs_command" -f -a "man" -d 'Manual pages'
complete -c muster -n "__fish_muster_needs_command" -f -a "schema" -d 'The JSON Schema of the machine output'
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l as-of -d 'The day asked about, such as 2026-01-31 [default: today in Illinois]' -r
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l only -d 'Ask only this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l skip -d 'Do not ask this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l warn-days -d 'Days before a due day from which it is due soon [default: 60]' -r
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l schedule -d 'Which e-sign schedule decides: portal or statute [default: portal]' -r -f -a "portal\t'The Board\'s Officer Portal page: A–H, I–M, N–Z by 31 January'
statute\t'50 ILCS 705/8.4 and the Board\'s later pages: A–G, H–O, P–Z by 30 January'"
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l ptb-id -d 'Only records with this PTB ID; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l agency -d 'Only records of this agency; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l input-format -d 'How standard input (-) is written: csv, tsv, json, ndjson' -r -f -a "csv\t'Cells between commas or semicolons'
tsv\t'Cells between tabs'
json\t'An array of flat objects, or one object'
ndjson\t'One flat object a line'"
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l two-digit-years -d 'How years of two digits are read: past, the latest that is not in the future' -r -f -a "past\t''"
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l config -d 'The configuration file' -r -F
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -s f -l format -d 'How to answer: table, json, ndjson, csv, markdown' -r -f -a "table\t'For a person at a terminal'
json\t'One JSON object'
ndjson\t'One JSON object a line'
csv\t'Rows for a spreadsheet'
markdown\t'For a ticket or a mail'"
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -s o -l output -d 'Write to this file, replaced whole or not at all' -r -F
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l fail-on -d 'Statuses that make the exit code 1, or none [default: overdue,unknown]' -r -f -a "met\t''
not-applicable\t''
open\t''
due-soon\t''
review\t''
unknown\t''
overdue\t''
none\t''"
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l color -d 'Colour: auto, always, never' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l width -d 'Columns of a table' -r
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l rewind -d 'Look back with today\'s file: what happened after --as-of had not happened yet'
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l strict-columns -d 'An unknown column is an error'
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -s q -l quiet -d 'Only findings and results; nothing at all when nothing is wrong'
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l redact -d 'PTB IDs in place of names'
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l all -d 'Also show what is met, open and not applicable'
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -l no-progress -d 'No progress bar'
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c muster -n "__fish_muster_using_subcommand roster; and not __fish_seen_subcommand_from check" -f -a "check" -d 'Every officer against every roster rule on one day'
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l as-of -d 'The day asked about, such as 2026-01-31 [default: today in Illinois]' -r
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l only -d 'Ask only this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l skip -d 'Do not ask this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l warn-days -d 'Days before a due day from which it is due soon [default: 60]' -r
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l schedule -d 'Which e-sign schedule decides: portal or statute [default: portal]' -r -f -a "portal\t'The Board\'s Officer Portal page: A–H, I–M, N–Z by 31 January'
statute\t'50 ILCS 705/8.4 and the Board\'s later pages: A–G, H–O, P–Z by 30 January'"
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l ptb-id -d 'Only records with this PTB ID; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l agency -d 'Only records of this agency; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l input-format -d 'How standard input (-) is written: csv, tsv, json, ndjson' -r -f -a "csv\t'Cells between commas or semicolons'
tsv\t'Cells between tabs'
json\t'An array of flat objects, or one object'
ndjson\t'One flat object a line'"
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l two-digit-years -d 'How years of two digits are read: past, the latest that is not in the future' -r -f -a "past\t''"
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l config -d 'The configuration file' -r -F
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -s f -l format -d 'How to answer: table, json, ndjson, csv, markdown' -r -f -a "table\t'For a person at a terminal'
json\t'One JSON object'
ndjson\t'One JSON object a line'
csv\t'Rows for a spreadsheet'
markdown\t'For a ticket or a mail'"
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -s o -l output -d 'Write to this file, replaced whole or not at all' -r -F
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l fail-on -d 'Statuses that make the exit code 1, or none [default: overdue,unknown]' -r -f -a "met\t''
not-applicable\t''
open\t''
due-soon\t''
review\t''
unknown\t''
overdue\t''
none\t''"
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l color -d 'Colour: auto, always, never' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l width -d 'Columns of a table' -r
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l rewind -d 'Look back with today\'s file: what happened after --as-of had not happened yet'
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l strict-columns -d 'An unknown column is an error'
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Only findings and results; nothing at all when nothing is wrong'
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l redact -d 'PTB IDs in place of names'
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l all -d 'Also show what is met, open and not applicable'
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -l no-progress -d 'No progress bar'
complete -c muster -n "__fish_muster_using_subcommand roster; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l as-of -d 'The day asked about, such as 2026-01-31 [default: today in Illinois]' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l only -d 'Ask only this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l skip -d 'Do not ask this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l warn-days -d 'Days before a due day from which it is due soon [default: 60]' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l schedule -d 'Which e-sign schedule decides: portal or statute [default: portal]' -r -f -a "portal\t'The Board\'s Officer Portal page: A–H, I–M, N–Z by 31 January'
statute\t'50 ILCS 705/8.4 and the Board\'s later pages: A–G, H–O, P–Z by 30 January'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l ptb-id -d 'Only records with this PTB ID; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l agency -d 'Only records of this agency; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l input-format -d 'How standard input (-) is written: csv, tsv, json, ndjson' -r -f -a "csv\t'Cells between commas or semicolons'
tsv\t'Cells between tabs'
json\t'An array of flat objects, or one object'
ndjson\t'One flat object a line'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l two-digit-years -d 'How years of two digits are read: past, the latest that is not in the future' -r -f -a "past\t''"
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l config -d 'The configuration file' -r -F
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -s f -l format -d 'How to answer: table, json, ndjson, csv, markdown' -r -f -a "table\t'For a person at a terminal'
json\t'One JSON object'
ndjson\t'One JSON object a line'
csv\t'Rows for a spreadsheet'
markdown\t'For a ticket or a mail'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -s o -l output -d 'Write to this file, replaced whole or not at all' -r -F
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l fail-on -d 'Statuses that make the exit code 1, or none [default: overdue,unknown]' -r -f -a "met\t''
not-applicable\t''
open\t''
due-soon\t''
review\t''
unknown\t''
overdue\t''
none\t''"
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l color -d 'Colour: auto, always, never' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l width -d 'Columns of a table' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l rewind -d 'Look back with today\'s file: what happened after --as-of had not happened yet'
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l strict-columns -d 'An unknown column is an error'
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -s q -l quiet -d 'Only findings and results; nothing at all when nothing is wrong'
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l redact -d 'PTB IDs in place of names'
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l all -d 'Also show what is met, open and not applicable'
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -l no-progress -d 'No progress bar'
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -f -a "score" -d 'Firearms sheets to results: who qualified, and what is missing on the sheet'
complete -c muster -n "__fish_muster_using_subcommand firearms; and not __fish_seen_subcommand_from score course" -f -a "course" -d 'The course of fire in force, stage by stage, for a clipboard'
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l course -d 'The agency\'s own course, TOML or JSON; \'\' is the State\'s' -r -F
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l roster -d 'Whose row of this roster would get a qualification day' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l update -d 'Write a copy of the roster with those days; the roster stays as it is' -r -F
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l hits -d 'Hits of the whole course' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l stages -d 'Hits of each stage, with commas between them; nothing between two is blank' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l stage-12-yards -d 'Yards from which stage 12 was fired: 15 or 25 [default: 15]' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l category -d 'Duty, off-duty or retired [default: duty]' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l date -d 'Day on which it was fired' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l as-of -d 'The day asked about, such as 2026-01-31 [default: today in Illinois]' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l only -d 'Ask only this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l skip -d 'Do not ask this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l warn-days -d 'Days before a due day from which it is due soon [default: 60]' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l schedule -d 'Which e-sign schedule decides: portal or statute [default: portal]' -r -f -a "portal\t'The Board\'s Officer Portal page: A–H, I–M, N–Z by 31 January'
statute\t'50 ILCS 705/8.4 and the Board\'s later pages: A–G, H–O, P–Z by 30 January'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l ptb-id -d 'Only records with this PTB ID; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l agency -d 'Only records of this agency; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l input-format -d 'How standard input (-) is written: csv, tsv, json, ndjson' -r -f -a "csv\t'Cells between commas or semicolons'
tsv\t'Cells between tabs'
json\t'An array of flat objects, or one object'
ndjson\t'One flat object a line'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l two-digit-years -d 'How years of two digits are read: past, the latest that is not in the future' -r -f -a "past\t''"
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l config -d 'The configuration file' -r -F
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -s f -l format -d 'How to answer: table, json, ndjson, csv, markdown' -r -f -a "table\t'For a person at a terminal'
json\t'One JSON object'
ndjson\t'One JSON object a line'
csv\t'Rows for a spreadsheet'
markdown\t'For a ticket or a mail'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -s o -l output -d 'Write to this file, replaced whole or not at all' -r -F
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l fail-on -d 'Statuses that make the exit code 1, or none [default: overdue,unknown]' -r -f -a "met\t''
not-applicable\t''
open\t''
due-soon\t''
review\t''
unknown\t''
overdue\t''
none\t''"
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l color -d 'Colour: auto, always, never' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l width -d 'Columns of a table' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l rewind -d 'Look back with today\'s file: what happened after --as-of had not happened yet'
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l strict-columns -d 'An unknown column is an error'
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -s q -l quiet -d 'Only findings and results; nothing at all when nothing is wrong'
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l redact -d 'PTB IDs in place of names'
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l all -d 'Also show what is met, open and not applicable'
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -l no-progress -d 'No progress bar'
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from score" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l category -d 'What is qualified for: duty, off-duty or retired [default: duty]' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l course -d 'The agency\'s own course, TOML or JSON; \'\' is the State\'s' -r -F
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l as-of -d 'The day asked about, such as 2026-01-31 [default: today in Illinois]' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l only -d 'Ask only this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l skip -d 'Do not ask this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l warn-days -d 'Days before a due day from which it is due soon [default: 60]' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l schedule -d 'Which e-sign schedule decides: portal or statute [default: portal]' -r -f -a "portal\t'The Board\'s Officer Portal page: A–H, I–M, N–Z by 31 January'
statute\t'50 ILCS 705/8.4 and the Board\'s later pages: A–G, H–O, P–Z by 30 January'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l ptb-id -d 'Only records with this PTB ID; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l agency -d 'Only records of this agency; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l input-format -d 'How standard input (-) is written: csv, tsv, json, ndjson' -r -f -a "csv\t'Cells between commas or semicolons'
tsv\t'Cells between tabs'
json\t'An array of flat objects, or one object'
ndjson\t'One flat object a line'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l two-digit-years -d 'How years of two digits are read: past, the latest that is not in the future' -r -f -a "past\t''"
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l config -d 'The configuration file' -r -F
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -s f -l format -d 'How to answer: table, json, ndjson, csv, markdown' -r -f -a "table\t'For a person at a terminal'
json\t'One JSON object'
ndjson\t'One JSON object a line'
csv\t'Rows for a spreadsheet'
markdown\t'For a ticket or a mail'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -s o -l output -d 'Write to this file, replaced whole or not at all' -r -F
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l fail-on -d 'Statuses that make the exit code 1, or none [default: overdue,unknown]' -r -f -a "met\t''
not-applicable\t''
open\t''
due-soon\t''
review\t''
unknown\t''
overdue\t''
none\t''"
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l color -d 'Colour: auto, always, never' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l width -d 'Columns of a table' -r
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l rewind -d 'Look back with today\'s file: what happened after --as-of had not happened yet'
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l strict-columns -d 'An unknown column is an error'
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -s q -l quiet -d 'Only findings and results; nothing at all when nothing is wrong'
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l redact -d 'PTB IDs in place of names'
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l all -d 'Also show what is met, open and not applicable'
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -l no-progress -d 'No progress bar'
complete -c muster -n "__fish_muster_using_subcommand firearms; and __fish_seen_subcommand_from course" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c muster -n "__fish_muster_using_subcommand rules" -l as-of -d 'The day asked about, such as 2026-01-31 [default: today in Illinois]' -r
complete -c muster -n "__fish_muster_using_subcommand rules" -l only -d 'Ask only this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand rules" -l skip -d 'Do not ask this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand rules" -l warn-days -d 'Days before a due day from which it is due soon [default: 60]' -r
complete -c muster -n "__fish_muster_using_subcommand rules" -l schedule -d 'Which e-sign schedule decides: portal or statute [default: portal]' -r -f -a "portal\t'The Board\'s Officer Portal page: A–H, I–M, N–Z by 31 January'
statute\t'50 ILCS 705/8.4 and the Board\'s later pages: A–G, H–O, P–Z by 30 January'"
complete -c muster -n "__fish_muster_using_subcommand rules" -l ptb-id -d 'Only records with this PTB ID; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand rules" -l agency -d 'Only records of this agency; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand rules" -l input-format -d 'How standard input (-) is written: csv, tsv, json, ndjson' -r -f -a "csv\t'Cells between commas or semicolons'
tsv\t'Cells between tabs'
json\t'An array of flat objects, or one object'
ndjson\t'One flat object a line'"
complete -c muster -n "__fish_muster_using_subcommand rules" -l two-digit-years -d 'How years of two digits are read: past, the latest that is not in the future' -r -f -a "past\t''"
complete -c muster -n "__fish_muster_using_subcommand rules" -l config -d 'The configuration file' -r -F
complete -c muster -n "__fish_muster_using_subcommand rules" -s f -l format -d 'How to answer: table, json, ndjson, csv, markdown' -r -f -a "table\t'For a person at a terminal'
json\t'One JSON object'
ndjson\t'One JSON object a line'
csv\t'Rows for a spreadsheet'
markdown\t'For a ticket or a mail'"
complete -c muster -n "__fish_muster_using_subcommand rules" -s o -l output -d 'Write to this file, replaced whole or not at all' -r -F
complete -c muster -n "__fish_muster_using_subcommand rules" -l fail-on -d 'Statuses that make the exit code 1, or none [default: overdue,unknown]' -r -f -a "met\t''
not-applicable\t''
open\t''
due-soon\t''
review\t''
unknown\t''
overdue\t''
none\t''"
complete -c muster -n "__fish_muster_using_subcommand rules" -l color -d 'Colour: auto, always, never' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c muster -n "__fish_muster_using_subcommand rules" -l width -d 'Columns of a table' -r
complete -c muster -n "__fish_muster_using_subcommand rules" -l params -d 'Every figure the law sets, with its first day, source and the day it was last checked'
complete -c muster -n "__fish_muster_using_subcommand rules" -l rewind -d 'Look back with today\'s file: what happened after --as-of had not happened yet'
complete -c muster -n "__fish_muster_using_subcommand rules" -l strict-columns -d 'An unknown column is an error'
complete -c muster -n "__fish_muster_using_subcommand rules" -s q -l quiet -d 'Only findings and results; nothing at all when nothing is wrong'
complete -c muster -n "__fish_muster_using_subcommand rules" -l redact -d 'PTB IDs in place of names'
complete -c muster -n "__fish_muster_using_subcommand rules" -l all -d 'Also show what is met, open and not applicable'
complete -c muster -n "__fish_muster_using_subcommand rules" -l no-progress -d 'No progress bar'
complete -c muster -n "__fish_muster_using_subcommand rules" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c muster -n "__fish_muster_using_subcommand template" -l as-of -d 'The day asked about, such as 2026-01-31 [default: today in Illinois]' -r
complete -c muster -n "__fish_muster_using_subcommand template" -l only -d 'Ask only this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand template" -l skip -d 'Do not ask this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand template" -l warn-days -d 'Days before a due day from which it is due soon [default: 60]' -r
complete -c muster -n "__fish_muster_using_subcommand template" -l schedule -d 'Which e-sign schedule decides: portal or statute [default: portal]' -r -f -a "portal\t'The Board\'s Officer Portal page: A–H, I–M, N–Z by 31 January'
statute\t'50 ILCS 705/8.4 and the Board\'s later pages: A–G, H–O, P–Z by 30 January'"
complete -c muster -n "__fish_muster_using_subcommand template" -l ptb-id -d 'Only records with this PTB ID; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand template" -l agency -d 'Only records of this agency; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand template" -l input-format -d 'How standard input (-) is written: csv, tsv, json, ndjson' -r -f -a "csv\t'Cells between commas or semicolons'
tsv\t'Cells between tabs'
json\t'An array of flat objects, or one object'
ndjson\t'One flat object a line'"
complete -c muster -n "__fish_muster_using_subcommand template" -l two-digit-years -d 'How years of two digits are read: past, the latest that is not in the future' -r -f -a "past\t''"
complete -c muster -n "__fish_muster_using_subcommand template" -l config -d 'The configuration file' -r -F
complete -c muster -n "__fish_muster_using_subcommand template" -s f -l format -d 'How to answer: table, json, ndjson, csv, markdown' -r -f -a "table\t'For a person at a terminal'
json\t'One JSON object'
ndjson\t'One JSON object a line'
csv\t'Rows for a spreadsheet'
markdown\t'For a ticket or a mail'"
complete -c muster -n "__fish_muster_using_subcommand template" -s o -l output -d 'Write to this file, replaced whole or not at all' -r -F
complete -c muster -n "__fish_muster_using_subcommand template" -l fail-on -d 'Statuses that make the exit code 1, or none [default: overdue,unknown]' -r -f -a "met\t''
not-applicable\t''
open\t''
due-soon\t''
review\t''
unknown\t''
overdue\t''
none\t''"
complete -c muster -n "__fish_muster_using_subcommand template" -l color -d 'Colour: auto, always, never' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c muster -n "__fish_muster_using_subcommand template" -l width -d 'Columns of a table' -r
complete -c muster -n "__fish_muster_using_subcommand template" -l example -d 'With invented rows'
complete -c muster -n "__fish_muster_using_subcommand template" -l explain -d 'Every column with its other names, its format, its meaning and the rules that read it'
complete -c muster -n "__fish_muster_using_subcommand template" -l rewind -d 'Look back with today\'s file: what happened after --as-of had not happened yet'
complete -c muster -n "__fish_muster_using_subcommand template" -l strict-columns -d 'An unknown column is an error'
complete -c muster -n "__fish_muster_using_subcommand template" -s q -l quiet -d 'Only findings and results; nothing at all when nothing is wrong'
complete -c muster -n "__fish_muster_using_subcommand template" -l redact -d 'PTB IDs in place of names'
complete -c muster -n "__fish_muster_using_subcommand template" -l all -d 'Also show what is met, open and not applicable'
complete -c muster -n "__fish_muster_using_subcommand template" -l no-progress -d 'No progress bar'
complete -c muster -n "__fish_muster_using_subcommand template" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l as-of -d 'The day asked about, such as 2026-01-31 [default: today in Illinois]' -r
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l only -d 'Ask only this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l skip -d 'Do not ask this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l warn-days -d 'Days before a due day from which it is due soon [default: 60]' -r
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l schedule -d 'Which e-sign schedule decides: portal or statute [default: portal]' -r -f -a "portal\t'The Board\'s Officer Portal page: A–H, I–M, N–Z by 31 January'
statute\t'50 ILCS 705/8.4 and the Board\'s later pages: A–G, H–O, P–Z by 30 January'"
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l ptb-id -d 'Only records with this PTB ID; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l agency -d 'Only records of this agency; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l input-format -d 'How standard input (-) is written: csv, tsv, json, ndjson' -r -f -a "csv\t'Cells between commas or semicolons'
tsv\t'Cells between tabs'
json\t'An array of flat objects, or one object'
ndjson\t'One flat object a line'"
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l two-digit-years -d 'How years of two digits are read: past, the latest that is not in the future' -r -f -a "past\t''"
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l config -d 'The configuration file' -r -F
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -s f -l format -d 'How to answer: table, json, ndjson, csv, markdown' -r -f -a "table\t'For a person at a terminal'
json\t'One JSON object'
ndjson\t'One JSON object a line'
csv\t'Rows for a spreadsheet'
markdown\t'For a ticket or a mail'"
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -s o -l output -d 'Write to this file, replaced whole or not at all' -r -F
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l fail-on -d 'Statuses that make the exit code 1, or none [default: overdue,unknown]' -r -f -a "met\t''
not-applicable\t''
open\t''
due-soon\t''
review\t''
unknown\t''
overdue\t''
none\t''"
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l color -d 'Colour: auto, always, never' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l width -d 'Columns of a table' -r
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l rewind -d 'Look back with today\'s file: what happened after --as-of had not happened yet'
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l strict-columns -d 'An unknown column is an error'
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -s q -l quiet -d 'Only findings and results; nothing at all when nothing is wrong'
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l redact -d 'PTB IDs in place of names'
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l all -d 'Also show what is met, open and not applicable'
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -l no-progress -d 'No progress bar'
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -f -a "path" -d 'Where the configuration file stands'
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -f -a "show" -d 'What is in force, and where each value comes from'
complete -c muster -n "__fish_muster_using_subcommand config; and not __fish_seen_subcommand_from path show init" -f -a "init" -d 'Write a commented configuration file; never over an existing one'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l as-of -d 'The day asked about, such as 2026-01-31 [default: today in Illinois]' -r
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l only -d 'Ask only this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l skip -d 'Do not ask this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l warn-days -d 'Days before a due day from which it is due soon [default: 60]' -r
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l schedule -d 'Which e-sign schedule decides: portal or statute [default: portal]' -r -f -a "portal\t'The Board\'s Officer Portal page: A–H, I–M, N–Z by 31 January'
statute\t'50 ILCS 705/8.4 and the Board\'s later pages: A–G, H–O, P–Z by 30 January'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l ptb-id -d 'Only records with this PTB ID; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l agency -d 'Only records of this agency; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l input-format -d 'How standard input (-) is written: csv, tsv, json, ndjson' -r -f -a "csv\t'Cells between commas or semicolons'
tsv\t'Cells between tabs'
json\t'An array of flat objects, or one object'
ndjson\t'One flat object a line'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l two-digit-years -d 'How years of two digits are read: past, the latest that is not in the future' -r -f -a "past\t''"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l config -d 'The configuration file' -r -F
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -s f -l format -d 'How to answer: table, json, ndjson, csv, markdown' -r -f -a "table\t'For a person at a terminal'
json\t'One JSON object'
ndjson\t'One JSON object a line'
csv\t'Rows for a spreadsheet'
markdown\t'For a ticket or a mail'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -s o -l output -d 'Write to this file, replaced whole or not at all' -r -F
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l fail-on -d 'Statuses that make the exit code 1, or none [default: overdue,unknown]' -r -f -a "met\t''
not-applicable\t''
open\t''
due-soon\t''
review\t''
unknown\t''
overdue\t''
none\t''"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l color -d 'Colour: auto, always, never' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l width -d 'Columns of a table' -r
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l rewind -d 'Look back with today\'s file: what happened after --as-of had not happened yet'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l strict-columns -d 'An unknown column is an error'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -s q -l quiet -d 'Only findings and results; nothing at all when nothing is wrong'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l redact -d 'PTB IDs in place of names'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l all -d 'Also show what is met, open and not applicable'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -l no-progress -d 'No progress bar'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l as-of -d 'The day asked about, such as 2026-01-31 [default: today in Illinois]' -r
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l only -d 'Ask only this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l skip -d 'Do not ask this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l warn-days -d 'Days before a due day from which it is due soon [default: 60]' -r
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l schedule -d 'Which e-sign schedule decides: portal or statute [default: portal]' -r -f -a "portal\t'The Board\'s Officer Portal page: A–H, I–M, N–Z by 31 January'
statute\t'50 ILCS 705/8.4 and the Board\'s later pages: A–G, H–O, P–Z by 30 January'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l ptb-id -d 'Only records with this PTB ID; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l agency -d 'Only records of this agency; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l input-format -d 'How standard input (-) is written: csv, tsv, json, ndjson' -r -f -a "csv\t'Cells between commas or semicolons'
tsv\t'Cells between tabs'
json\t'An array of flat objects, or one object'
ndjson\t'One flat object a line'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l two-digit-years -d 'How years of two digits are read: past, the latest that is not in the future' -r -f -a "past\t''"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l config -d 'The configuration file' -r -F
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -s f -l format -d 'How to answer: table, json, ndjson, csv, markdown' -r -f -a "table\t'For a person at a terminal'
json\t'One JSON object'
ndjson\t'One JSON object a line'
csv\t'Rows for a spreadsheet'
markdown\t'For a ticket or a mail'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -s o -l output -d 'Write to this file, replaced whole or not at all' -r -F
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l fail-on -d 'Statuses that make the exit code 1, or none [default: overdue,unknown]' -r -f -a "met\t''
not-applicable\t''
open\t''
due-soon\t''
review\t''
unknown\t''
overdue\t''
none\t''"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l color -d 'Colour: auto, always, never' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l width -d 'Columns of a table' -r
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l rewind -d 'Look back with today\'s file: what happened after --as-of had not happened yet'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l strict-columns -d 'An unknown column is an error'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Only findings and results; nothing at all when nothing is wrong'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l redact -d 'PTB IDs in place of names'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l all -d 'Also show what is met, open and not applicable'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -l no-progress -d 'No progress bar'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l as-of -d 'The day asked about, such as 2026-01-31 [default: today in Illinois]' -r
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l only -d 'Ask only this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l skip -d 'Do not ask this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l warn-days -d 'Days before a due day from which it is due soon [default: 60]' -r
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l schedule -d 'Which e-sign schedule decides: portal or statute [default: portal]' -r -f -a "portal\t'The Board\'s Officer Portal page: A–H, I–M, N–Z by 31 January'
statute\t'50 ILCS 705/8.4 and the Board\'s later pages: A–G, H–O, P–Z by 30 January'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l ptb-id -d 'Only records with this PTB ID; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l agency -d 'Only records of this agency; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l input-format -d 'How standard input (-) is written: csv, tsv, json, ndjson' -r -f -a "csv\t'Cells between commas or semicolons'
tsv\t'Cells between tabs'
json\t'An array of flat objects, or one object'
ndjson\t'One flat object a line'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l two-digit-years -d 'How years of two digits are read: past, the latest that is not in the future' -r -f -a "past\t''"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l config -d 'The configuration file' -r -F
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -s f -l format -d 'How to answer: table, json, ndjson, csv, markdown' -r -f -a "table\t'For a person at a terminal'
json\t'One JSON object'
ndjson\t'One JSON object a line'
csv\t'Rows for a spreadsheet'
markdown\t'For a ticket or a mail'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -s o -l output -d 'Write to this file, replaced whole or not at all' -r -F
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l fail-on -d 'Statuses that make the exit code 1, or none [default: overdue,unknown]' -r -f -a "met\t''
not-applicable\t''
open\t''
due-soon\t''
review\t''
unknown\t''
overdue\t''
none\t''"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l color -d 'Colour: auto, always, never' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l width -d 'Columns of a table' -r
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l rewind -d 'Look back with today\'s file: what happened after --as-of had not happened yet'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l strict-columns -d 'An unknown column is an error'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -s q -l quiet -d 'Only findings and results; nothing at all when nothing is wrong'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l redact -d 'PTB IDs in place of names'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l all -d 'Also show what is met, open and not applicable'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -l no-progress -d 'No progress bar'
complete -c muster -n "__fish_muster_using_subcommand config; and __fish_seen_subcommand_from init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c muster -n "__fish_muster_using_subcommand completions" -l as-of -d 'The day asked about, such as 2026-01-31 [default: today in Illinois]' -r
complete -c muster -n "__fish_muster_using_subcommand completions" -l only -d 'Ask only this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand completions" -l skip -d 'Do not ask this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand completions" -l warn-days -d 'Days before a due day from which it is due soon [default: 60]' -r
complete -c muster -n "__fish_muster_using_subcommand completions" -l schedule -d 'Which e-sign schedule decides: portal or statute [default: portal]' -r -f -a "portal\t'The Board\'s Officer Portal page: A–H, I–M, N–Z by 31 January'
statute\t'50 ILCS 705/8.4 and the Board\'s later pages: A–G, H–O, P–Z by 30 January'"
complete -c muster -n "__fish_muster_using_subcommand completions" -l ptb-id -d 'Only records with this PTB ID; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand completions" -l agency -d 'Only records of this agency; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand completions" -l input-format -d 'How standard input (-) is written: csv, tsv, json, ndjson' -r -f -a "csv\t'Cells between commas or semicolons'
tsv\t'Cells between tabs'
json\t'An array of flat objects, or one object'
ndjson\t'One flat object a line'"
complete -c muster -n "__fish_muster_using_subcommand completions" -l two-digit-years -d 'How years of two digits are read: past, the latest that is not in the future' -r -f -a "past\t''"
complete -c muster -n "__fish_muster_using_subcommand completions" -l config -d 'The configuration file' -r -F
complete -c muster -n "__fish_muster_using_subcommand completions" -s f -l format -d 'How to answer: table, json, ndjson, csv, markdown' -r -f -a "table\t'For a person at a terminal'
json\t'One JSON object'
ndjson\t'One JSON object a line'
csv\t'Rows for a spreadsheet'
markdown\t'For a ticket or a mail'"
complete -c muster -n "__fish_muster_using_subcommand completions" -s o -l output -d 'Write to this file, replaced whole or not at all' -r -F
complete -c muster -n "__fish_muster_using_subcommand completions" -l fail-on -d 'Statuses that make the exit code 1, or none [default: overdue,unknown]' -r -f -a "met\t''
not-applicable\t''
open\t''
due-soon\t''
review\t''
unknown\t''
overdue\t''
none\t''"
complete -c muster -n "__fish_muster_using_subcommand completions" -l color -d 'Colour: auto, always, never' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c muster -n "__fish_muster_using_subcommand completions" -l width -d 'Columns of a table' -r
complete -c muster -n "__fish_muster_using_subcommand completions" -l rewind -d 'Look back with today\'s file: what happened after --as-of had not happened yet'
complete -c muster -n "__fish_muster_using_subcommand completions" -l strict-columns -d 'An unknown column is an error'
complete -c muster -n "__fish_muster_using_subcommand completions" -s q -l quiet -d 'Only findings and results; nothing at all when nothing is wrong'
complete -c muster -n "__fish_muster_using_subcommand completions" -l redact -d 'PTB IDs in place of names'
complete -c muster -n "__fish_muster_using_subcommand completions" -l all -d 'Also show what is met, open and not applicable'
complete -c muster -n "__fish_muster_using_subcommand completions" -l no-progress -d 'No progress bar'
complete -c muster -n "__fish_muster_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c muster -n "__fish_muster_using_subcommand man" -l as-of -d 'The day asked about, such as 2026-01-31 [default: today in Illinois]' -r
complete -c muster -n "__fish_muster_using_subcommand man" -l only -d 'Ask only this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand man" -l skip -d 'Do not ask this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand man" -l warn-days -d 'Days before a due day from which it is due soon [default: 60]' -r
complete -c muster -n "__fish_muster_using_subcommand man" -l schedule -d 'Which e-sign schedule decides: portal or statute [default: portal]' -r -f -a "portal\t'The Board\'s Officer Portal page: A–H, I–M, N–Z by 31 January'
statute\t'50 ILCS 705/8.4 and the Board\'s later pages: A–G, H–O, P–Z by 30 January'"
complete -c muster -n "__fish_muster_using_subcommand man" -l ptb-id -d 'Only records with this PTB ID; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand man" -l agency -d 'Only records of this agency; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand man" -l input-format -d 'How standard input (-) is written: csv, tsv, json, ndjson' -r -f -a "csv\t'Cells between commas or semicolons'
tsv\t'Cells between tabs'
json\t'An array of flat objects, or one object'
ndjson\t'One flat object a line'"
complete -c muster -n "__fish_muster_using_subcommand man" -l two-digit-years -d 'How years of two digits are read: past, the latest that is not in the future' -r -f -a "past\t''"
complete -c muster -n "__fish_muster_using_subcommand man" -l config -d 'The configuration file' -r -F
complete -c muster -n "__fish_muster_using_subcommand man" -s f -l format -d 'How to answer: table, json, ndjson, csv, markdown' -r -f -a "table\t'For a person at a terminal'
json\t'One JSON object'
ndjson\t'One JSON object a line'
csv\t'Rows for a spreadsheet'
markdown\t'For a ticket or a mail'"
complete -c muster -n "__fish_muster_using_subcommand man" -s o -l output -d 'Write to this file, replaced whole or not at all' -r -F
complete -c muster -n "__fish_muster_using_subcommand man" -l fail-on -d 'Statuses that make the exit code 1, or none [default: overdue,unknown]' -r -f -a "met\t''
not-applicable\t''
open\t''
due-soon\t''
review\t''
unknown\t''
overdue\t''
none\t''"
complete -c muster -n "__fish_muster_using_subcommand man" -l color -d 'Colour: auto, always, never' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c muster -n "__fish_muster_using_subcommand man" -l width -d 'Columns of a table' -r
complete -c muster -n "__fish_muster_using_subcommand man" -l rewind -d 'Look back with today\'s file: what happened after --as-of had not happened yet'
complete -c muster -n "__fish_muster_using_subcommand man" -l strict-columns -d 'An unknown column is an error'
complete -c muster -n "__fish_muster_using_subcommand man" -s q -l quiet -d 'Only findings and results; nothing at all when nothing is wrong'
complete -c muster -n "__fish_muster_using_subcommand man" -l redact -d 'PTB IDs in place of names'
complete -c muster -n "__fish_muster_using_subcommand man" -l all -d 'Also show what is met, open and not applicable'
complete -c muster -n "__fish_muster_using_subcommand man" -l no-progress -d 'No progress bar'
complete -c muster -n "__fish_muster_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c muster -n "__fish_muster_using_subcommand schema" -l as-of -d 'The day asked about, such as 2026-01-31 [default: today in Illinois]' -r
complete -c muster -n "__fish_muster_using_subcommand schema" -l only -d 'Ask only this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand schema" -l skip -d 'Do not ask this rule; can be repeated' -r -f -a "basic-training-deadline\t'Full-time officers: certificate of basic training within six months'
basic-training-extension\t'Extension of basic training: 90 days at most'
break-in-service\t'Three years out of law enforcement: Law for Police or Illinois Law Review'
conservator-training\t'Conservators of the peace: basic training before police authority'
entrance-certification\t'Written certification of the background check, 30 days before the course'
esign-verification\t'Signature on the Officer Portal every three years, by last name'
executive-hours\t'Chiefs, deputy chiefs and sheriffs: 20 hours of training a year'
firearms-currency\t'The course of fire again within twelve months of the last time'
firearms-other-agency\t'Qualified at another agency: fired before coming, with papers on file'
firearms-qualification\t'A firearms qualification day in every calendar year, or a reason'
part-time-enrollment-deadline\t'Part-time officers: enrolled in basic training within six months'
part-time-hours\t'Part-time certified officers: at most 1,560 hours in a calendar year'
part-time-power-deadline\t'Part-time officers: POWER test passed within six months'
part-time-promotion\t'Part-time certified officers employed full-time: transition course'
part-time-training-deadline\t'Part-time officers: basic training completed within eighteen months'
physical-exam-validity\t'Physical examination within 60 days before the course'
portal-email\t'A personal mail address on the Officer Portal, not the agency\'s'
power-validity\t'POWER test passed within 45 days before the course'
prior-training-waiver\t'Officers trained before: waiver, reactivation or reciprocity on record'
ptb-id\t'A PTB ID on record, so that training can be credited'
scenario-training\t'Scenario-based use-of-force training inside its window'
firearms-local-course\t'An agency\'s own course of fire is on file with the Board'"
complete -c muster -n "__fish_muster_using_subcommand schema" -l warn-days -d 'Days before a due day from which it is due soon [default: 60]' -r
complete -c muster -n "__fish_muster_using_subcommand schema" -l schedule -d 'Which e-sign schedule decides: portal or statute [default: portal]' -r -f -a "portal\t'The Board\'s Officer Portal page: A–H, I–M, N–Z by 31 January'
statute\t'50 ILCS 705/8.4 and the Board\'s later pages: A–G, H–O, P–Z by 30 January'"
complete -c muster -n "__fish_muster_using_subcommand schema" -l ptb-id -d 'Only records with this PTB ID; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand schema" -l agency -d 'Only records of this agency; can be repeated' -r
complete -c muster -n "__fish_muster_using_subcommand schema" -l input-format -d 'How standard input (-) is written: csv, tsv, json, ndjson' -r -f -a "csv\t'Cells between commas or semicolons'
tsv\t'Cells between tabs'
json\t'An array of flat objects, or one object'
ndjson\t'One flat object a line'"
complete -c muster -n "__fish_muster_using_subcommand schema" -l two-digit-years -d 'How years of two digits are read: past, the latest that is not in the future' -r -f -a "past\t''"
complete -c muster -n "__fish_muster_using_subcommand schema" -l config -d 'The configuration file' -r -F
complete -c muster -n "__fish_muster_using_subcommand schema" -s f -l format -d 'How to answer: table, json, ndjson, csv, markdown' -r -f -a "table\t'For a person at a terminal'
json\t'One JSON object'
ndjson\t'One JSON object a line'
csv\t'Rows for a spreadsheet'
markdown\t'For a ticket or a mail'"
complete -c muster -n "__fish_muster_using_subcommand schema" -s o -l output -d 'Write to this file, replaced whole or not at all' -r -F
complete -c muster -n "__fish_muster_using_subcommand schema" -l fail-on -d 'Statuses that make the exit code 1, or none [default: overdue,unknown]' -r -f -a "met\t''
not-applicable\t''
open\t''
due-soon\t''
review\t''
unknown\t''
overdue\t''
none\t''"
complete -c muster -n "__fish_muster_using_subcommand schema" -l color -d 'Colour: auto, always, never' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c muster -n "__fish_muster_using_subcommand schema" -l width -d 'Columns of a table' -r
complete -c muster -n "__fish_muster_using_subcommand schema" -l rewind -d 'Look back with today\'s file: what happened after --as-of had not happened yet'
complete -c muster -n "__fish_muster_using_subcommand schema" -l strict-columns -d 'An unknown column is an error'
complete -c muster -n "__fish_muster_using_subcommand schema" -s q -l quiet -d 'Only findings and results; nothing at all when nothing is wrong'
complete -c muster -n "__fish_muster_using_subcommand schema" -l redact -d 'PTB IDs in place of names'
complete -c muster -n "__fish_muster_using_subcommand schema" -l all -d 'Also show what is met, open and not applicable'
complete -c muster -n "__fish_muster_using_subcommand schema" -l no-progress -d 'No progress bar'
complete -c muster -n "__fish_muster_using_subcommand schema" -s h -l help -d 'Print help (see more with \'--help\')'
