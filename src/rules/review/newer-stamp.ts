import { at } from '../../model/place.js'
import { counted } from '../../model/words.js'
import { SCHEME } from '../../stamps/scheme.js'
import { stampedReview } from '../../stamps/review-status.js'
import { defineRegisterRule } from '../rule.js'

export const newerStamp = defineRegisterRule({
  code: 'review/newer-stamp',
  severity: 'info',
  summary: 'Reviews have stamps made by a later release, which cannot be compared.',
  source: 'The scheme of the stamp; docs/review-stamps.md',
  why: 'That no change is reported for these partnerships does not mean that nothing changed.',
  remedy: 'Use a later release of `partners`.',
  *check({ register, asOf }) {
    const found = register.partnerships.flatMap((it) => {
      const stamped = stampedReview(it, asOf)
      return stamped === undefined || stamped.stamp.scheme <= SCHEME
        ? []
        : [{ scheme: stamped.stamp.scheme, at: at(it, 'reviews', stamped.index, 'stamp', 'scheme') }]
    })
    const [first] = found
    if (first === undefined) return
    const reviews = `${counted(found.length, 'review')} ${found.length === 1 ? 'has a stamp' : 'have stamps'}`
    yield {
      at: first.at, // one finding: it is one release that is too old
      message: `${reviews} of a later scheme (${first.scheme}) than this release knows (${SCHEME}), so changes since are not reported`,
    }
  },
})
