/** What may be asked of `pingan batch`, as commander reads it. */
export interface BatchOptions {
  data: string;
  sheet?: string;
  output: string;
  name?: string;
  format: string[];
  set: Record<string, string>;
  where: Record<string, string>;
  rows?: string;
  group?: string;
  list: string[];
  includeHidden?: boolean;
  dryRun?: boolean;
  template?: string;
  styleFrom?: string;
  review?: boolean;
  jobs?: number;
  resume?: boolean;
  shard?: string;
  archive?: string;
  report?: string;
  index?: string;
  force?: boolean;
}
