import type { Format } from '../formats/format.ts';
import { formats as own } from '../formats/index.ts';
import { pdf } from '../formats/pdf.ts';

/** All formats: those that are made here, and PDF, for which LibreOffice is needed. */
export const formats: readonly Format[] = [...own, pdf(async () => (await import('../io/office.ts')).pdfsOf)];
