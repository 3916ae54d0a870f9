import { at } from '../../model/place.js'
import { counted } from '../../model/words.js'
import { SCHEME } from '../../stamps/scheme.js'
import { stampedReview } from '../../stamps/review-status.js'
import { defineRule } from '../rule.js'

export const newerStamp = defineRule({
  code: 'review/newer-stamp',
  severity: 'info',
  summary: 'Stamps of reviews were made by a later release, and are not compared.',
  source: 'the scheme of the stamp; docs/review-stamps.md',
  why: 'That nothing is told of these partnerships does not mean that nothing changed.',
  remedy: 'Use a release that knows the scheme.',
  *check({ register, asOf }) {
    const found = register.partnerships.flatMap((it) => {
      const stamped = stampedReview(it, asOf)
      return stamped === undefined || stamped.stamp.scheme <= SCHEME
        ? []
        : [{ scheme: stamped.stamp.scheme, at: at(it, 'reviews', stamped.index, 'stamp', 'scheme') }]
    })
    const [first] = found
    if (first === undefined) return
    const bear = `${counted(found.length, 'review')} ${found.length === 1 ? 'bears a stamp' : 'bear stamps'}`
    yield {
      at: first.at, // said once: it is one release that is too old
      message: `${bear} of a later scheme (${first.scheme}) than this release knows (${SCHEME}), so what changed since is not told`,
      hint: 'use a later release of partners',
    }
  },
})
