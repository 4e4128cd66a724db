/** What no schema can say of a .docx: that the things its parts name are there, and fit. */

import { posix } from 'node:path';
import { type Element, type Part, path } from './xml.ts';

export interface Package {
  /** The names of all files in the package. */
  readonly files: ReadonlySet<string>;
  /** Those of them that are XML. */
  readonly parts: ReadonlyMap<string, Part>;
}

interface Relationship {
  readonly type: string;
  /** The name of a file of the package; undefined if the target is outside. */
  readonly target: string | undefined;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const PROPERTIES = 'application/vnd.openxmlformats-officedocument.';

/** Every kind of part that the schemas know: its content type, its root element, the relationship that leads to it. */
const KINDS: readonly (readonly [contentType: string, root: string, relationship: string])[] = [
  [`${WORD}document.main+xml`, 'w:document', `${OFFICE}officeDocument`],
  [`${WORD}styles+xml`, 'w:styles', `${OFFICE}styles`],
  [`${WORD}numbering+xml`, 'w:numbering', `${OFFICE}numbering`],
  [`${WORD}settings+xml`, 'w:settings', `${OFFICE}settings`],
  [`${WORD}fontTable+xml`, 'w:fonts', `${OFFICE}fontTable`],
  [`${WORD}header+xml`, 'w:hdr', `${OFFICE}header`],
  [`${WORD}footer+xml`, 'w:ftr', `${OFFICE}footer`],
  [`${WORD}footnotes+xml`, 'w:footnotes', `${OFFICE}footnotes`],
  [`${WORD}endnotes+xml`, 'w:endnotes', `${OFFICE}endnotes`],
  [`${WORD}comments+xml`, 'w:comments', `${OFFICE}comments`],
  [`${PROPERTIES}theme+xml`, 'a:theme', `${OFFICE}theme`],
  [`${PROPERTIES}extended-properties+xml`, 'ep:Properties', `${OFFICE}extended-properties`],
  [`${PROPERTIES}custom-properties+xml`, 'op:Properties', `${OFFICE}custom-properties`],
  [
    'application/vnd.openxmlformats-package.core-properties+xml',
    'cp:coreProperties',
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  ],
  ['application/vnd.openxmlformats-package.relationships+xml', 'rel:Relationships', ''],
];
const ROOTS = new Map(KINDS.map(([contentType, root]) => [contentType, root]));
const TARGETS = new Map(KINDS.map(([contentType, , relationship]) => [relationship, contentType]));

const CONTENT_TYPES = '[Content_Types].xml';

/** Where one element points at a relationship, the kind that this has to be. */
const REFERENCES = new Map([
  ['w:headerReference', `${OFFICE}header`],
  ['w:footerReference', `${OFFICE}footer`],
  ['w:hyperlink', `${OFFICE}hyperlink`],
]);

/** Namespaces beyond the standard, which a part may use only after calling them ignorable. */
const EXTENSIONS = new Map([
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
  ['w15', 'http://schemas.microsoft.com/office/word/2012/wordml'],
]);

const STYLE_REFERENCES = new Map([
  ['w:pStyle', 'paragraph'],
  ['w:rStyle', 'character'],
  ['w:tblStyle', 'table'],
]);

/** Finds what is wrong with a package whose parts are all well-formed. */
export function integrity({ files, parts }: Package): string[] {
  const problems: string[] = [];
  const report = (part: Part, element: Element | undefined, reason: string): void => {
    problems.push(
      element === undefined
        ? `${part.name}: ${reason}`
        : `${part.name}:${element.line}: ${path(element)}: ${reason}`,
    );
  };

  const contentType = contentTypes(parts.get(CONTENT_TYPES));
  for (const file of files) {
    if (file !== CONTENT_TYPES) checkContentType(file);
  }
  function checkContentType(file: string): void {
    const type = contentType(file);
    const part = parts.get(file);
    if (type === undefined) {
      problems.push(`${file}: no content type`);
    } else if (part !== undefined) {
      const root = ROOTS.get(type);
      const actual = part.elements[0];
      if (root === undefined) {
        problems.push(`${file}: the content type ${type} is not modelled`);
      } else if (actual?.name !== root) {
        report(part, actual, `root is not ${root}, as content type ${type} says`);
      }
    }
  }

  const relationships = new Map<string, Map<string, Relationship>>();
  for (const part of parts.values()) {
    const source = sourceOf(part.name);
    if (source === undefined) continue;
    if (source !== '' && !files.has(source)) report(part, undefined, `its source ${source} is missing`);
    relationships.set(source, readRelationships(part, source));
  }
  function readRelationships(part: Part, source: string): Map<string, Relationship> {
    const read = new Map<string, Relationship>();
    for (const element of named(part, 'rel:Relationship')) {
      const type = element.attributes.get('Type') ?? '';
      const external = element.attributes.get('TargetMode') === 'External';
      const target = external ? undefined : resolve(source, element.attributes.get('Target') ?? '');
      read.set(element.attributes.get('Id') ?? '', { type, target });
      if (target === undefined) continue;
      if (!files.has(target)) {
        report(part, element, `target ${target} is missing`);
        continue;
      }
      const expected = TARGETS.get(type);
      const actual = contentType(target);
      // Images and the like are known to neither list, and any relationship may lead to them.
      if (actual !== expected && (expected !== undefined || ROOTS.has(actual ?? ''))) {
        report(part, element, `target ${target} of content type ${actual} does not fit the type ${type}`);
      }
    }
    return read;
  }

  /** The part that another one is related to in a way that there is only one of. */
  const related = (source: string, type: string): Part | undefined => {
    const found = [...(relationships.get(source)?.values() ?? [])].filter((one) => one.type === type);
    const { dir, base } = posix.parse(source);
    if (found.length > 1) {
      problems.push(
        `${posix.join(dir, '_rels', `${base}.rels`)}: ${found.length} relationships of type ${type}`,
      );
    }
    return parts.get(found[0]?.target ?? '');
  };
  const main = related('', `${OFFICE}officeDocument`);
  if (main === undefined) return [...problems, '_rels/.rels: no relationship leads to a document'];
  const relatedToMain = (kind: string): Part | undefined => related(main.name, OFFICE + kind);

  const styles = new Map(
    named(relatedToMain('styles'), 'w:style').map((style) => [
      style.attributes.get('w:styleId') ?? '',
      style.attributes.get('w:type') ?? 'paragraph',
    ]),
  );
  const lists = values(relatedToMain('numbering'), 'w:num', 'w:numId');
  const notes: readonly (readonly [references: readonly string[], ids: ReadonlySet<string>, what: string])[] =
    [
      [['w:footnoteReference'], values(relatedToMain('footnotes'), 'w:footnote', 'w:id'), 'footnote'],
      [['w:endnoteReference'], values(relatedToMain('endnotes'), 'w:endnote', 'w:id'), 'endnote'],
      [
        ['w:commentReference', 'w:commentRangeStart', 'w:commentRangeEnd'],
        values(relatedToMain('comments'), 'w:comment', 'w:id'),
        'comment',
      ],
    ];

  for (const part of parts.values()) {
    checkIgnorable(part);
    checkBookmarks(part);
    checkFields(part);
    for (const element of part.elements) {
      checkRelationship(part, element);
      checkStyle(part, element);
      checkNumbering(part, element);
      checkNote(part, element);
      if (element.name === 'w:tbl') checkTable(part, element);
      if (element.name === 'w:tc' && !endsWithParagraph(element)) {
        report(part, element, 'cell does not end with a w:p');
      }
      if (element.name === 'w:sectPr') checkSection(part, element);
    }
  }
  checkComments(main);
  return problems;

  function checkIgnorable(part: Part): void {
    const root = part.elements[0];
    const ignorable = new Set<string>();
    for (const prefix of root?.attributes.get('mc:Ignorable')?.split(/\s+/) ?? []) {
      const namespace = root?.namespaces.get(prefix);
      if (namespace === undefined) report(part, root, `mc:Ignorable has an undeclared prefix ${prefix}`);
      else ignorable.add(namespace);
    }
    for (const element of part.elements) {
      for (const name of [element.name, ...element.attributes.keys()]) {
        const extension = EXTENSIONS.get(name.split(':')[0] ?? '');
        if (extension !== undefined && !ignorable.has(extension)) {
          report(part, element, `${name} is of a namespace that mc:Ignorable does not name`);
        }
      }
    }
  }

  function checkBookmarks(part: Part): void {
    const started = new Map<string, Element>();
    const ended = new Set<string>();
    const names = new Set<string>();
    for (const element of part.elements) {
      const id = element.attributes.get('w:id') ?? '';
      if (element.name === 'w:bookmarkStart') {
        const name = element.attributes.get('w:name') ?? '';
        if (started.has(id)) report(part, element, `second bookmark with id ${id}`);
        if (names.has(name)) report(part, element, `second bookmark with name ${name}`);
        started.set(id, element);
        names.add(name);
      } else if (element.name === 'w:bookmarkEnd') {
        if (!started.has(id) || ended.has(id)) report(part, element, `no bookmark ${id} to end`);
        ended.add(id);
      }
    }
    for (const [id, start] of started) {
      if (!ended.has(id)) report(part, start, `bookmark ${id} does not end`);
    }
  }

  /** Every comment stands somewhere, once; where it has a range, that begins, ends, and then the reference follows. */
  function checkComments(part: Part): void {
    const seen = new Map<string, string>();
    for (const element of part.elements) {
      const id = element.attributes.get('w:id') ?? '';
      const before = seen.get(id);
      if (element.name === 'w:commentRangeStart') {
        if (before !== undefined) report(part, element, `comment ${id} begins again`);
        seen.set(id, 'begun');
      } else if (element.name === 'w:commentRangeEnd') {
        if (before !== 'begun') report(part, element, `no comment ${id} to end`);
        seen.set(id, 'ended');
      } else if (element.name === 'w:commentReference') {
        if (before === 'begun') report(part, element, `comment ${id} has not ended before its reference`);
        if (before === 'referred to') report(part, element, `second reference to comment ${id}`);
        seen.set(id, 'referred to');
      }
    }
    for (const id of values(relatedToMain('comments'), 'w:comment', 'w:id'))
      if (seen.get(id) !== 'referred to') problems.push(`${part.name}: comment ${id} has no reference`);
  }

  function checkFields(part: Part): void {
    const open: { readonly start: Element; separated: boolean }[] = [];
    for (const element of named(part, 'w:fldChar')) {
      const mark = element.attributes.get('w:fldCharType');
      const field = open.at(-1);
      if (mark === 'begin') {
        open.push({ start: element, separated: false });
      } else if (field === undefined || (mark === 'separate' && field.separated)) {
        report(part, element, `field mark "${mark}" without its "begin"`);
      } else if (mark === 'separate') {
        field.separated = true;
      } else {
        open.pop();
      }
    }
    for (const { start } of open) report(part, start, 'field does not end');
  }

  function checkRelationship(part: Part, element: Element): void {
    for (const [name, id] of element.attributes) {
      if (!name.startsWith('r:')) continue;
      const relationship = relationships.get(part.name)?.get(id);
      const expected = REFERENCES.get(element.name);
      if (relationship === undefined) {
        report(part, element, `${name} ${id} is not among the relationships of the part`);
      } else if (expected !== undefined && relationship.type !== expected) {
        report(part, element, `${name} ${id} is not of type ${expected}`);
      }
    }
  }

  function checkStyle(part: Part, element: Element): void {
    const id = element.attributes.get('w:val') ?? '';
    const actual = styles.get(id);
    const type = STYLE_REFERENCES.get(element.name);
    if (type !== undefined) {
      if (actual === undefined) report(part, element, `style ${id} does not exist`);
      else if (actual !== type) report(part, element, `style ${id} is not a ${type} style`);
    } else if (element.name === 'w:basedOn' && actual !== undefined) {
      // A base that does not exist is harmless, and the docx package writes some, but one of another type is not.
      const own = element.parent?.attributes.get('w:type') ?? 'paragraph';
      if (actual !== own) report(part, element, `style ${id} is not a ${own} style`);
    }
  }

  function checkNumbering(part: Part, element: Element): void {
    if (element.name !== 'w:numId') return;
    const id = element.attributes.get('w:val') ?? '';
    // The number 0 takes a paragraph out of the list its style puts it in.
    if (id !== '0' && !lists.has(id)) report(part, element, `list ${id} does not exist`);
  }

  function checkNote(part: Part, element: Element): void {
    for (const [references, ids, what] of notes) {
      if (!references.includes(element.name)) continue;
      const id = element.attributes.get('w:id') ?? '';
      if (!ids.has(id)) report(part, element, `${what} ${id} does not exist`);
    }
  }

  function checkTable(part: Part, table: Element): void {
    const columns = child(table, 'w:tblGrid')?.children.filter((one) => one.name === 'w:gridCol').length ?? 0;
    for (const row of table.children.filter((one) => one.name === 'w:tr')) {
      const around = child(row, 'w:trPr');
      let width = number(around, 'w:gridBefore', 0) + number(around, 'w:gridAfter', 0);
      for (const cell of row.children.filter((one) => one.name === 'w:tc')) {
        width += number(child(cell, 'w:tcPr'), 'w:gridSpan', 1);
      }
      if (width !== columns) report(part, row, `row spans ${width} columns, but the grid has ${columns}`);
    }
  }

  function checkSection(part: Part, section: Element): void {
    const seen = new Set<string>();
    for (const element of section.children.filter((one) => REFERENCES.has(one.name))) {
      const type = element.attributes.get('w:type');
      const key = `${element.name} ${type}`;
      if (seen.has(key)) report(part, element, `second reference of type ${type} in a section`);
      seen.add(key);
    }
  }
}

function named(part: Part | undefined, name: string): Element[] {
  return part?.elements.filter((element) => element.name === name) ?? [];
}

function values(part: Part | undefined, name: string, attribute: string): Set<string> {
  return new Set(named(part, name).map((element) => element.attributes.get(attribute) ?? ''));
}

function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one) => one.name === name);
}

