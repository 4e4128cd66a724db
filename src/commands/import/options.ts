/** What was asked for on the command line. */
export interface ImportOptions {
  output?: string;
  outline?: string;
  nextYear?: boolean;
  variables: string[];
  against?: string;
  tracked: 'accepted' | 'original';
  force?: boolean;
}
