/** （试行）, （2026—2028年） and the like, behind the last word of a title. */
const remark = /(?:[（(][^（）()]*[）)]){1,9}$/;

/** A title without what is remarked behind it. */
export function withoutRemark(title: string): string {
  return title.replace(remark, '');
}
