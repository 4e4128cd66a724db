/** What may be asked of `pingan lint`, as commander reads it. */
export interface LintOptions {
  fix?: true | 'unsafe';
  fixDryRun?: true | 'unsafe';
  format: string[];
  preset?: string;
  /** False for --no-config. */
  config: string | boolean;
  inlineDisable: boolean;
  maxWarnings?: number;
  failOn?: 'error' | 'warning' | 'info' | 'never';
  baseline?: string;
  writeBaseline?: true;
  pruneBaseline?: true;
  since?: string;
  staged?: true;
  against?: string;
  stdin?: true;
  stdinFilename?: string;
  allowEmpty?: true;
  explain?: string;
  rules?: true;
  testRules?: true;
  printConfig?: true;
  force?: true;
}
