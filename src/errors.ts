/** Something that a person must change before the work can go on: a file missing, a template unknown. Shown without a stack. */
export class UserError extends Error {}
