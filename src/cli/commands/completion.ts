import { packageText } from '../../source/package-files.js'
import { argument, defineCommand } from '../define-command.js'

export const completion = defineCommand({
  name: 'completion',
  description: 'Print a script for shell completion of commands, options, ids, roles and values',
  arguments: [argument('<shell>', 'your shell', { choices: ['bash', 'zsh', 'fish'] })],
  notes: `The script asks the tool at each press of the key, so it knows the register of the current folder and stays up to date
after an upgrade. To have it in every new shell, run once:
  bash  echo 'source <(partners completion bash)' >> ~/.bashrc
  zsh   echo 'source <(partners completion zsh)' >> ~/.zshrc
  fish  partners completion fish > ~/.config/fish/completions/partners.fish`,
  examples: ['source <(partners completion bash)                  in this shell only'],
  run(ports, _options, shell) {
    ports.stdout.write(packageText('templates', 'completion', `partners.${shell}`)!)
  },
})
