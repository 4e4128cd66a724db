/** What formats are called, behind -f and as endings of files; the first is the usual one. */
export const formatNames = ['docx', 'md', 'html', 'pdf'] as const;
export type FormatName = (typeof formatNames)[number];
