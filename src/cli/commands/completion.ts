import { Argument, Command } from 'commander'
import { packageText } from '../../source/package-files.js'
import type { Ports } from '../ports.js'
import type { Exit } from '../program.js'

const SHELLS = ['bash', 'zsh', 'fish']

export const completion = (ports: Ports, exit: Exit) =>
  new Command('completion')
    .description('print a script that lets the shell complete commands, options, ids, roles and values')
    .addArgument(new Argument('<shell>', 'for which shell').choices(SHELLS))
    .addHelpText('after', HELP)
    .action((shell: string) => {
      ports.stdout.write(packageText('templates', 'completion', `partners.${shell}`)!)
      exit(0)
    })

const HELP = `
The script asks the tool itself at each press of the key, so that it knows the register of the folder that you are in, and
stays right after an update. To have it in every new shell, once:
  bash  echo 'source <(partners completion bash)' >> ~/.bashrc
  zsh   echo 'source <(partners completion zsh)' >> ~/.zshrc
  fish  partners completion fish > ~/.config/fish/completions/partners.fish

Examples:
  $ source <(partners completion bash)                  in this shell only`
