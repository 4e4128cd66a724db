/** 合计, 平安镇小计, 合计：30个村; a village called 合计村 isn't one of them. */
const totals = ['合计', '小计', '总计', '共计', '总和'];
const others = [
  '承前页',
  '过次页',
  '接上页',
  '转下页',
  '承上页',
  '累计',
  '总数',
  '平均',
  '平均数',
  '平均值',
  '均值',
  '汇总',
];
const english = /^(?:(?:sub|grand)?totals?|sum|average|avg\.?)[:：]?$/i;
/** 本年累计, 全县平均: a word for a total behind what it is of. */
const ofAll = /^.{0,6}(?:累计|平均)(?:数|值)?[:：]?$/;
const behindTotal = /^(?:数?[:：]?$|[(（:：\d])/;
const unitWord =
  /^[（(](?:[^（()）\d]{1,8})[)）]$|^(?:户|人|个|元|万元|亿元|亩|公里|米|次|%|吨|处|件|名|间|座|天)$/;

/** Whether a cell says that its row is a total; a village called 合计村 isn’t one. */
export function isTotal(text: string): boolean {
  if (text.length >= 30) return false;
  if (!/[计总共均汇页]/.test(text)) return english.test(text);
  if (text === '计' || ofAll.test(text)) return true;
  const behind = (word: string) => text.slice(text.lastIndexOf(word) + word.length);
  return (
    totals.some((word) => text.includes(word) && behindTotal.test(behind(word))) ||
    others.some((word) => text.startsWith(word) && behindTotal.test(text.slice(word.length))) ||
    /^共\d+个/.test(text)
  );
}

/** What the columns of words are numbered by, in front of the others. */
const letters = [...'甲乙丙丁戊己'];
const lineName = /^(?:栏次|列次|列号|编号|序号|行次|代码|—|-)$/;

/** What stands below the head of statistics: the units of the columns, or their numbers, 甲 │ 1 │ 2 │ 3=1+2. */
export function isLegend(cells: readonly string[]): boolean {
  const words = cells.filter(Boolean).map((cell) => cell.replace(/^[（(](.*)[)）]$/, '$1'));
  const lettered = words.findIndex((word, index) => word !== letters[index]);
  const first = lettered > 0 ? lettered : lineName.test(words[0] ?? '') ? 1 : 0;
  const numbers = words.slice(Math.max(0, first));
  const isCounted = numbers.every((word, index) => {
    const [number] = word.split('=');
    return /^\d+(?:=.*)?$/.test(word) && Number(number) === index + 1;
  });
  if (isCounted && numbers.length >= Math.max(1, 3 - first)) return true;
  return words.length >= 2 && cells.every((cell) => cell === '' || unitWord.test(cell));
}

/** Nothing, as people write it. */
export const isSign = (cell: string) => /^[/／\\—–－―-]{1,4}$/.test(cell);

export const note =
  /^(?:(?:备|附)?注|(?:填[表报])?说明|附|填[表报](?:人|说明|单位|日期|时间)?|制表(?:人|单位|日期|时间)?|(?:审核|审批|审定|复核|核对|经办|校对)人?|(?:单位|主要)?负责人|(?:分管|主管)(?:领导|负责人)?|联系(?:人|电话)|电话|日期|时间|单位|签字|签名|盖章|(?:数据|资料)?来源)(?:[（(][^（()）]*[)）])?\d{0,2}[:：]/;
export const label =
  /^(?:[备附]?注|说明|填[表报](?:人|单位|日期|时间)|制表(?:人|单位|日期)|(?:审核|复核|核对|经办)人|单位负责人|(?:单位)?[（(]盖章[)）]|[（(]?以下(?:空白|无正文)[)）]?)$/;
/** What stands alone below a table. */
export const closing =
  /^(?:(?:19|20)?\d{0,4}年\d{0,2}月\d{0,2}日|.{0,30}[（(](?:公章|盖章|签字|签章|签名)[)）][:：]?|.{0,10}(?:签字|签名|签章|盖章)[:：].{0,20}|[（(](?:计量)?单位[:：].{1,20}[)）]|以下无|[.…·]{2,20}|第\d{1,4}页.{0,10}|此[表页件].{1,30})$/;
/** What is reckoned from the rows above, or put beside them. */
export const reckoned =
  /^(?:最[大小高低多少]值?|中位数|差额|人均|户均|占比|比[例重]|完成(?:率|比例)|(?:目标|任务)数|增(?:长率?|幅|减)|(?:同比|环比|[较比]?(?:上年|去年|上月|上季度?|上期|年初)(?:同期|末)?数?)(?:增长|增减|增加|减少|变化)?)(?:[数率额]|[（(]?[%％][)）]?)?[:：]?$/;
/** 注1、户数按户籍数填 */
export const noted = /^注\d{0,2}[、.．]/;
/** A note's number, and what it says. */
export const notePoint = /^[（(]?\d{1,2}[)）.．、]\p{L}/u;
/** 统计员：张三, 镇长（签字）： */
export const labelled = /^\p{Script=Han}{2,10}(?:[（(][\p{Script=Han}、/]{1,8}[)）])?[:：]/u;
export const dated =
  /^(?:(?:19|20)\d\d(?:[-./]\d{1,2}){1,2}|(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)$/;
/** The table goes on: 续表, （续上表）, 各村情况表（续）. */
export const continued = /^[（(]?(?:续[上前]?表|接上表|上接)|[（(]续\d{0,2}[)）]$/;
/** All of a town, said without a word for it. */
export const whole = /^[全各](?:镇|乡|县|市|区|旗|省|街道|校|局|所|部|体)(?:[:：]|$)/;
/** Some of what stands above: 其中：低保户. */
export const partly = /^(?:其中|减|加|另|另有)[:：]|^其中$/;
/** What has villages; 社区 is one of those, and 小区 and 校区 are within them. */
export const town = /(?:镇|乡|街道|办事处|县|(?<![社小校])区|管委会)$/;
export const village = /(?:村|社区|居|居委会|村委会|屯|寨|组)$/;
/** Where people live, learn or work. */
export const place = /(?:[村居屯寨组户镇乡县区市校园院所局站队厂]|街道|公司|学校|中心|委会)$/;
export const group = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[)）])/;
/** What columns are called, and hardly anything else is. */
export const headWord =
  /^(?:序号|编号|姓名|性别|年龄|职务|单位|名称|项目|金额|数量|类别|类型|内容|地址|住址|日期|时间|备注|(?:联系)?电话|手机号?码?|身份证号?码?|(?:村|镇|社区|项目|单位|物品|设备)名称?)$/;
export const running = /^(?:序号?|编号|行号|no\.?|[#＃]|№)$/i;

export function squeezed(cell: string): string {
  return /\s/.test(cell) ? cell.replace(/\s/g, '') : cell;
}

export function isDigits(cell: string): boolean {
  const first = cell.charCodeAt(0);
  return first >= 48 && first <= 57 && /^\d+$/.test(cell);
}

/** The number that a cell shows, with its unit or without; most cells are told by their first character. */
export function numberIn(cell: string): number | undefined {
  const first = cell.charCodeAt(0);
  const isLikely = (first >= 48 && first <= 57) || first === 45 || first === 165 || first === 65509;
  if (!isLikely) return undefined;
  const quick = Number(cell);
  if (!Number.isNaN(quick)) return quick;
  const [, digits = ''] = /^[¥￥]?(-?\d[\d,]*(?:\.\d+)?)[^\d]{0,6}$/.exec(cell) ?? [];
  return digits === '' ? undefined : Number(digits.replaceAll(',', ''));
}
