import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  type IIndentAttributesProperties,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { type Profile, typeArea } from '../../page/profile.ts';
import { paragraph, runs } from './exemplar.ts';
import { face } from './face.ts';
import { heightSlot, scaleSlot, slot, tabSlot } from './slots.ts';
import { styleId } from './styles.ts';

const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });

/** 7.2, 10.3: the mark, the line of 发文字号 and 签发人, the red rule, and who attended. */
export function redHead(profile: Profile): [string, Paragraph][] {
  const { fonts, spacing, margins } = profile;
  const { side } = profile.redHead.letter;
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
    // 10.1: thick over thin and 170 mm wide, so beyond the type area; at the foot of the page, in a frame, thin over thick.
    ['letterRule', ruled(thick, thin, { left: side - margins.left, right: side - margins.right })],
    ['letterEnd', ruled(thin, thick, {})],
    ['letterNumber', letterLine(profile, fonts.body)],
    ['letterSecrecy', letterLine(profile, fonts.headings[0] ?? fonts.body)],
    [
      'redRule',
      new Paragraph({
        style: styleId.space,
        spacing: exactly(profile.redHead.rule),
        border: { bottom: red(12) },
      }),
    ],
  ];
}

const red = (size: number) => ({ style: BorderStyle.SINGLE, size, space: 0, color: 'FF0000' });
const thick = red(18);
const thin = red(6);

function ruled(top: IBorderOptions, bottom: IBorderOptions, indent: IIndentAttributesProperties): Paragraph {
  return new Paragraph({ style: styleId.space, spacing: exactly(20), border: { top, bottom }, indent });
}

/** 10.1: what stands at the left edge of the type area, and the 发文字号 at the right one. */
function letterLine(profile: Profile, left: string): Paragraph {
  const font = face(left, profile.fonts.latin);
  return new Paragraph({
    style: styleId.blank,
    tabStops: [{ type: TabStopType.RIGHT, position: typeArea(profile) }],
    children: [
      new TextRun({ text: slot.plain, font, characterSpacing: profile.spacing }),
      new TextRun({ text: slot.bold, font, characterSpacing: profile.spacing, bold: true }),
      ...runs(slot.opens, slot.opensBold),
    ],
  });
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
