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
