/** A text that may lead to the signature. */
export interface Ending {
  /** Its last lines alone stand with the signature. */
  parted?: true;
  /** It has no room on one page with the signature. */
  long?: true;
}
