import type Handlebars from 'handlebars'
import type { Figure } from '../../figures/figure.js'
import { helpers, type UsedFigure } from './helpers.js'
import { narrativeOf, type Prepared } from './narrative.js'
import { clean } from '../../model/clean.js'
import { UsageError } from '../../model/usage-error.js'
import { JOIN_BLOCK, PRINT, printValue, registeredName } from './printing.js'
import type { TemplateEngine } from './template-engine.js'

/** A rendered paper: markdown, and every figure that it prints, in order. */
interface Rendered {
  readonly markdown: string
  readonly used: readonly UsedFigure[]
}

/**
 * Renders a checked template. Every text of the view is escaped for markdown where it is printed; `{{` in data is text,
 * as data is never compiled.
 * @param engine how a template becomes a function
 * @param narrative sections of an update, each a template over the same view in its keeper's own markdown
 */
export function renderMarkdown(
  template: string,
  partials: Readonly<Record<string, string>>,
  view: object,
  engine: TemplateEngine,
  narrative: Readonly<Record<string, string>> = {},
): Rendered {
  const used: UsedFigure[] = []
  const note = (it: UsedFigure) => void used.push(it)
  const prepare = preparer(engine, partials)
  const sections = narrativeOf(narrative, view, prepare, note)
  return { markdown: tidy(prepare(template)({ ...view, narrative: sections }, note)), used }
}

/** Makes templates ready. A partial is compiled when it is first called: no paper calls them all. */
function preparer(engine: TemplateEngine, partials: Readonly<Record<string, string>>): (source: string) => Prepared {
  const own = engine.create()
  const step = stepCounter()
  for (const [name, partial] of Object.entries(partials)) {
    let run: Handlebars.TemplateDelegate | undefined
    own.registerPartial(registeredName(name), (view: unknown, options?: Handlebars.RuntimeOptions) => {
      step()
      run ??= engine.compile(own, partial)
      return run(view, options)
    })
  }
  const each = own.helpers['each'] as (this: unknown, list: unknown, options: Handlebars.HelperOptions) => string
  const eachOf = (view: unknown, list: unknown, between: string, options: Handlebars.HelperOptions) => {
    const fn: Handlebars.HelperOptions['fn'] = (context, more) => {
      step()
      return (more?.data.first === true ? '' : between) + options.fn(context, more)
    }
    return each.call(view, list, { ...options, fn })
  }
  own.registerHelper('each', function (this: unknown, list: unknown, options: Handlebars.HelperOptions) {
    return eachOf(this, list, '', options)
  })
  own.registerHelper(
    JOIN_BLOCK,
    function (this: unknown, list: unknown, between: string, options: Handlebars.HelperOptions) {
      return eachOf(this, list, between, options)
    },
  )
  return (source) => {
    const run = engine.compile(own, source)
    return (view, note) =>
      run(view, {
        helpers: { ...helpersFor(note), [PRINT]: printValue },
        allowProtoPropertiesByDefault: false,
        allowProtoMethodsByDefault: false,
      })
  }
}

/** Deeply nested lists, or partials that each call the next twice, would take longer than anybody waits. */
const MOST_STEPS = 2_000_000

function stepCounter(): () => void {
  let steps = 0
  return () => {
    if (++steps <= MOST_STEPS) return
    throw new UsageError(
      `the template goes through more than ${MOST_STEPS.toLocaleString('en-GB')} entries and partials`,
      'look for an {{#each}} inside another one, and for partials that call others several times',
    )
  }
}

/** The helpers, with what Handlebars adds to their arguments taken off. */
function helpersFor(note: (used: UsedFigure) => void): Record<string, (...args: unknown[]) => unknown> {
  const noted = (text: string, figure: Figure) => {
    note({ text, figure })
    return text
  }
  return Object.fromEntries(
    Object.entries(helpers).map(([name, helper]) => [
      name,
      (...args: unknown[]) => helper.run(noted, ...(args.slice(0, -1) as never[])),
    ]),
  )
}

/** One blank line between blocks, none at the ends, a line feed at the end; and nothing that a terminal could obey. */
const tidy = (markdown: string) =>
  `${clean(markdown.replaceAll('\r\n', '\n'), { lines: true }) // words of an update are its keeper's own markdown
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
