// Lint rules of our own, for what oxlint's have no words for; a plugin of oxlint.

/** Only a day of numbers, `new Date(2019, 3, 30)`, is the same on every machine and at every moment. */
const noLooseDate = {
  create: (context) => ({
    NewExpression(node) {
      if (!isDate(node.callee) || (node.arguments.length > 1 && !hasSpread(node))) return
      const now = 'this reads the clock; take the day as an argument (`asOf`): only src/cli knows what day it is'
      const text = 'this may be another day west of Greenwich; keep days as text, and read them with model/day.ts'
      context.report({ node, message: node.arguments.length === 0 ? now : text })
    },
    CallExpression(node) {
      if (isDate(node.callee)) context.report({ node, message: '`Date()` reads the clock; only src/cli may' })
    },
  }),
}

const isDate = (callee) =>
  (callee.type === 'Identifier' && callee.name === 'Date') ||
  (callee.type === 'MemberExpression' && callee.object.name === 'globalThis' && callee.property.name === 'Date')
const hasSpread = (node) => node.arguments.some(({ type }) => type === 'SpreadElement')

export default { meta: { name: 'partners' }, rules: { 'no-loose-date': noLooseDate } }
