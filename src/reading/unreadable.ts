/** Kinds of files that are taken for .docx and can be read in another way; the first four LibreOffice makes a .docx of. */
export type OtherKind = 'doc' | 'rtf' | 'odt' | 'xml' | 'mht' | 'html' | 'txt';

/** Why a file can't be read, told to the person who named it: a sentence that goes on behind its name. */
export class UnreadableFile extends Error {
  /** What the file is instead, where it can be read in another way. */
  readonly kind: OtherKind | undefined;

  constructor(message: string, { kind, cause }: { kind?: OtherKind; cause?: unknown } = {}) {
    super(message, { cause });
    this.kind = kind;
  }
}
