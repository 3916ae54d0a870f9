# Completion of partners for bash: source <(partners completion bash)
# What is typed goes to the tool as it is, and its answers are quoted by the tool: nothing of them is evaluated here.
_partners() {
  local kind='' reply
  COMPREPLY=()
  {
    IFS= read -r kind
    while IFS= read -r reply; do COMPREPLY+=("$reply"); done
  } < <(command partners __complete bash -- "${COMP_TYPE-}" "${COLUMNS-}" "$COMP_WORDBREAKS" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null </dev/null)
  case $kind in
    files) compopt -o default 2>/dev/null ;;
    folders) compopt -o dirnames 2>/dev/null ;;
  esac
  return 0
}
complete -o nosort -F _partners partners 2>/dev/null || complete -F _partners partners
