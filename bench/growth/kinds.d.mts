/** By name: what is made of n, a plan or a table. */
export const kinds: Map<
  string,
  { plan?: (n: number) => string; data?: (n: number) => { kind: string; bytes: Uint8Array } }
>;
