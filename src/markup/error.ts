/** A mistake in a template: it can't be set, and the person who wrote the template is told why. */
export class MarkupError extends Error {}