function number(properties: Element | undefined, name: string, otherwise: number): number {
  return Number(child(properties, name)?.attributes.get('w:val') ?? otherwise);
}

function endsWithParagraph(container: Element | undefined): boolean {
  const last = container?.children.findLast((one) => ['w:p', 'w:tbl', 'w:sdt'].includes(one.name));
  return last?.name === 'w:sdt' ? endsWithParagraph(child(last, 'w:sdtContent')) : last?.name === 'w:p';
}

/** How the package tells the content type of a file; names and extensions are not case-sensitive there. */
function contentTypes(part: Part | undefined): (file: string) => string | undefined {
  const types = new Map<string, string>();
  for (const element of part?.elements ?? []) {
    const type = element.attributes.get('ContentType');
    const key = element.attributes.get('PartName') ?? `.${element.attributes.get('Extension')}`;
    if (type !== undefined) types.set(key.toLowerCase(), type);
  }
  return (file) =>
    types.get(`/${file}`.toLowerCase()) ??
    types.get(`.${posix.basename(file).split('.').at(-1)}`.toLowerCase());
}

/** The file whose relationships a part holds: '' for the package itself, undefined for any other part. */
function sourceOf(name: string): string | undefined {
  const match = /^(.*?)_rels\/([^/]*)\.rels$/.exec(name);
  return match === null ? undefined : `${match[1]}${match[2]}`;
}

function resolve(source: string, target: string): string {
  let decoded = target;
  try {
    decoded = decodeURI(target);
  } catch {
    // A stray % is left as it is, so that the target is reported as missing.
  }
  return posix.join('/', posix.isAbsolute(target) ? '' : posix.dirname(source), decoded).slice(1);
}
