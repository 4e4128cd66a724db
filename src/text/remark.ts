/** （试行）, 〔试行〕, （2026—2028年） and the like, behind the last word of a title. */
const remark = /(?:[（(〔][^（）()〔〕]*[）)〕]){1,9}$/;

const answers =
  '(?:[\\p{Script=Han}]{0,4}(?:单位|單位|部门|部門|处室|處室|科室|股室|站所|责任人|責任人|负责人|負責人|领导|領導|时限|時限))';
/** （责任单位：司法所；完成时限：6月底前） behind the words that it belongs to, in any brackets. */
export const answering = new RegExp(
  `\\s*[（(〔【]\\s*${answers}\\s*[：:](?:[^（）()〔〕【】]|[（(][^（）()]{0,40}[）)]){1,200}[）)〕】]$`,
  'u',
);

/** A title without what is remarked behind it. */
export function withoutRemark(title: string): string {
  return title.replace(remark, '');
}
