/** Text that is markdown already: it is printed as it is, where any other text is escaped. */
export class Markdown {
  /** @param printed is called when the text is printed */
  constructor(
    readonly text: string,
    readonly printed: () => void = () => {},
  ) {}
}
