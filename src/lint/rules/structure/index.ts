import childRepeatsParentTitle from './child-repeats-parent-title.ts';
import copiedYear from './copied-year.ts';
import depth from './depth.ts';
import duplicateTitle from './duplicate-title.ts';
import emptySection from './empty-section.ts';
import jointIssuer from './joint-issuer.ts';
import missingParts from './missing-parts.ts';
import needsCoverNotice from './needs-cover-notice.ts';
import noticeTitle from './notice-title.ts';
import requiredSections from './required-sections.ts';
import sectionOrder from './section-order.ts';
import singleChild from './single-child.ts';
import titleBookMark from './title-book-mark.ts';
import titleDocType from './title-doc-type.ts';
import titleLength from './title-length.ts';

export const structure = [
  missingParts,
  requiredSections,
  sectionOrder,
  emptySection,
  singleChild,
  duplicateTitle,
  childRepeatsParentTitle,
  depth,
  titleDocType,
  titleLength,
  titleBookMark,
  needsCoverNotice,
  noticeTitle,
  jointIssuer,
  copiedYear,
];
