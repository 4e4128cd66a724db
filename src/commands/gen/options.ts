/** What may be asked of `pingan gen`, as commander reads it. */
export interface GenOptions {
  output?: string;
  format: string[];
  /** Names (支书.姓名 is a name within a name) and their values. */
  set: Record<string, string>;
  template?: string;
  styleFrom?: string;
  watch?: boolean;
  force?: boolean;
  comments?: boolean;
  /** Comments, and bookmarks by which `pingan pull` finds back. */
  review?: boolean;
}
