export interface TemplateOptions {
  /** A plan, or a folder, beside which copies are put. */
  for?: string;
}
