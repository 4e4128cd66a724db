/** What `pingan init` is told; what isn't, is asked or left as usual. */
export interface InitOptions {
  kind?: string;
  unit?: string;
  title?: string;
  year?: number;
  table?: true;
  config?: true;
  ci?: CI[];
  yes?: true;
}

export const ciNames = ['github', 'gitlab', 'pre-commit'] as const;
export type CI = (typeof ciNames)[number];
