/** What may be asked of `pingan tasks`, as commander reads it. */
export interface TasksOptions {
  output: string;
  set: Record<string, string>;
  against?: string;
  template?: string;
  force?: boolean;
}
