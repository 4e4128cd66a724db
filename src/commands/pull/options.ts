/** What may be asked of `pingan pull`, as commander reads it. */
export interface PullOptions {
  write?: boolean;
  patch?: boolean;
  json?: boolean;
  report?: boolean;
  author?: string;
  set: Record<string, string>;
  data?: string;
  sheet?: string;
  where: Record<string, string>;
  template?: string;
}
