import {
  AlignmentType,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import type { Role } from '../../document/block.ts';
import { type Profile, typeArea } from '../../page/profile.ts';
import { face, faced } from './face.ts';
import { heading, wordsOfHeadings } from './heading-styles.ts';

/** Word's identifiers of the paragraph styles; the names that people see stand in `styles`. */
export const styleId: Record<
  | Role
  | 'item'
  | 'signer'
  | 'date'
  | 'cell'
  | 'cellHead'
  | 'blank'
  | 'mark'
  | 'space'
  | 'picture'
  | 'contentsTitle',
  string
> = {
  body: 'Body',
  item: 'Body',
  blank: 'Flush',
  mark: 'IssuerMark',
  space: 'Space',
  subtitle: 'Subtitle',
  docNumber: 'DocumentNumber',
  copyNumber: 'Flush',
  secrecy: 'Mark',
  urgency: 'Mark',
  signatory: 'Signatory',
  recipients: 'Flush',
  roster: 'Roster',
  attendance: 'AttachmentNote',
  tableTitle: 'TableTitle',
  tableNote: 'TableNote',
  caption: 'Caption',
  picture: 'Picture',
  contentsTitle: 'TOCHeading',
  attachmentNote: 'AttachmentNote',
  attachmentLabel: 'Mark',
  attachmentTitle: 'AttachmentTitle',
  note: 'Body',
  cc: 'Imprint',
  imprint: 'Imprint',
  signer: 'Signature',
  date: 'Signature',
  cell: 'Cell',
  cellHead: 'CellHead',
};

/** Styles carry the whole layout, so that a paragraph typed later in Word looks like its neighbours. */
export function styles(profile: Profile): IStylesOptions {
  const { fonts, character, line } = profile;
  const pitch = {
    line: line.pitch,
    lineRule: line.rule === 'exact' ? LineRuleType.EXACT : LineRuleType.AUTO,
    before: 0,
    after: 0,
  };
  const exactly = (value: number) => ({ line: value, lineRule: LineRuleType.EXACT, before: 0, after: 0 });
  // 7.3.3: two characters; counted in characters for Word, in twips for everything else.
  const firstLine = { firstLine: 2 * character, firstLineChars: 200 };
  const numbered = { spacing: pitch, indent: firstLine };
  const flush = { firstLine: 0, firstLineChars: 0 };
  const titleLook = {
    run: faced(profile, fonts.title, {
      size: profile.title.size,
      sizeComplexScript: profile.title.size,
      characterSpacing: 0,
    }),
    paragraph: { spacing: exactly(profile.title.line), indent: flush, alignment: AlignmentType.CENTER },
  };
  const based = (
    id: string,
    name: string,
    paragraph: IParagraphStyleOptions['paragraph'],
    look: IRunStylePropertiesOptions = {},
  ): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'Normal',
    next: 'Body',
    quickFormat: true,
    run: look,
    paragraph: { ...paragraph },
  });
  const kai = fonts.headings[1] ?? fonts.body;
  const hei = fonts.headings[0] ?? fonts.body;
  const small = {
    font: face(fonts.body, fonts.latin),
    size: profile.small,
    sizeComplexScript: profile.small,
    characterSpacing: 0,
  };
  const cell = { size: profile.table.size, sizeComplexScript: profile.table.size, characterSpacing: 0 };
  return {
    default: {
      document: {
        run: { ...faced(profile, fonts.body), language: { value: 'en-US', eastAsia: 'zh-CN' } },
        paragraph: { spacing: pitch },
      },
      title: { ...titleLook, next: 'Body', uiPriority: 10 },
      heading1: heading(profile, 1, numbered),
      heading2: heading(profile, 2, numbered),
      heading3: heading(profile, 3, numbered),
      heading4: heading(profile, 4, numbered),
      heading5: heading(profile, 5, numbered),
    },
    paragraphStyles: [
      {
        id: 'Normal',
        name: 'Normal',
        quickFormat: true,
        run: faced(profile, fonts.body),
        paragraph: { spacing: pitch, alignment: AlignmentType.BOTH },
      },
      based('Body', '公文正文', { indent: firstLine }),
      // 7.3.2: 主送 stands flush left.
      based('Flush', '公文顶格', { indent: flush, alignment: AlignmentType.LEFT }),
      // 7.2.2, 7.2.3, 7.3.7: 密级, 紧急程度 and 附件 are 三号黑体, flush left.
      based(
        'Mark',
        '公文标识',
        { indent: flush, alignment: AlignmentType.LEFT },
        { font: face(hei, fonts.latin) },
      ),
      // Room of a height of its own.
      based('Space', '公文间距', { indent: flush, spacing: pitch }),
      // 7.2.4: 小标宋, red, centred.
      based(
        'IssuerMark',
        '发文机关标志',
        { indent: flush, spacing: exactly(profile.redHead.line), alignment: AlignmentType.CENTER },
        {
          font: face(fonts.title, fonts.latin),
          size: profile.redHead.size,
          sizeComplexScript: profile.redHead.size,
          color: 'FF0000',
          characterSpacing: 0,
        },
      ),
      // 7.2.6: the name of the 签发人 stands one character from the right edge.
      based(
        'Signatory',
        '签发人',
        { indent: { right: character }, alignment: AlignmentType.RIGHT },
        { font: face(kai, fonts.latin) },
      ),
      based(
        'Subtitle',
        'Subtitle',
        { indent: flush, alignment: AlignmentType.CENTER },
        { font: face(kai, fonts.latin) },
      ),
      based('DocumentNumber', '发文字号', { indent: flush, alignment: AlignmentType.CENTER }),
      based('Roster', '公文名单', { indent: { left: 6 * character, hanging: 4 * character } }),
      // 7.3.4: indented two characters, wrapped lines under the first character of the name.
      based('AttachmentNote', '附件说明', { indent: { left: 5 * character, hanging: 3 * character } }),
      // 7.3.7: 附件标题 is set like the title; the text below it counts from one, so it stands as high in the outline.
      based('AttachmentTitle', '附件标题', { ...titleLook.paragraph, outlineLevel: 0 }, titleLook.run),
      based('Signature', '公文落款', { indent: flush, alignment: AlignmentType.LEFT }),
      based(
        'TableTitle',
        '表题',
        { indent: flush, alignment: AlignmentType.CENTER, keepNext: true },
        { font: face(hei, fonts.latin) },
      ),
      based(
        'Cell',
        '表格文字',
        { indent: flush, spacing: exactly(profile.table.line), alignment: AlignmentType.LEFT },
        cell,
      ),
      based(
        'CellHead',
        '表头文字',
        { indent: flush, spacing: exactly(profile.table.line), alignment: AlignmentType.CENTER },
        { ...cell, font: face(hei, fonts.latin) },
      ),
      based(
        'TableNote',
        '表注',
        { indent: flush, spacing: exactly(profile.table.line), alignment: AlignmentType.LEFT },
        cell,
      ),
      based('TOCHeading', 'TOC Heading', titleLook.paragraph, titleLook.run),
      ...[1, 2, 3, 4, 5].map((level) =>
        based(`TOC${level}`, `toc ${level}`, {
          indent: { left: (level - 1) * character, ...flush },
          rightTabStop: typeArea(profile),
          alignment: AlignmentType.LEFT,
        }),
      ),
      // A line of an exact height would show no more than a strip of a picture.
      based('Picture', '图片', {
        indent: flush,
        spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 },
        alignment: AlignmentType.CENTER,
      }),
      based('Caption', 'caption', { indent: flush, alignment: AlignmentType.CENTER }),
      // 7.4.2, 7.4.3: 四号, one character in on both sides.
      based(
        'Imprint',
        '版记',
        { indent: { left: profile.small * 10, right: profile.small * 10 }, alignment: AlignmentType.LEFT },
        small,
      ),
      based(
        'PageNumber',
        '页码',
        { indent: flush, spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 } },
        { ...small, font: face(fonts.pageNumber, fonts.pageNumber) },
      ),
    ],
    characterStyles: wordsOfHeadings(profile),
  };
}
