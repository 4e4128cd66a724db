/** What the build makes in the place of some modules. */
export declare const prepared: readonly { filter: RegExp; contents(): Promise<string> }[];
