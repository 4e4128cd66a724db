/** What a module is in the build, if it is one of those that the build makes. */
export declare function prepared(file: string): Promise<string | undefined>;
