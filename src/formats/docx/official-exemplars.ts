import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { paragraph, runs } from './exemplar.ts';
import { type Profile, typeArea } from './profile.ts';
import { heightSlot, scaleSlot, slot, tabSlot } from './slots.ts';
import { face, styleId } from './styles.ts';

const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });

/** 7.2, 10.3: the mark, the line of 发文字号 and 签发人, the red rule, and who attended. */
export function redHead(profile: Profile): [string, Paragraph][] {
  const { fonts, spacing } = profile;
  const marked = (alignment: IParagraphOptions['alignment']) =>
    new Paragraph({
      style: styleId.mark,
      ...(alignment && { alignment }),
      children: [
        new TextRun({ text: slot.plain, font: { hint: 'eastAsia' }, scale: scaleSlot }),
        new TextRun({ text: slot.bold, font: { hint: 'eastAsia' }, scale: scaleSlot, bold: true }),
      ],
    });
  const kai = face(fonts.headings[1] ?? fonts.body, fonts.latin);
  return [
    ['mark', marked(undefined)],
    ['markSpread', marked(AlignmentType.DISTRIBUTE)],
    ['markWord', marked(AlignmentType.RIGHT)],
    ['space', new Paragraph({ style: styleId.space, spacing: exactly(heightSlot) })],
    [
      'numberLine',
      new Paragraph({
        style: styleId.blank,
        tabStops: [{ type: TabStopType.LEFT, position: tabSlot }],
        children: [
          ...runs(slot.plain, slot.bold),
          new TextRun({ text: slot.opens, font: kai, characterSpacing: spacing }),
          new TextRun({ text: slot.opensBold, font: kai, characterSpacing: spacing, bold: true }),
        ],
      }),
    ],
    [
      'attendance',
      new Paragraph({
        style: styleId.attendance,
        children: [
          new TextRun({ text: slot.plain, font: face(fonts.headings[0] ?? fonts.body, fonts.latin) }),
          ...runs(slot.opens, slot.opensBold),
        ],
      }),
    ],
    [
      'redRule',
      new Paragraph({
        style: styleId.space,
        spacing: exactly(profile.redHead.rule),
        border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 0, color: 'FF0000' } },
      }),
    ],
  ];
}

/** 7.4.2, 7.4.3: the lines of 版记, one character in on both sides. */
export function foot(profile: Profile): [string, Paragraph][] {
  const small = profile.small * 10;
  return [
    // Lines after the first stand under the first character behind “抄送：”.
    ['cc', paragraph({ style: styleId.cc, indent: { left: 4 * small, right: small, hanging: 3 * small } })],
    [
      'imprint',
      paragraph({
        style: styleId.imprint,
        tabStops: [{ type: TabStopType.RIGHT, position: typeArea(profile) - small }],
      }),
    ],
    ['anchor', new Paragraph({ style: styleId.space, spacing: exactly(20) })],
  ];
}
