import { local, type XmlEvents } from '../../package/xml.ts';

/** Fields that count, repeat or ask for what is in the file itself (ECMA-376 17.16.5); all others may fetch or run something. */
const harmless = new Set(
  `= ADVANCE ASK AUTHOR BIBLIOGRAPHY CITATION COMMENTS COMPARE CREATEDATE DATE DOCPROPERTY DOCVARIABLE EDITTIME EMBED EQ
  FILENAME FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN FORMTEXT GOTOBUTTON HYPERLINK IF INDEX INFO KEYWORDS LASTSAVEDBY
  LISTNUM MERGEFIELD MERGEREC MERGESEQ NEXT NEXTIF NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE REF REVNUM
  SAVEDATE SECTION SECTIONPAGES SEQ SET SHAPE SKIPIF STYLEREF SUBJECT SYMBOL TC TEMPLATE TIME TITLE TOA TOC USERADDRESS
  USERINITIALS USERNAME XE`.split(/\s+/),
);

/** Looks for fields that may fetch or run something; the words of a field may be spread over many runs. */
export class Fields implements XmlEvents {
  /** The name of the first one. */
  doubtful: string | undefined;
  readonly #open: { code: string; result: boolean }[] = [];
  #isCode = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const kind = local(name);
    this.#isCode = kind === 'instrText' || kind === 'delInstrText';
    if (kind !== 'fldSimple' && kind !== 'fldChar') return;
    const of = (wanted: string) =>
      Object.entries(attributes).find(([attribute]) => local(attribute) === wanted)?.[1] ?? '';
    if (kind === 'fldSimple') this.#judge(of('instr'));
    else this.#mark(of('fldCharType'));
  }

  close(): void {
    this.#isCode = false;
  }

  text(text: string): void {
    const field = this.#open.at(-1);
    if (this.#isCode && field && !field.result) field.code += text;
  }

  /** Word runs a field without an end as well. */
  end(): void {
    for (const { code, result } of this.#open) if (!result) this.#judge(code);
  }

  #mark(type: string): void {
    if (type === 'begin') {
      this.#open.push({ code: '', result: false });
      return;
    }
    const field = type === 'end' ? this.#open.pop() : this.#open.at(-1);
    if (field === undefined) return;
    if (!field.result) this.#judge(field.code);
    field.result = true;
  }

  /** A field whose name is made by another one has none of its own, and {=1+1} needs no blank behind its mark. */
  #judge(code: string): void {
    const word = (/^\s*(=|[^\s=]+)/.exec(code)?.[1] ?? '？').toUpperCase();
    if (!harmless.has(word)) this.doubtful ??= word;
  }
}
