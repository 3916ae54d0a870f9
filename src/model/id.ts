import { shown, type FieldError } from './field-errors.js'

/** What an id looks like: small letters, digits and hyphens. */
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** A text made into an id: `Health & Care` becomes `health-and-care`; empty where nothing of it can be kept. */
export const slug = (written: string) =>
  written
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** What is wrong with a text that is no id. */
export const notAnId = (written: string): FieldError => ({
  code: 'schema/id',
  message: `${shown(written)} cannot be an id: an id has small letters, digits and hyphens only`,
  hint: slug(written) === '' ? 'give it a short name in plain letters' : `write ${slug(written)}`,
})
