_muster() {
    local i cur prev opts cmd
    COMPREPLY=()
    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
        cur="$2"
    else
        cur="${COMP_WORDS[COMP_CWORD]}"
    fi
    prev="$3"
    cmd=""
    opts=""

    for i in "${COMP_WORDS[@]:0:COMP_CWORD}"
    do
        case "${cmd},${i}" in
            ",$1")
                cmd="muster"
                ;;
            muster,completions)
                cmd="muster__subcmd__completions"
                ;;
            muster,config)
                cmd="muster__subcmd__config"
                ;;
            muster,deadline)
                cmd="muster__subcmd__deadline"
                ;;
            muster,esign-cohort)
                cmd="muster__subcmd__esign__subcmd__cohort"
                ;;
            muster,exam)
                cmd="muster__subcmd__exam"
                ;;
            muster,firearms)
                cmd="muster__subcmd__firearms"
                ;;
            muster,man)
                cmd="muster__subcmd__man"
                ;;
            muster,permit)
                cmd="muster__subcmd__permit"
                ;;
            muster,power)
                cmd="muster__subcmd__power"
                ;;
            muster,reimburse)
                cmd="muster__subcmd__reimburse"
                ;;
            muster,roster)
                cmd="muster__subcmd__roster"
                ;;
            muster,rules)
                cmd="muster__subcmd__rules"
                ;;
            muster,schema)
                cmd="muster__subcmd__schema"
                ;;
            muster,template)
                cmd="muster__subcmd__template"
                ;;
            muster,training)
                cmd="muster__subcmd__training"
                ;;
            muster__subcmd__config,init)
                cmd="muster__subcmd__config__subcmd__init"
                ;;
            muster__subcmd__config,path)
                cmd="muster__subcmd__config__subcmd__path"
                ;;
            muster__subcmd__config,show)
                cmd="muster__subcmd__config__subcmd__show"
                ;;
            muster__subcmd__exam,check)
                cmd="muster__subcmd__exam__subcmd__check"
                ;;
            muster__subcmd__firearms,course)
                cmd="muster__subcmd__firearms__subcmd__course"
                ;;
            muster__subcmd__firearms,score)
                cmd="muster__subcmd__firearms__subcmd__score"
                ;;
            muster__subcmd__permit,check)
                cmd="muster__subcmd__permit__subcmd__check"
                ;;
            muster__subcmd__power,score)
                cmd="muster__subcmd__power__subcmd__score"
                ;;
            muster__subcmd__power,standards)
                cmd="muster__subcmd__power__subcmd__standards"
                ;;
            muster__subcmd__reimburse,claim)
                cmd="muster__subcmd__reimburse__subcmd__claim"
                ;;
            muster__subcmd__reimburse,forms)
                cmd="muster__subcmd__reimburse__subcmd__forms"
                ;;
            muster__subcmd__reimburse,rates)
                cmd="muster__subcmd__reimburse__subcmd__rates"
                ;;
            muster__subcmd__roster,check)
                cmd="muster__subcmd__roster__subcmd__check"
                ;;
            muster__subcmd__roster,diff)
                cmd="muster__subcmd__roster__subcmd__diff"
                ;;
            muster__subcmd__roster,due)
                cmd="muster__subcmd__roster__subcmd__due"
                ;;
            muster__subcmd__roster,notices)
                cmd="muster__subcmd__roster__subcmd__notices"
                ;;
            muster__subcmd__training,check)
                cmd="muster__subcmd__training__subcmd__check"
                ;;
            *)
                ;;
        esac
    done

    case "${cmd}" in
        muster)
            opts="-f -o -q -h -V --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help --version roster power firearms deadline esign-cohort reimburse training exam permit rules template config completions man schema"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 1 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__completions)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help bash elvish fish powershell zsh"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__config)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help path show init"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__config__subcmd__init)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__config__subcmd__path)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__config__subcmd__show)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__deadline)
            opts="-f -o -q -h --extension --freeze --time --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help basic-training part-time-power part-time-enrollment part-time-training reactivation law-course power-entry physical-entry power-retest entrance-certification entrance-review entrance-appeal entrance-decision panel-appeal exam-results disruption-report course-application sheriff-program sheriff-program-decision firearms-year firearms-currency carry-permit carry-permit-decision carry-address-change homicide-certificate claim"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --extension)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --freeze)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --time)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__esign__subcmd__cohort)
            opts="-f -o -q -h --roster --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --roster)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__exam)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help check"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__exam__subcmd__check)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__firearms)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help score course"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__firearms__subcmd__course)
            opts="-f -o -q -h --category --course --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --course)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__firearms__subcmd__score)
            opts="-f -o -q -h --course --roster --update --hits --stages --stage-12-yards --category --date --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --course)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --roster)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --update)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --hits)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --stages)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --stage-12-yards)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --category)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --date)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__man)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__permit)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help check"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__permit__subcmd__check)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__power)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help score standards"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__power__subcmd__score)
            opts="-f -o -q -h --sex --age --sit-reach --sit-ups --body-weight --bench-press --run --test-date --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --sex)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sit-reach)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --sit-ups)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --body-weight)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --bench-press)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --run)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --test-date)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__power__subcmd__standards)
            opts="-f -o -q -h --sex --age --on --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --sex)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --on)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__reimburse)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help claim forms rates"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__reimburse__subcmd__claim)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__reimburse__subcmd__forms)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__reimburse__subcmd__rates)
            opts="-f -o -q -h --on --county --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --on)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --county)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__roster)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help check diff due notices"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__roster__subcmd__check)
            opts="-f -o -q -h --signed-by --signed-on --signature --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --signed-by)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --signed-on)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --signature)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__roster__subcmd__diff)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__roster__subcmd__due)
            opts="-f -o -q -h --within --training --courses --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --within)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --training)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --courses)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__roster__subcmd__notices)
            opts="-f -o -q -h --since --letters --training --courses --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --since)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --letters)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --training)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --courses)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__rules)
            opts="-f -o -q -h --params --guides --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-local-course firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id roster-signature scenario-training training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness duplicate-ptb-id impossible-dates not-compared not-on-roster ragged-row unclosed-quote unreadable-row unreadable-value academy-bars academy-director agency-duties certified-courses claim complaints conservators course-of-fire exam-check examination-day firearms-course-four-hours full-time-promotion homicide-course homicide-renewals information-requests instructors lead-investigator-waivers moving-between-classifications officer-portal-registration part-time-classroom part-time-enrolment part-time-orientation part-time-uniform part-time-weekends permit-check portal-notices power-test range-officers reporting-an-agency retired-permit-card roster-changes sheriffs-proof trainee-duties training-check transitional-certificates"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__schema)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__template)
            opts="-f -o -q -h --example --explain --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help roster power firearms claim training courses exam permit"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__training)
            opts="-f -o -q -h --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help check"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        muster__subcmd__training__subcmd__check)
            opts="-f -o -q -h --roster --courses --as-of --rewind --only --skip --warn-days --schedule --ptb-id --agency --input-format --two-digit-years --strict-columns --config --format --output --quiet --redact --all --fail-on --color --threads --no-progress --width --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --roster)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --courses)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --as-of)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --only)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --skip)
                    COMPREPLY=($(compgen -W "basic-training-deadline basic-training-extension break-in-service certificate-activation conservator-training entrance-certification esign-verification executive-esign executive-hours firearms-currency firearms-other-agency firearms-qualification freeze-return homicide-certificate part-time-course-eligibility part-time-enrollment-deadline part-time-hours part-time-power-deadline part-time-promotion part-time-training-deadline physical-exam-validity portal-email power-validity prior-training-waiver ptb-id scenario-training firearms-local-course roster-signature training-law-updates training-crisis-intervention training-emergency-medical training-firearms-restraining-order training-firearms-qualification training-constitutional-authority training-procedural-justice training-civil-rights training-human-rights training-cultural-competency training-child-abuse-reporting training-sexual-assault-response training-scenario-force training-force-techniques training-high-risk-stops training-stops-searches-force-law training-officer-safety training-total training-domestic-violence training-homicide training-officer-wellness" -- "${cur}"))
                    return 0
                    ;;
                --warn-days)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --schedule)
                    COMPREPLY=($(compgen -W "portal statute" -- "${cur}"))
                    return 0
                    ;;
                --ptb-id)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --agency)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --input-format)
                    COMPREPLY=($(compgen -W "csv tsv json ndjson" -- "${cur}"))
                    return 0
                    ;;
                --two-digit-years)
                    COMPREPLY=($(compgen -W "past" -- "${cur}"))
                    return 0
                    ;;
                --config)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json ndjson csv markdown ics" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                -o)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fail-on)
                    COMPREPLY=($(compgen -W "met not-applicable open due-soon review unknown overdue none" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --threads)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
    esac
}

if [[ "${BASH_VERSINFO[0]}" -eq 4 && "${BASH_VERSINFO[1]}" -ge 4 || "${BASH_VERSINFO[0]}" -gt 4 ]]; then
    complete -F _muster -o nosort -o bashdefault -o default muster
else
    complete -F _muster -o bashdefault -o default muster
fi
