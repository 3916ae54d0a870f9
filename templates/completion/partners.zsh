#compdef partners
# Completion of partners for zsh: source <(partners completion zsh), after compinit
# What is typed goes to the tool as words, and zsh quotes what it puts in: nothing of the answers is evaluated here.
_partners() {
  local -a lines values shown
  local line kind value
  local tab=$'\t'
  lines=("${(@f)$(command partners __complete zsh -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null </dev/null)}")
  kind=$lines[1]
  # the value of an option that stands behind it in one word
  [[ $PREFIX == --*=* ]] && compset -P 1 '*='
  case $kind in
    files) _files ;;
    folders) _files -/ ;;
    words)
      for line in "${(@)lines[2,-1]}"; do
        value=${line%%$tab*}
        values+=("$value")
        if [[ $line == *$tab* ]]; then shown+=("$value  -- ${line#*$tab}"); else shown+=("$value"); fi
      done
      (( $#values )) && compadd -l -d shown -a -- values
      ;;
  esac
}
# To zsh `risks[` without quotes begins a subscript, in which it would offer its variables; it would not run it either.
_partners_subscript() {
  local -a typed
  typed=("${(z)LBUFFER}")
  typed=("${(@)typed[${typed[(I)(;|\||\|\||&&|&)]} + 1,-1]}")
  while [[ $typed[1] == [[:alpha:]_]*=* ]]; do shift typed; done
  if [[ $typed[1] == (*/|)partners && $#typed -gt 1 && $typed[-1] == [[:alpha:]]* ]]; then
    _message -r "quote the bracket: ${typed[-1]%%\[*}\\["
  else
    ${_partners_subscript_before:-_subscript} "$@"
  fi
}
# as a file of fpath it is called at once; sourced, it makes itself known
if [[ $funcstack[1] == _partners ]]; then
  _partners "$@"
elif (( $+functions[compdef] )); then
  compdef _partners partners
  if (( $+_comps )) && [[ $_comps[-subscript-] != _partners_subscript ]]; then
    typeset -g _partners_subscript_before=$_comps[-subscript-]
    compdef _partners_subscript -subscript-
  fi
fi
