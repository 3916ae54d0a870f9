# Completion of partners for fish: partners completion fish > ~/.config/fish/completions/partners.fish
# What is typed goes to the tool as it is, and fish quotes what it puts in: nothing of the answers is evaluated here.
function __partners_complete
    set -l replies (command partners __complete fish -- (commandline -cp | string collect) 2>/dev/null </dev/null)
    set -l token (commandline -ct | string collect)
    # the value of an option that stands behind it in one word
    set -l option (string match -r -- '^--[^=]*=' $token)
    set -l rest (string replace -r -- '^--[^=]*=' '' $token)
    switch "$replies[1]"
        case files
            for it in (__fish_complete_path $rest)
                printf '%s%s\n' "$option" $it
            end
        case folders
            for it in (__fish_complete_directories $rest '')
                printf '%s%s\n' "$option" $it
            end
        case words
            set -e replies[1]
            if set -q replies[1]
                printf '%s\n' $replies
            end
    end
end
complete -c partners -f -a '(__partners_complete)'
