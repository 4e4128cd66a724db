import type { Plan } from '../plan/plan.ts';
import type { SectionKind } from '../plan/sections.ts';
import type { Scalar } from '../schema/node.ts';
import { type Passage, type PassageKind, passages } from './passage.ts';

/** What the text behind a key is. A key that is not here holds nothing to be read as language. */
const kinds: Record<string, PassageKind> = {
  title: 'title',
  subtitle: 'title',
  phase: 'title',
  name: 'title',
  text: 'body',
  lead: 'body',
  closing: 'body',
  preamble: 'body',
  measures: 'body',
  duties: 'body',
  note: 'body',
  remark: 'body',
  fullName: 'person',
  contactPerson: 'person',
  signatory: 'person',
  personInCharge: 'person',
  supervisor: 'person',
  post: 'post',
  issuer: 'unit',
  signers: 'unit',
  recipients: 'unit',
  cc: 'unit',
  printer: 'unit',
  leadUnits: 'unit',
  supportUnits: 'unit',
  owners: 'unit',
  location: 'unit',
  issuedBy: 'unit',
  docNumber: 'documentNumber',
  documentNumber: 'documentNumber',
  document: 'citedTitle',
  date: 'date',
  printedOn: 'date',
  deadline: 'deadline',
  due: 'deadline',
  period: 'deadline',
  indicator: 'indicator',
  value: 'value',
  columns: 'cell',
  rows: 'cell',
  secrecy: 'other',
  urgency: 'other',
  year: 'other',
  address: 'other',
  standardNumber: 'other',
};

/** Settings of the document, and what the typed model made of them. */
const skipped = new Set(['numbering', 'layout', 'lint', 'template', 'kind', 'script', 'type']);

/** Every paragraph of a plan, typed by where it stands. */
export function passagesOf(plan: Plan): Passage[] {
  const found: Passage[] = [];
  const take = (scalar: Scalar, kind: PassageKind | undefined, path: string, section?: SectionKind) => {
    if (kind !== undefined) found.push(...passages(scalar, { kind, path, section }));
  };
  const walk = (value: unknown, name: string, path: string, section?: SectionKind): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isScalar(value)) {
      const kind = path.startsWith('variables/')
        ? 'variable'
        : path === 'title'
          ? 'documentTitle'
          : kinds[name];
      take(value, kind, path, section);
    } else if (Array.isArray(value)) {
      for (const each of value) walk(each, name, path, section ?? sectionKind(each));
    } else {
      for (const [key, inner] of Object.entries(value))
        if (!skipped.has(key)) walk(inner, key, path === '' ? key : `${path}/${key}`, section);
    }
  };
  walk(plan, '', '');
  return found.sort((a, b) => a.scalar.start - b.scalar.start);
}

function sectionKind(value: unknown): SectionKind | undefined {
  return (value as { kind?: SectionKind } | undefined)?.kind;
}

export function isScalar(value: unknown): value is Scalar {
  return (value as Scalar | undefined)?.kind === 'scalar' && typeof (value as Scalar).text === 'string';
}

/** Every text within a value, titles and names included. */
export function textsIn(value: unknown): Scalar[] {
  if (typeof value !== 'object' || value === null) return [];
  return isScalar(value) ? [value] : Object.values(value).flatMap(textsIn);
}
